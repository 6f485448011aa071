"""All that can ever be recorded: a closed union of past-tense events, each flat and frozen.

A stored name ends in the version of its shape (`assertion-recorded.1`); it is looked up in
`EVENTS` and nowhere else, so that no store can name a class of its own. `at` is a UTC instant
(RFC 3339, microseconds, `Z`), `by` who or which reader, `nonce` 128 random bits in hexadecimal.
Dates that may be in doubt are EDTF, empty where unknown.
"""

from typing import ClassVar, Literal, get_args

from timeline.assertion import Assertion, Basis, Frozen, Kind


class Event(Frozen):
    """The envelope of every event."""

    NAME: ClassVar[str]
    at: str
    by: str
    nonce: str


class Decision(Event):
    """An event that changes a mind, and so has a reason."""

    reason: str


# Articles.
class ArticleAdmitted(Event):
    """A source document entered; its bytes stand beside the record, in the same transaction."""

    NAME = "article-admitted.1"
    article: str
    sha256: str
    commitment: str
    """SHA-256 of salt and bytes: says nothing once both are erased."""
    media_type: str
    extractor: str
    """Who made text of the bytes; offsets hold for that text only."""
    size: int
    name: str


class ArticleDescribed(Event):
    """What is known of an article's origin; a later one replaces the earlier."""

    NAME = "article-described.1"
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    reason: str | None = None


class ArticleDated(Event):
    """When an article was published, and how that was found."""

    NAME = "article-dated.1"
    article: str
    published: str
    basis: Basis
    rule: str | None = None
    phrase: str | None = None
    phrase_start: int | None = None
    phrase_end: int | None = None
    reason: str | None = None


class ArticleRead(Event):
    """A reader went through an article; that it found nothing is a fact too."""

    NAME = "article-read.2"
    article: str
    reader: str
    version: str
    configuration: str
    """SHA-256 of whatever the reader was set to."""
    found: int
    refused: list[str]
    """Reasons, one for each refused candidate."""
    findings: list[str]
    """What was noticed and not guessed about, as sentences."""
    missed: list[str] = []  # noqa: RUF012 - pydantic copies defaults
    """Assertions that earlier readings had and this one has not; they stand as they stood."""


# Assertions.
class AssertionRecorded(Event, Assertion):
    """A reader found it, or a person asserted it by hand."""

    NAME = "assertion-recorded.1"


class AssertionDated(Event):
    """A date of one assertion, found again after what it hung on had changed, or set."""

    NAME = "assertion-dated.2"
    id: str
    clock: Literal["said", "about"] = "said"
    """Which date: of its being asserted, or of what its content speaks of."""
    date: str
    basis: Basis
    rule: str | None = None
    anchor: str | None = None
    reason: str | None = None


class AssertionAccepted(Event):
    """A person checked it and holds it right."""

    NAME = "assertion-accepted.1"
    id: str
    reason: str | None = None


class AssertionRejected(Decision):
    """A person checked it and holds it wrongly read."""

    NAME = "assertion-rejected.1"
    id: str


class AssertionReopened(Event):
    """A decision was taken back; it is a proposal again."""

    NAME = "assertion-reopened.1"
    id: str
    reason: str | None = None


class AssertionCorrected(Decision, Assertion):
    """The whole assertion as it stands after the correction."""

    NAME = "assertion-corrected.1"


class AssertionRetracted(Decision):
    """It is withdrawn: shown as such, counted nowhere."""

    NAME = "assertion-retracted.1"
    id: str


class AssertionRestored(Event):
    """A retraction was taken back."""

    NAME = "assertion-restored.1"
    id: str
    reason: str | None = None


class AssertionLinked(Event):
    """A person says that one assertion answers, repeats or contradicts another."""

    NAME = "assertion-linked.1"
    id: str
    relation: str
    other: str
    reason: str | None = None


class AssertionUnlinked(Event):
    """A link was taken back."""

    NAME = "assertion-unlinked.1"
    id: str
    relation: str
    other: str
    reason: str | None = None


# Actors and occasions.
class ActorDefined(Event):
    """A person, office, group, medium, organisation, country or occasion has a name here."""

    NAME = "actor-defined.1"
    actor: str
    kind: Kind
    reason: str | None = None


class AliasAdded(Event):
    """Another name means this actor."""

    NAME = "alias-added.1"
    alias: str
    actor: str
    reason: str | None = None


class AliasRemoved(Event):
    """A name no longer means this actor."""

    NAME = "alias-removed.1"
    alias: str
    actor: str
    reason: str | None = None


class ActorsMerged(Event):
    """Two actors are one; `actor` is shown as `into` from here on."""

    NAME = "actors-merged.1"
    actor: str
    into: str
    reason: str | None = None


class ActorsParted(Event):
    """A merge was taken back."""

    NAME = "actors-parted.1"
    actor: str
    into: str
    reason: str | None = None


class AffiliationSet(Event):
    """A child is part of, is a member of, or speaks for a parent, from when until when."""

    NAME = "affiliation-set.1"
    child: str
    relation: str
    parent: str
    since: str = ""
    until: str = ""
    reason: str | None = None


class AffiliationRemoved(Event):
    """An affiliation was taken back."""

    NAME = "affiliation-removed.1"
    child: str
    relation: str
    parent: str
    reason: str | None = None


class OccasionDated(Event):
    """When an occasion was: found in an article, or said by a person for all that hangs on it."""

    NAME = "occasion-dated.1"
    occasion: str
    """Its key, the same for every article that means the same one."""
    name: str
    """As written."""
    date: str
    basis: Basis
    article: str | None = None
    rule: str | None = None
    phrase: str | None = None
    phrase_start: int | None = None
    phrase_end: int | None = None
    reason: str | None = None


# The store itself.
class GazetteerAdopted(Event):
    """The shipped actors of one version enter the record, so that views resolve from it alone."""

    NAME = "gazetteer-adopted.1"
    version: str
    sha256: str
    entries: list[str]
    """Each an actor as canonical JSON, see `timeline.actors.Entry`."""


class Noted(Event):
    """A person's note on an assertion, article, actor or occasion."""

    NAME = "noted.1"
    subject: str
    text: str


class ChronicleImported(Event):
    """What follows, up to its own count of events, came from another store."""

    NAME = "chronicle-imported.1"
    source: str
    events: int


AnyEvent = (
    ArticleAdmitted | ArticleDescribed | ArticleDated | ArticleRead
    | AssertionRecorded | AssertionDated | AssertionAccepted | AssertionRejected
    | AssertionReopened | AssertionCorrected | AssertionRetracted | AssertionRestored
    | AssertionLinked | AssertionUnlinked
    | ActorDefined | AliasAdded | AliasRemoved | ActorsMerged | ActorsParted
    | AffiliationSet | AffiliationRemoved | OccasionDated
    | GazetteerAdopted | Noted | ChronicleImported
)  # fmt: skip
EVENTS: dict[str, type[AnyEvent]] = {event.NAME: event for event in get_args(AnyEvent)}
"""The closed table: a stored name that is not in it is refused."""
