"""What an event did, in words: for conflicts, undo and whoever asks what happened."""

from collections.abc import Iterator

from timeline import events as e
from timeline.when import When

RELATION = {"part of": "is part of", "member of": "is a member of", "speaks for": "speaks for"}
"""The relations between actors, as a sentence says them."""
DEEDS: "dict[type[e.AnyEvent], str]" = {
    e.ArticleAdmitted: "added it",
    e.ArticleDescribed: "described it: {described}",
    e.ArticleDated: "dated it {date}",
    e.AssertionRecorded: "asserted it",
    e.AssertionDated: "dated it {date}",
    e.AssertionAccepted: "accepted it",
    e.AssertionRejected: "rejected it",
    e.AssertionReopened: "reopened it",
    e.AssertionCorrected: "corrected it",
    e.AssertionRetracted: "retracted it",
    e.AssertionRestored: "restored it",
    e.AssertionLinked: "linked it: {relation} {other}",
    e.AssertionUnlinked: "took back the link: {relation} {other}",
    e.ActorDefined: "defined {actor} as {kind}",
    e.AliasAdded: "said that {alias} means {actor}",
    e.AliasRemoved: "said that {alias} does not mean {actor}",
    e.ActorsMerged: "merged {actor} into {into}",
    e.ActorsParted: "parted {actor} from {into}",
    e.AffiliationSet: "said that {child} {verb} {parent}",
    e.AffiliationRemoved: "took back that {child} {verb} {parent}",
    e.OccasionDated: "dated {name} {date}",
    e.Noted: "noted: {text}",
}
"""What each did, as the rest of a sentence that begins with a name."""


def deed(event: "e.AnyEvent | None") -> str:
    """What was done, as the rest of a sentence that begins with a name.

    >>> from timeline.chronicle import new_envelope
    >>> deed(e.AssertionRejected(id="x", reason="third hand", **new_envelope("Ada")))
    'rejected it (third hand)'
    """
    if event is None:
        return "did something that was erased"
    words = dict(event)
    words["date"] = _dated(event)
    words["verb"] = RELATION.get(str(words.get("relation")), "is tied to")
    words["described"] = ", ".join(_described(event)) or "no title"
    reason = words.get("reason")
    told = DEEDS.get(type(event), event.NAME.partition(".")[0].replace("-", " "))
    if isinstance(event, e.ActorDefined) and event.kind == "unknown":
        told = "took back what {actor} was defined as"
    return told.format_map(words) + (f" ({reason})" if reason else "")


def _dated(event: e.AnyEvent) -> str:
    """The date that an event sets; where a person takes that of an occasion back, whose counts."""
    date = date_of(event)
    if not date and isinstance(event, e.OccasionDated):
        return "as the articles say"
    return When.parse(date).label


def _described(event: e.AnyEvent) -> Iterator[str]:
    """What an event says of an article."""
    for name in ("title", "publisher", "url") if isinstance(event, e.ArticleDescribed) else ():
        if value := getattr(event, name):
            yield f"{name} “{value}”"


def date_of(event: e.AnyEvent) -> str:
    """The date that an event sets, in EDTF; empty where it sets none."""
    match event:
        case e.AssertionDated():
            return event.date
        case e.ArticleDated():
            return event.published
        case e.OccasionDated():
            return event.date
        case _:
            return ""
