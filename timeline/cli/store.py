"""Which store is meant: --store, TIMELINE_STORE, the nearest timeline.db upward, the user's own."""

import os
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import StoreError

if TYPE_CHECKING:
    import typer

NAME = "timeline.db"
NAMED = ("--store", "TIMELINE_STORE")
before: ContextVar[Path | None] = ContextVar("before", default=None)
"""The store that `timeline --store FILE COMMAND` names, before the command."""


class Chosen(NamedTuple):
    """A store's path, and what chose it."""

    path: Path
    why: str

    @property
    def views(self) -> Path:
        """The views beside it, which may be deleted at any time."""
        return self.path.with_name(f"{self.path.stem}.views{self.path.suffix}")

    @property
    def found_elsewhere(self) -> bool:
        """Whether nobody named it, and it lies in another folder than this one."""
        return self.why not in NAMED and self.path.parent != Path.cwd()


def hand_on(ctx: "typer.Context", store: Path | None) -> None:
    """Let a store that is named before a command be that of the command, as long as it runs."""
    token = before.set(store)
    ctx.call_on_close(lambda: before.reset(token))


def choose(option: Path | None, *, new: bool = False) -> Chosen:
    """The store that is meant, whether it exists or not.

    Args:
        option: what --store says after the command; it stands above what it says before it.
        new: whether it may be made: then, where there is none, it is made in this folder.

    Raises:
        StoreError: none is named, and the folder to look from is gone.
    """
    option = before.get() if option is None else option
    if option is not None:
        return Chosen(option, "--store")
    if named := os.environ.get("TIMELINE_STORE"):
        return Chosen(Path(named), "TIMELINE_STORE")
    here = _here()
    for folder in (here, *here.parents):
        if _is_there(folder / NAME):
            return Chosen(folder / NAME, "the nearest timeline.db upward")
    own = _own()
    if _is_there(own):
        return Chosen(own, "the user's data folder")
    if new:
        return Chosen(here / NAME, "new, in this folder")
    return Chosen(own, "the user's data folder")


def _is_there(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - False also where a folder is closed to us


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        raise StoreError(
            "the folder that you are in was removed; go to another, or name a store: --store FILE"
        ) from None


def _own() -> Path:
    from platformdirs import user_data_path

    return user_data_path("timeline") / NAME


def told(path: Path) -> str:
    """A path as people write it: from here where it lies below, else whole."""
    try:
        return f"./{path.resolve().relative_to(Path.cwd())}"
    except (ValueError, OSError):
        return str(path)
