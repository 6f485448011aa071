"""One assertion as it stands: all that a projection is told of it, with every name resolved."""

from typing import Any, NamedTuple

from timeline.terms import Act, Authority, Basis, Family, Form, Mode, Status

OWN_VOICE, NOBODY = "(article)", "(unattributed)"
"""Who speaks where no name tells: the article itself, or whoever it does not say."""
UNNAMED = frozenset({OWN_VOICE, NOBODY})


class Standing(NamedTuple):
    """One assertion as it stands: what was recorded of it, resolved.

    Actors are canonical names. `sides` begins with the actor itself and goes on with all that it
    counts under at that time: what it is part of, and for whom it speaks; a member is not its
    alliance. A tuple, because replay makes one of each of a million events; first the fields
    that every entry keeps, then those of `Spoken`, so that an entry is cut out in one piece.
    """

    position: int
    """Of its first event: an integer that never changes."""
    id: str
    handle: str
    article: str
    status: Status = "proposed"
    checked_by: str | None = None
    actor: str = NOBODY
    """Who asserts."""
    side: str = ""
    """The side spoken for, the last of `sides`."""
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """Actors about or toward whom, the main one first."""
    target_sides: tuple[str, ...] = ()
    occasion: str = ""
    """The occasion's key; the article's id where it has none."""
    said: str = ""
    """EDTF, its own; where it moves with the occasion, `days` says by how many days."""
    basis: Basis = "unknown"
    toward: str = ""
    """The side of the main target, as `side` is of the speaker; empty where there is none."""
    mention: str = ""
    """The speaker as written."""
    role: str = ""
    """As introduced: "Secretary-General"; empty where not."""
    authority: Authority = "unnamed"
    reporters: tuple[str, ...] = ()
    act: Act = "state"
    family: Family = "state"
    sign: int = 0
    form: Form = "indirect"
    mode: Mode = "said"
    occasion_name: str = ""
    asserted: str = ""
    own: tuple[str, ...] = ()
    """The speaker's own words, each verbatim."""
    reply: str = ""
    """The words that make it an answer."""
    answers: str = ""
    """What the text says that it answers."""
    topics: tuple[str, ...] = ()
    confidence: int = 0
    links: tuple[str, ...] = ()
    """What a person linked it to: `answers ID`, `repeats ID`, `contradicts ID`."""
    corrected: bool = False
    """Whether it stands as a person corrected it."""
    cue: str = ""
    days: tuple[int, ...] = ()
    about: str = ""
    asserted_start: int = 0

    def is_by(self, name: str) -> bool:
        """Whether `name` is the speaker, or somebody that the speaker speaks for."""
        return name in self.sides

    def is_about(self, name: str) -> bool:
        """Whether `name` is a target, or somebody that a target counts under."""
        return name in self.target_sides

    @property
    def counts(self) -> bool:
        """Whether it may stand in counts."""
        return counting(self)


def counting(one: Any) -> bool:  # noqa: ANN401 - a standing, or an entry with these fields
    """Whether an assertion may stand in counts: neither withdrawn nor nameless at third hand."""
    if one.status != "proposed":
        return bool(one.status == "accepted")
    return not (one.sign < 0 and one.reporters and one.authority == "unnamed")
