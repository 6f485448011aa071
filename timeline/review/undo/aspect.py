"""Which events of one stream decide on the same thing: the later one is in force."""

from timeline import events as e
from timeline.actors import key
from timeline.terms import undone as undone_by

Aspect = tuple[str, ...]
ASPECTS: "dict[type[e.AnyEvent], Aspect]" = {
    e.AssertionAccepted: ("status",),
    e.AssertionRejected: ("status",),
    e.AssertionReopened: ("status",),
    e.AssertionRetracted: ("status",),
    e.AssertionRestored: ("status",),
    e.AssertionCorrected: ("record",),
    e.AssertionDated: ("record",),
    e.AssertionLinked: ("link", "relation", "other"),
    e.AssertionUnlinked: ("link", "relation", "other"),
    e.ArticleDated: ("published",),
    e.ArticleDescribed: ("description",),
    e.OccasionDated: ("occasion", "article"),
    e.AliasAdded: ("alias", "alias"),
    e.AliasRemoved: ("alias", "alias"),
    e.ActorsMerged: ("merge", "actor"),
    e.ActorsParted: ("merge", "actor"),
    e.AffiliationSet: ("tie", "child", "relation", "parent"),
    e.AffiliationRemoved: ("tie", "child", "relation", "parent"),
    e.ActorDefined: ("kind", "actor"),
}
"""What each decides on, and the fields that tell one such thing from another in its stream."""
NAMES = frozenset({"alias", "actor", "child", "parent"})
"""Fields that hold names, which have several spellings."""


def aspect(event: "e.AnyEvent | None") -> Aspect | None:
    """What an event decides on, within its stream; None for what decides nothing."""
    told = ASPECTS.get(type(event)) if event is not None else None
    if told is None:
        return None
    values = [(name, getattr(event, name) or "") for name in told[1:]]
    return told[0], *(key(value) if name in NAMES else value for name, value in values)


def follows(event: "e.AnyEvent | None") -> bool:
    """Whether an event only follows from another decision: a date found again."""
    match event:
        case e.AssertionDated():
            return event.basis != "person" and not undone(event)
        case e.OccasionDated():
            return event.article is not None
        case _:
            return False


def undone(event: "e.AnyEvent | None") -> int | None:
    """The position of what an event reverses; None if it reverses nothing."""
    return undone_by(getattr(event, "reason", None))
