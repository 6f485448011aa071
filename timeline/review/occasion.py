"""The date of an occasion, said once by a person for all that hangs on it."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from timeline import events as e
from timeline.chronicle import Batch, Envelope
from timeline.chronicle.streams import occasion as stream_of
from timeline.errors import BadUse, NotFound
from timeline.projection.coverage import plural
from timeline.query import Filters, Library
from timeline.query.held import standings
from timeline.reading.doubts import of_future
from timeline.review.dossier import Kept
from timeline.review.near import near
from timeline.review.taking import same
from timeline.review.telling import deed
from timeline.review.values import Plan, a_reason, already
from timeline.when import When

APOSTROPHE, POSSESSIVE = re.compile("[’‘]"), re.compile(r"'s\b")


class Shown(Protocol):
    """What is known of an occasion: see `timeline.query.OccasionStanding`."""

    @property
    def key(self) -> str: ...  # noqa: D102 - told there
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def said(self) -> str: ...  # noqa: D102
    @property
    def assertions(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Shown)


class Occasion(NamedTuple):
    """An occasion, and the version of its stream that a date is decided on."""

    key: str
    name: str
    said: str
    """EDTF as it stands."""
    assertions: int
    """How many hang on it."""
    history: tuple[Kept, ...]

    @property
    def version(self) -> int:
        """Of the last event in its stream; 0 if it has none."""
        return self.history[-1].version if self.history else 0


def the_occasion(
    typed: str, known: Sequence[S], written: Callable[[], Iterable[tuple[str, str]]] = tuple
) -> S:
    """The occasion that a person means, by its key, its name as shown, or as an article has it.

    Only a key, or a name as shown, is taken at its word: a name that is common to several
    occasions is asked back.

    Args:
        typed: what the person typed.
        known: all occasions.
        written: gives every name that articles write for one, with its key; asked late.

    Raises:
        NotFound: none is called so; with what was perhaps meant.
        BadUse: several are.
    """
    bare = _bare(typed)
    for word in ("key", "name"):
        if found := [one for one in known if _bare(getattr(one, word)) == bare]:
            return _only(typed, found)
    names = [(word, one.key) for one in known for word in (one.name, one.key, _common(one.key))]
    names += written()
    keys = {key for name, key in names if _loose(name) == _loose(typed)}
    if found := [one for one in known if one.key in keys]:
        return _only(typed, found)
    if meant := near(typed, [name for name, _ in names]):
        raise NotFound(f"No occasion {typed!r}. Did you mean {' or '.join(meant)}?")
    told = ", ".join(one.name for one in known[:8]) or "none"
    raise NotFound(f"No occasion {typed!r}. Those that have a name: {told}")


def written(library: Library) -> set[tuple[str, str]]:
    """Every name that an article writes for an occasion, with its key; all are gone through.

    A name that holds in its own article only, "the summit", has no key.
    """
    return {
        (one.occasion_name, one.occasion)
        for one in standings(library, Filters())
        if one.occasion_name and one.occasion != one.article
    }


def _only(typed: str, found: Sequence[S]) -> S:
    if len(found) == 1:
        return found[0]
    told = ", ".join(f"{one.name} ({one.key})" for one in found)
    raise BadUse(f"{typed!r} is the name of several occasions; give the key: {told}")


def _bare(word: str) -> str:
    straight = APOSTROPHE.sub("'", " ".join(word.split()))
    return straight.casefold().removeprefix("the ")


def _loose(word: str) -> str:
    """The same, whether or not it says with an 's whose it is."""
    return POSSESSIVE.sub("", _bare(word))


def _common(key: str) -> str:
    """A key without the place or the year that tells it from others of its name."""
    return key.partition(",")[0]


def date(occasion: Occasion, when: str, reason: str | None, stamp: Envelope) -> Plan:
    """A person dates an occasion.

    Args:
        occasion: the version that it is decided on.
        when: EDTF; empty takes a person's date back.
        reason: why.
        stamp: who, and when.

    Raises:
        BadUse: an empty reason, or nothing that would change.
    """
    why = a_reason(reason, for_what="a date")
    new = e.OccasionDated(
        **stamp, occasion=occasion.key, name=occasion.name, date=when, basis="person", reason=why
    )
    label = When.parse(when).label if when else "as the articles say"
    last, position = _by_a_person(occasion)
    if when == (last.date if last else ""):
        if last and same(last, new):
            return already(occasion.name, f"{last.by} {deed(last)}, #{position}")
        raise BadUse(f"That changes nothing: {occasion.name} is dated {label} already")
    batch = Batch(stream_of(occasion.key), occasion.version, [new])
    before = When.parse(occasion.said).label
    says = f"dated “{occasion.name}” {before} → {label}"
    hang = plural(occasion.assertions, "assertion that hangs", "assertions that hang")
    more = f"moves {hang} on it"
    doubted = of_future(When.parse(when), dt.date.fromisoformat(stamp["at"][:10]))
    return Plan((batch,), says, occasion.name, (more, *doubted))


def _by_a_person(occasion: Occasion) -> tuple[e.OccasionDated | None, int]:
    """The date that a person gave last, or took back, and its position; none: nobody did."""
    for kept in reversed(occasion.history):
        if isinstance(kept.event, e.OccasionDated) and not kept.event.article:
            return kept.event, kept.position
    return None, 0
