"""The reverse of a decision: what brings back what stood before it."""

from collections.abc import Callable
from typing import NamedTuple

from timeline import events as e
from timeline.assertion import Assertion
from timeline.chronicle import Batch, Envelope, Recorded
from timeline.errors import BadUse
from timeline.review import dossier as dossiers
from timeline.review.dossier import Kept
from timeline.review.telling import deed
from timeline.review.undo.aspect import aspect, undone
from timeline.review.values import Plan
from timeline.terms import UNDO


class Past(NamedTuple):
    """A decision, and the stream that it stands in."""

    row: Recorded
    stream: tuple[Kept, ...]
    """All of it, as it is now."""
    shown: str
    """What it decided on, as it is shown."""
    record: Callable[[int], Assertion]
    """Gives the assertion as it stood before a position."""
    handle: Callable[[str], str] = str
    """Gives an assertion, by its id, as it is shown."""

    @property
    def event(self) -> e.AnyEvent:
        """The decision itself."""
        event = self.stream[self.row.version - 1].event
        assert event is not None
        return event

    @property
    def before(self) -> list[Kept]:
        """What was decided on the same thing before, oldest first."""
        same = aspect(self.event)
        return [kept for kept in self.stream[: self.row.version - 1] if aspect(kept.event) == same]


def reverse(past: Past, stamp: Envelope) -> Plan:
    """What undoes a decision.

    Args:
        past: the decision, and all that happened since.
        stamp: who, and when.

    Raises:
        BadUse: it is not in force any more.
    """
    event, position = past.event, past.row.position
    if since := _in_force(past):
        last = since[-1]
        if undone(last.event) == position:
            raise BadUse(f"#{position} was undone already, #{last.position}")
        who = last.event.by if last.event else "somebody"
        raise BadUse(f"#{position} is not in force: {who} {deed(last.event)}, #{last.position}")
    back = _reverse(past, event, stamp, f"{UNDO}{position}")
    batch = Batch(past.row.stream, past.stream[-1].version, [back])
    plain = back.model_copy(update={"reason": None})
    now = "as it was before" if aspect(event) == ("record",) else _deed(past, plain)
    told = f"undid #{position} on {past.shown}: {_deed(past, event)} → {now}"
    return Plan((batch,), told, past.shown)


def _deed(past: Past, event: e.AnyEvent) -> str:
    """What was done, with an assertion that it is linked to as it is shown."""
    match event:
        case e.AssertionLinked() | e.AssertionUnlinked():
            return deed(event.model_copy(update={"other": past.handle(event.other)}))
        case _:
            return deed(event)


def _in_force(past: Past) -> list[Kept]:
    """What was decided on the same thing since, without what was undone since, and its undoing."""
    same = aspect(past.event)
    since = [one for one in past.stream[past.row.version :] if aspect(one.event) == same]
    there = {one.position for one in since}
    gone = {undone(one.event) for one in since}
    return [one for one in since if one.position not in gone and undone(one.event) not in there]


def _reverse(past: Past, event: e.AnyEvent, stamp: Envelope, why: str) -> e.AnyEvent:
    match aspect(event):
        case ("status",):
            return _status(past, stamp, why)
        case ("record",):
            return _record(past, stamp, why)
        case ("published",) | ("description",):
            return _article(past, stamp, why)
        case ("occasion", ""):
            return _occasion(past, stamp, why)
        case ("kind", _):
            return _kind(past, stamp, why)
        case _:
            return _pair(past, event, stamp, why)


def _status(past: Past, stamp: Envelope, why: str) -> e.AnyEvent:
    """Back to the status before; of what was asserted by hand, a retraction."""
    version = past.row.version
    now = dossiers.of("", "", past.stream[:version])
    before = dossiers.of("", "", past.stream[: version - 1]).status
    one = getattr(past.event, "id", "")
    if version == 2 and isinstance(past.stream[0].event, e.AssertionRecorded):
        return e.AssertionRetracted(**stamp, id=one, reason=why)
    if now.status == "retracted":
        return e.AssertionRestored(**stamp, id=one, reason=why)
    match before:
        case "accepted":
            return e.AssertionAccepted(**stamp, id=one, reason=why)
        case "rejected":
            return e.AssertionRejected(**stamp, id=one, reason=why)
        case "retracted":
            return e.AssertionRetracted(**stamp, id=one, reason=why)
        case _:
            return e.AssertionReopened(**stamp, id=one, reason=why)


def _record(past: Past, stamp: Envelope, why: str) -> e.AnyEvent:
    """The assertion as it was: only its date, where no more was changed and it hangs on nothing."""
    before = past.record(past.row.position)
    if isinstance(past.event, e.AssertionDated) and not before.said_days:
        return e.AssertionDated(
            **stamp, id=before.id, date=before.said, basis=before.said_basis,
            rule=before.said_rule, anchor=before.said_anchor, reason=why,
        )  # fmt: skip
    return e.AssertionCorrected(**stamp, reason=why, **dict(before))


def _article(past: Past, stamp: Envelope, why: str) -> e.AnyEvent:
    """What was known of the article before."""
    earlier = past.before[-1].event if past.before else None
    if earlier is not None:
        return earlier.model_copy(update={**stamp, "reason": why})
    article = getattr(past.event, "article", "")
    if isinstance(past.event, e.ArticleDated):
        return e.ArticleDated(**stamp, article=article, published="", basis="unknown", reason=why)
    return e.ArticleDescribed(
        **stamp, article=article, title=None, publisher=None, url=None, reason=why
    )


def _occasion(past: Past, stamp: Envelope, why: str) -> e.AnyEvent:
    """The date that a person gave before; without one, none, so that the articles' dates count."""
    event = past.event
    assert isinstance(event, e.OccasionDated)
    earlier = past.before[-1].event if past.before else None
    date = earlier.date if isinstance(earlier, e.OccasionDated) else ""
    return event.model_copy(update={**stamp, "date": date, "reason": why})


PAIRS: "dict[type[e.AnyEvent], type[e.AnyEvent]]" = {
    e.AssertionLinked: e.AssertionUnlinked, e.AssertionUnlinked: e.AssertionLinked,
    e.AliasAdded: e.AliasRemoved, e.AliasRemoved: e.AliasAdded,
    e.ActorsMerged: e.ActorsParted, e.ActorsParted: e.ActorsMerged,
    e.AffiliationSet: e.AffiliationRemoved, e.AffiliationRemoved: e.AffiliationSet,
}  # fmt: skip
"""Of each, the event that takes it back."""


def _kind(past: Past, stamp: Envelope, why: str) -> e.AnyEvent:
    """What it was defined as before; without one, what nobody says of it."""
    earlier = past.before[-1].event if past.before else None
    kind = getattr(earlier, "kind", "unknown")
    return past.event.model_copy(update={**stamp, "kind": kind, "reason": why})


def _pair(past: Past, event: e.AnyEvent, stamp: Envelope, why: str) -> e.AnyEvent:
    kind = PAIRS[type(event)]
    fields = {name: value for name, value in dict(event).items() if name in kind.model_fields}
    if isinstance(event, e.AffiliationRemoved):
        fields |= _dates_before(past)
    return kind.model_validate({**fields, **stamp, "reason": why})


def _dates_before(past: Past) -> dict[str, str]:
    """The dates of the affiliation that was taken back."""
    standing = [{"since": "", "until": ""}]
    for kept in past.before:
        if isinstance(kept.event, e.AffiliationSet):
            standing.append({"since": kept.event.since, "until": kept.event.until})
        elif len(standing) > 1:
            standing.pop()
    return standing[-1]
