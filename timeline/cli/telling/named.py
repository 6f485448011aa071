"""An occasion or an actor told in full: what is known of it, who said so, what was noted on it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.actors import key
from timeline.chronicle import decode
from timeline.cli.telling.card import Card
from timeline.errors import NotFound
from timeline.projection.coverage import plural
from timeline.review.occasion import the_occasion, written
from timeline.review.subject import nothing
from timeline.review.telling import deed
from timeline.when import When

if TYPE_CHECKING:
    from timeline.chronicle import Chronicle
    from timeline.query import Decided, Library

AsOf = str | int | None
Pair = tuple[str, str]
"""A name of an occasion, and its key."""


class Named(NamedTuple):
    """What has a name, and is neither an article nor an assertion."""

    schema: str
    known: dict[str, Any]
    """What is known of it, as programs read it."""
    history: "list[Decided]"


def named(library: "Library", word: str, as_of: AsOf) -> Named:
    """The occasion, else the actor, that a word means.

    Raises:
        NotFound: it means neither; with what was perhaps meant.
        BadUse: several occasions are called so.
    """
    # How articles write occasions is told by all assertions: asked late, and of no name in full.
    for way in (_occasion, _actor_in_full, _occasion_as_written):
        with suppress(NotFound):
            return way(library, word, as_of)
    try:
        return _actor(library, word, as_of)
    except NotFound as nobody:
        raise nothing(nobody) from None


def _occasion(
    library: "Library", word: str, as_of: AsOf, written: Callable[[], Iterable[Pair]] = tuple
) -> Named:
    one = the_occasion(word, library.occasions(as_of), written)
    short = {held.id: held.short for held in library.articles(as_of)}
    known = one._asdict() | {"dated_by": [short.get(by, by) for by in one.dated_by]}
    return Named("occasion/1", known, library.history_of(one.key, as_of))


def _occasion_as_written(library: "Library", word: str, as_of: AsOf) -> Named:
    return _occasion(library, word, as_of, lambda: written(library))


def _actor_in_full(library: "Library", word: str, as_of: AsOf) -> Named:
    found = _actor(library, word, as_of)
    if key(word) not in map(key, (found.known["name"], *found.known["aliases"])):
        raise NotFound(word)
    return found


def _actor(library: "Library", word: str, as_of: AsOf) -> Named:
    name, directory = library.resolve_actor(word), library.directory(as_of)
    known = {
        "name": name,
        "kind": directory.kind(name),
        "aliases": directory.aliases(name),
        "sides": list(directory.sides(name)[1:]),
        "members": directory.members(name),
    }
    return Named("actor/1", known, library.history_of(name, as_of))


def card(one: Named, chronicle: "Chronicle") -> Card:
    """It on a card."""
    known = one.known
    title = f"{known['name']}  {one.schema.partition('/')[0]}"
    told = _of_occasion if one.schema == "occasion/1" else _of_actor
    return Card(title, "", "", (*told(known), *_happened(one.history, chronicle)))


def _of_occasion(known: dict[str, Any]) -> Iterator[tuple[str, str]]:
    when, by = When.parse(known["said"]).label, known["dated_by"]
    say = "says" if len(by) == 1 else "say"
    yield "key", known["key"]
    yield "date", f"{when}, as {', '.join(by)} {say}" if by else when
    hang = plural(known["assertions"], "assertion hangs", "assertions hang")
    yield "moves", f"{hang} on it"


def _of_actor(known: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = known["kind"]
    yield "kind", kind if kind != "unknown" else "nobody has said what it is"
    for label, name in (("also", "aliases"), ("under", "sides"), ("members", "members")):
        if known[name]:
            yield label, ", ".join(known[name])


def _happened(history: "list[Decided]", chronicle: "Chronicle") -> Iterator[tuple[str, str]]:
    for each in history:
        recorded = chronicle.at(each.position)
        event = decode(recorded) if recorded else None
        if event is not None:
            when = event.at[:16].replace("T", " ")
            yield "history", f"#{each.position} {when}  {event.by} {deed(event)}"
