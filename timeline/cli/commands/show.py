"""One assertion, article, occasion or actor in full: what is known of it, why, its history."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options, stamped
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.cli.telling.card import Card
    from timeline.projection import Standing
    from timeline.query import ArticleStanding, Decided

app = sub()


@app.command()
def show(
    ids: Annotated[list[str], typer.Argument(metavar="ID")],
    as_of: options.AsOf = None,
    how: options.AsCard = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """One assertion, article, occasion or actor in full: what is known of it, why, its history.

    An ID is a handle (003@923), the start of an id, an article's name, or the name of an occasion
    or an actor. Words are compared with the stored bytes each time.

        timeline show 003@923
        timeline show 003
        timeline show "NATO summit, Washington"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        position = options.held_at(as_of)
        chosen = options.chosen(how, options.CARD, json=json)
        for word in ids:
            if chosen in options.RECORDS:
                from timeline.cli.draw.machine import dumps

                door.out([dumps(_record(door, word, position))])
            else:
                _draw(door, _card(door, word, position), chosen)
        if chosen is Format.MD:
            door.out(stamped.cited((), stamped.of_record(door, "show/1", position)))


def _draw(door: Door, card: "Card", how: Format) -> None:
    import sys

    from timeline.cli.reading import page
    from timeline.cli.telling.card import draw, lines, markdown_lines

    if how is Format.MD:
        door.out(markdown_lines(card, page()))
        return
    piped = how is Format.LINES or (how is Format.AUTO and not sys.stdout.isatty())
    door.out(lines(card) if piped else draw(card, page()))


def _is_article(door: Door, word: str) -> bool:
    """Whether a word means an article: a handle has an `@`, which no article's name needs."""
    if "@" in word:
        return False
    try:
        door.library.article(word)
    except NotFound:
        return False
    return True


def _card(door: Door, word: str, as_of: str | int | None) -> "Card":
    from timeline.cli.telling import article, assertion
    from timeline.cli.telling.beside import beside
    from timeline.cli.telling.history import lines

    if _is_article(door, word):
        held = door.library.article(word, as_of)
        told = lines(door.library.history_of(held.id, as_of))
        return article.card(held, told, stands=_same(door, held))
    try:
        one = door.library.standing(word, as_of)
    except NotFound:
        if "@" in word:
            raise
        from timeline.cli.telling import named

        return named.card(named.named(door.library, word, as_of), door.chronicle)
    record = door.library.recorded(word, as_of)
    held = door.library.article(one.article, as_of)
    near, handle = beside(door.library, one, as_of)
    return assertion.card(
        one, record, held, tuple(lines(door.library.history(word, as_of), handle)),
        stands=_stands(door, record), near=near, lenders=_lenders(door, one, as_of),
        missed=_missed(door, one, as_of),
    )  # fmt: skip


def _missed(door: Door, one: "Standing", as_of: str | int | None) -> str:
    """The last reading of its article by then, if that did not find it; empty if it did."""
    from timeline.chronicle import decode, streams
    from timeline.events import ArticleRead

    chronicle = door.chronicle
    begun = [chronicle.stream(name)[0] for name in chronicle.streams(streams.readings(one.article))]
    upto = door.library.position(as_of)
    begun = [recorded for recorded in begun if recorded.position <= upto]
    last = max(begun, key=lambda recorded: recorded.position, default=None)
    event = decode(last) if last else None
    if isinstance(event, ArticleRead) and one.id in event.missed:
        return f"{event.by}, {event.at[:10]}"
    return ""


def _same(door: Door, held: "ArticleStanding") -> bool | None:
    """Whether the stored bytes of an article have its hash, now; None if they were erased."""
    import hashlib

    kept = door.chronicle.bytes_of(held.id)
    return None if kept is None else hashlib.sha256(kept.content).hexdigest() == held.sha256


def _stands(door: Door, record: dict[str, Any]) -> bool | None:
    """Whether the asserted words stand at their place in the stored bytes, now."""
    kept = door.chronicle.bytes_of(record["article"])
    if kept is None:
        return None
    text = kept.content.decode("utf-8", "replace")
    stands: bool = text[record["asserted_start"] : record["asserted_end"]] == record["asserted"]
    return stands


def _lenders(door: Door, one: "Standing", as_of: str | int | None) -> tuple[str, ...]:
    """Short names of the articles on which the date of its occasion rests."""
    names = {held.id: held.short for held in door.library.articles(as_of)}
    occasions = (each for each in door.library.occasions(as_of) if each.key == one.occasion)
    return tuple(names.get(id_, id_) for each in occasions for id_ in each.dated_by)


def _record(door: Door, word: str, as_of: str | int | None) -> dict[str, Any]:
    """The machine's card: an article as it stands, or an assertion's report with its history.

    `position` is that of the chronicle, as of which it is told; its own is in `recorded`.
    """
    if _is_article(door, word):
        one = door.library.article(word, as_of)
        held = one._asdict()
        noted: dict[str, Any] = {"recorded": {"position": held.pop("position"), "at": held["at"]}}
        noted["stands"] = _same(door, one)
        history = door.library.history_of(one.id, as_of)
        return stamped.of_record(door, "article/1", as_of) | held | noted | _history(history)
    from timeline.export import report

    try:
        told = report(door.library, word, as_of, door.hint)
    except NotFound:
        if "@" in word:
            raise
        from timeline.cli.telling.named import named

        found = named(door.library, word, as_of)
        stamp = stamped.of_record(door, found.schema, as_of)
        return stamp | found.known | _history(found.history)
    standing = door.library.standing(word, as_of)
    looked = {
        "stands": _stands(door, door.library.recorded(word, as_of)),
        "counts": standing.counts,
        "missed_by": _missed(door, standing, as_of) or None,
        "dated_by": list(_lenders(door, standing, as_of)),
    }
    happened = _history(door.library.history(word, as_of))
    return stamped.of_record(door, told["schema"], as_of) | told | looked | happened


def _history(events: "Iterable[Decided]") -> dict[str, list[dict[str, Any]]]:
    return {"history": [each._asdict() for each in events]}
