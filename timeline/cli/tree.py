"""The tree of commands, in three panels; each is imported when it is called, not before."""

import re
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from timeline.cli.plain import plain, plainly

QUOTES = '"""'
EXAMPLE = re.compile(r"(.* \| )?timeline ")
"""How examples begin: with the program, or with what is piped into it."""
PUT, LOOK, KEEP = "Put in", "Look", "Keep"
PANELS: dict[str, tuple[str, ...]] = {
    PUT: (
        "add",
        "assert",
        "review",
        "correct",
        "retract",
        "restore",
        "link",
        "unlink",
        "note",
        "date",
        "actors",
        "undo",
    ),
    LOOK: ("articles", "show", "changes", "view"),
    KEEP: ("projection", "export", "import", "verify", "backup", "status"),
}
"""Our own commands; projections add theirs under Look."""


class Commands(MutableMapping[str, Any]):
    """Commands by name, made when asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}
        self._questions: dict[str, Any] | None = None

    @property
    def questions(self) -> dict[str, Any]:
        """The projections found, by the name of their command."""
        if self._questions is None:
            from timeline.cli.found import questions

            ours = {name for names in PANELS.values() for name in names}
            self._questions = {
                name: question for name, question in questions().items() if name not in ours
            }
        return self._questions

    def panels(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Each panel with its commands and the first line of their help."""
        for panel, names in PANELS.items():
            rows = [(name, _first_line(name)) for name in names]
            if panel == LOOK:
                rows = [(name, q.help) for name, q in self.questions.items()] + rows
            yield panel, [(name, help_.strip().split("\n")[0]) for name, help_ in rows]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - typer keeps its commands private
        if name not in self._made:
            if any(name in names for names in PANELS.values()):
                self._made[name] = get_command(_module(name).app)
            else:
                from timeline.cli.found import question
                from timeline.cli.reading import asking

                self._made[name] = get_command(asking(question(name)))
            self._made[name].name = name
            _keep_examples(self._made[name])
            plainly(self._made[name])
        return self._made[name]

    def __setitem__(self, name: str, command: object) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        for panel, names in PANELS.items():
            if panel == LOOK:
                yield from self.questions
            yield from names

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _keep_examples(command: Any) -> None:  # noqa: ANN401 - typer keeps its commands private
    """Keep the lines of examples as they are; any other paragraph of a help text is wrapped."""
    command.help = "\n\n".join(map(_kept, (command.help or "").split("\n\n")))
    for part in getattr(command, "commands", {}).values():
        _keep_examples(part)


def _kept(paragraph: str) -> str:
    lines = [line.strip() for line in paragraph.split("\n")]
    if not all(map(EXAMPLE.match, lines)):
        return paragraph
    return "\n".join(["\b", *(f"    {line}" for line in lines)])


def _first_line(name: str) -> str:
    """What a command's module says that it does, read without importing it where it can be."""
    try:
        with Path(__file__).with_name("commands").joinpath(f"{name}.py").open("rb") as file:
            return file.readline().decode().split(QUOTES)[1]
    except (OSError, IndexError):
        return _module(name).__doc__ or ""


def _module(name: str) -> Any:  # noqa: ANN401 - a module of commands
    return import_module(f"timeline.cli.commands.{name}")


class Tree(TyperGroup):
    """The group of all commands, told in panels."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - typer's own
        super().__init__(**settings)
        self.commands = Commands()

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]
        """Its own options, read plainly."""
        return plain(super().get_params(ctx))

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names of all commands, in the order of the panels."""
        del ctx
        return list(self.commands)

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        """Write the panels."""
        del ctx
        assert isinstance(self.commands, Commands)
        for panel, rows in self.commands.panels():
            with formatter.section(panel):
                formatter.write_dl(rows)


def sub(**settings: Any) -> typer.Typer:  # noqa: ANN401 - typer's own
    """An application for one command, as plain as all the others."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )
