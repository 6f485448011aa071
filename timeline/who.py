"""Who decides: a name that is stored with every decision."""

import getpass
import os
import subprocess
from collections.abc import Callable, Mapping

from timeline.errors import BadUse

LONGEST = 100
"""Characters of a name."""


def who(
    given: str | None = None,
    environment: Mapping[str, str] = os.environ,
    asked: "tuple[Callable[[], str | None], ...] | None" = None,
) -> str:
    """The name to store: `--user`, else TIMELINE_USER, else git's user name, else the login.

    Args:
        given: what `--user` says.
        environment: of the shell.
        asked: where to ask when neither says, the first that answers.

    Raises:
        BadUse: the name is empty where it is given, too long, holds control characters, or would
            pass for a reader ("rules/1").
    """
    for name in (given, environment.get("TIMELINE_USER")):
        if name is not None:
            return _a_name(name)
    for ask in asked or (_of_git, _of_the_system):
        if name := (ask() or "").strip():
            return _a_name(name)
    raise BadUse("Nobody knows who you are: say --user NAME, or set TIMELINE_USER")


def _a_name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise BadUse("A name is needed: --user NAME, or TIMELINE_USER")
    if len(plain) > LONGEST or not plain.isprintable():
        raise BadUse(f"{plain[:40]!r} is no name: at most {LONGEST} characters, all printable")
    if "/" in plain:
        raise BadUse(f"{plain!r} reads like a reader and its version; a person's name has no “/”")
    return plain


def _of_git() -> str | None:
    try:
        told = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - the person's own git, wherever it is
            capture_output=True,
            text=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return told.stdout.replace("/", " ")


def _of_the_system() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no entry for this number, or no such module
        return None
