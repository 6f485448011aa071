"""Reading commands: a question put to a view, and its answer in the format that was asked for."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options, stamped
from timeline.cli.door import Door, columns
from timeline.cli.draw.lines import COLUMNS
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse, NotFound

if TYPE_CHECKING:
    from timeline.cli.draw.page import Page
    from timeline.cli.found import Question
    from timeline.projection import Sheet
    from timeline.query import Answer


PIPED = (
    f"In a pipe one line each, tab-separated: {', '.join(COLUMNS)}. Counts go to stderr."
    " JSON lines and CSV hold the view's entries; what they rest on goes to stderr."
)


def asking(question: "Question") -> typer.Typer:
    """The command of a projection; its help is the projection's docstring."""
    app = sub()
    usage = " [".join(question.takes) + "]" * (len(question.takes) - 1)

    @app.command(question.name, help=question.help, epilog=PIPED)
    def read(
        words: Annotated[list[str] | None, typer.Argument(metavar=usage or "[]")] = None,
        by: options.By = None,
        about: options.About = None,
        act: options.Act = None,
        topic: options.Topic = None,
        source: options.Source = None,
        since: options.Since = None,
        until: options.Until = None,
        possible: options.Possible = False,
        certain: options.Certain = False,
        as_of: options.AsOf = None,
        status: options.Status = None,
        min_confidence: options.MinConfidence = 0,
        limit: options.Limit = None,
        reverse: options.Reverse = False,
        points: options.Points = False,
        everything: options.Everything = False,
        how: options.As = Format.AUTO,
        json: options.Json = False,
        store: options.Store = None,
        quiet: options.Quiet = False,
        verbose: options.Verbose = 0,
    ) -> None:
        given = tuple(words or ())
        with Door(store, quiet=quiet, verbose=verbose) as door:
            if len(given) > len(question.takes) and "TEXT" not in question.takes:
                several = " A name of several words stands in quotation marks." if usage else ""
                told = f"{usage or 'no words'}, not {' '.join(given)}.{several}"
                raise BadUse(f"{question.name} takes {told}")
            asked = options.filters(
                by=by, about=about, act=act, topic=topic, source=source, since=since, until=until,
                possible=possible, certain=certain, as_of=as_of, status=status,
                min_confidence=min_confidence, points=points, everything=everything,
            )  # fmt: skip
            if not status and shows_withdrawn(door, question.name):
                asked = asked._replace(status=())
            try:
                answer = door.library.ask(question.name, asked, given)
            except NotFound as fault:
                raise NotFound(f"{fault}{_as_one_name(door, given)}") from fault
            for warning in answer.warnings:
                door.hint(warning)
            write(door, answer, Format.JSON if json else how, limit, reverse=reverse)

    return app


def _as_one_name(door: Door, given: tuple[str, ...]) -> str:
    """What to type where several words are one name; mostly they are not."""
    name = " ".join(given)
    if len(given) < 2:
        return ""
    try:
        door.library.resolve_actor(name)
    except NotFound:
        return ""
    return f' One name of several words stands in quotation marks: "{name}".'


def shows_withdrawn(door: Door, view: str) -> bool:
    """Whether a view shows what people withdrew, as such, without being asked for it."""
    projection = door.library.catalogue.projections.get(view)
    return projection is not None and projection.withdrawn


def write(door: Door, answer: "Answer", how: Format, limit: int | None, *, reverse: bool) -> None:
    """Write an answer: entries for programs, its arrangement for people and pipes."""
    if how is Format.AUTO:
        how = Format.TABLE if sys.stdout.isatty() else Format.LINES
    if how in options.RECORDS:
        _write_records(door, answer, how, limit, reverse=reverse)
    else:
        _write_sheet(door, answer, how, limit, reverse=reverse)


def _write_records(
    door: Door, answer: "Answer", how: Format, limit: int | None, *, reverse: bool
) -> None:
    """Entries as records; JSON has their arrangement too."""
    stamp = stamped.of_answer(answer)  # first: as of an earlier position it looks into the view
    entries, more = answer.entries, {}
    if how is Format.JSON:
        from timeline.cli.draw.machine import blocks

        entries = iter(held := list(entries))
        sheet = _arranged(answer._replace(entries=iter(held)), limit, reverse=reverse)
        more["sheet"] = blocks(sheet)
    records = (entry._asdict() for entry in _cut(entries, limit, reverse=reverse))
    rows = stamped.Rows("entries", records, answer.projection.entry._fields)
    stamped.write(door, how, stamp, rows, **more)


def _write_sheet(
    door: Door, answer: "Answer", how: Format, limit: int | None, *, reverse: bool
) -> None:
    stamp = stamped.of_answer(answer) if how is Format.MD else None  # first, as above
    sheet = _arranged(answer, limit, reverse=reverse)
    show(door, sheet, how, stamp, opened=answer.asked.points)


def _arranged(answer: "Answer", limit: int | None, *, reverse: bool) -> "Sheet":
    """What is shown of its sheet: no more of it is made than that."""
    from functools import partial

    from timeline.cli.trim import trimmed
    from timeline.query.arranging import arranged

    part = partial(trimmed, limit=limit, reverse=reverse)
    return arranged(answer.projection, answer.entries, answer.asked, part)


def show(
    door: Door,
    sheet: "Sheet",
    how: Format,
    stamp: stamped.Stamp | None = None,
    *,
    opened: bool = False,
) -> None:
    """Write a sheet as a page, as lines or as Markdown, which ends with the stamp."""
    from timeline.projection.sheet import Sentence

    if how is Format.AUTO:
        how = Format.TABLE if sys.stdout.isatty() else Format.LINES
    if how is Format.LINES:
        from timeline.cli.draw.lines import lines

        door.out(lines(sheet))
        for block in sheet:
            if isinstance(block, Sentence) and block.kind in ("count", "warning"):
                door.hint(block.text)
    elif how is Format.MD:
        from timeline.cli.draw.markdown import markdown_lines

        told = markdown_lines(sheet, page(opened=opened))
        door.out(stamped.cited(told, stamp) if stamp else told)
    else:
        from timeline.cli.draw.sheet import draw

        door.out(draw(sheet, page(opened=opened)))


def page(*, opened: bool = False) -> "Page":
    """The page that stdout is: its width, and the signs that its encoding carries."""
    from timeline.cli.draw.page import Page
    from timeline.cli.draw.signs import signs

    return Page(columns(), signs(sys.stdout.encoding), opened)


def _cut(entries: Iterable[Any], limit: int | None, *, reverse: bool) -> Iterator[Any]:
    from itertools import islice

    return islice(reversed(list(entries)) if reverse else entries, limit)
