"""The date of an occasion, said once by a person for all that hangs on it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from timeline import events as e
from timeline.chronicle import Batch, Envelope
from timeline.chronicle.streams import occasion as stream_of
from timeline.errors import BadUse, NotFound
from timeline.review.dossier import Kept
from timeline.review.near import near
from timeline.review.telling import deed
from timeline.review.values import Plan, a_reason, already, count
from timeline.when import When


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
    typed: str, known: Sequence[Shown], written: Callable[[], Mapping[str, str]] = dict
) -> Shown:
    """The occasion that a person means, by its key, its name as shown, or as an article has it.

    Args:
        typed: what the person typed.
        known: all occasions.
        written: gives the key of each by every name that articles write for it; asked late.

    Raises:
        NotFound: none is called so; with what was perhaps meant.
    """
    bare = _bare(typed)
    for word in ("key", "name"):
        if found := [one for one in known if _bare(getattr(one, word)) == bare]:
            return _only(typed, found)
    by_key = {one.key: one for one in known}
    names = {name: by_key[key] for name, key in written().items() if key in by_key}
    if keys := {one.key for name, one in names.items() if _bare(name) == bare}:
        return _only(typed, [by_key[key] for key in sorted(keys)])
    names |= {word: one for one in known for word in (one.name, one.key)}
    if meant := near(typed, names):
        raise NotFound(f"No occasion {typed!r}. Did you mean {' or '.join(meant)}?")
    told = ", ".join(one.name for one in known[:8]) or "none"
    raise NotFound(f"No occasion {typed!r}. Those that have a name: {told}")


def _only(typed: str, found: Sequence[Shown]) -> Shown:
    if len(found) == 1:
        return found[0]
    told = ", ".join(f"{one.name} ({one.key})" for one in found)
    raise NotFound(f"{typed!r} is the name of several occasions; give the key: {told}")


def _bare(word: str) -> str:
    return " ".join(word.split()).casefold().removeprefix("the ")


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
    persons = [
        kept
        for kept in occasion.history
        if isinstance(kept.event, e.OccasionDated) and not kept.event.article
    ]
    if persons and isinstance(persons[-1].event, e.OccasionDated):
        event = persons[-1].event
        if event.date == when:
            if (event.by, event.reason) == (stamp["by"], why):
                return already(occasion.name, f"{event.by} {deed(event)}, #{persons[-1].position}")
            label = When.parse(when or "unknown").label
            raise BadUse(f"That changes nothing: {occasion.name} is dated {label} already")
    new = e.OccasionDated(
        **stamp, occasion=occasion.key, name=occasion.name, date=when, basis="person", reason=why
    )
    labels = [When.parse(text or "unknown").label for text in (occasion.said, when)]
    batch = Batch(stream_of(occasion.key), occasion.version, [new])
    says = f"dated “{occasion.name}” {labels[0]} → {labels[1]}"
    more = f"moves {count(occasion.assertions, 'assertion')} that hang on it"
    return Plan((batch,), says, occasion.name, (more,))
