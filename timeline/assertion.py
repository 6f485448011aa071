"""An assertion: who said what about whom, when, in which words, each tied to its place.

Three values: a `Candidate` is what a reader proposes, an `Assertion` is a candidate that passed
the gate and has an identity, a `Refusal` says why one did not. All are flat, scalars and lists of
scalars, because an event is an assertion with an envelope and replay lives on decoding it fast.
"""

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from timeline.terms import Act, Authority, Basis, Family, Form, Kind, Mode, Status

__all__ = [
    "Act", "Assertion", "Authority", "Basis", "Candidate", "Family", "Finding", "Form", "Frozen",
    "Kind", "Mode", "Refusal", "Status",
]  # fmt: skip


class Frozen(BaseModel):
    """A value: immutable, and without fields that nobody declared."""

    # Reading commands make no model: what is not built costs them nothing (0.1 s and more).
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Candidate(Frozen):
    """What a reader proposes; every `X_start`, `X_end` are offsets of the words `X`.

    Offsets count code points of the article's text, end exclusive. Words that a reader did not
    find verbatim it must not name: the gate compares each with the text. Lists that share a
    prefix run in parallel. `None` (or an empty list) means that the text does not say.
    """

    # The three spans: the carrying passage, the asserted part of it, the speaker's own words.
    passage_start: int
    passage_end: int
    asserted: str
    asserted_start: int
    asserted_end: int
    own: list[int] = []
    """Start, end, start, end …: inside quotation marks, without the marks."""
    repeats: list[int] = []
    """Start, end …: passages of this article that print the same again."""

    # Who asserts. `speaker` None: the article's own voice, or a passive without an agent.
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_name: str | None = None
    """The fullest verbatim name in this article that the mention refers to; None: nobody named,
    as of "they" where no text tells who they are."""
    speaker_name_start: int | None = None
    speaker_name_end: int | None = None
    speaker_role: str | None = None
    """As introduced, verbatim: "Secretary-General", "Foreign Ministry spokesperson"."""
    speaker_body: str | None = None
    """As introduced, verbatim: whose role it is: "NATO", "Chinese", "U.S."."""
    speaker_kind: Kind = "unknown"
    authority: Authority = "unnamed"

    # About or toward whom, the main one first.
    targets: list[str] = []
    targets_start: list[int] = []
    targets_end: list[int] = []
    targets_name: list[str] = []
    targets_name_start: list[int] = []
    targets_name_end: list[int] = []

    # Through whose hands it came, the nearest to the article first.
    reporters: list[str] = []
    reporters_start: list[int] = []
    reporters_end: list[int] = []
    reporters_name: list[str] = []
    reporters_name_start: list[int] = []
    reporters_name_end: list[int] = []

    # What kind of act.
    act: Act = "state"
    family: Family = "state"
    sign: Literal[-1, 0, 1] = 0
    """The stance toward the target."""
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    form: Form = "indirect"
    mode: Mode = "said"
    topics: list[str] = []

    # The occasion on which, or the document in which, it was said.
    occasion: str | None = None
    """Its name as this article writes it: "the Washington Summit Declaration"."""
    occasion_start: int | None = None
    occasion_end: int | None = None
    occasion_key: str | None = None
    """The same for every article that means the same one: "NATO summit, Washington"."""

    # When it was said: EDTF, empty where unknown, and the receipt of how that was found.
    said: str = ""
    said_basis: Basis = "unknown"
    said_rule: str | None = None
    said_anchor: str | None = None
    """`published`, `occasion`, or what else the phrase was counted from."""
    said_days: list[int] = []
    """Of a date that moves with its occasion: first and last day, counted from it."""
    said_phrase: str | None = None
    said_phrase_start: int | None = None
    said_phrase_end: int | None = None

    # What time its content speaks of.
    about: str = ""
    about_rule: str | None = None
    about_anchor: str | None = None
    about_phrase: str | None = None
    about_phrase_start: int | None = None
    about_phrase_end: int | None = None

    # The words that make it an answer, and what the text says that it answers.
    reply: str | None = None
    reply_start: int | None = None
    reply_end: int | None = None
    answers: str | None = None
    answers_start: int | None = None
    answers_end: int | None = None

    method: str
    """Reader and version: `rules/1`."""
    pattern: str
    confidence: int
    """Per cent: how often this pattern had words and speaker right on unseen news."""


class Assertion(Candidate):
    """A candidate whose words stand in its article, with the identity it keeps for ever."""

    id: str
    """uuid5(article, asserted start, end, speaker's start); minted once, never recomputed."""
    handle: str
    """`8229190e@4063`: start of the article's SHA-256, `@`, offset of the asserted words."""
    article: str


class Refusal(NamedTuple):
    """A candidate that the gate refused, with the reason."""

    start: int
    words: str
    reason: str


class Finding(NamedTuple):
    """Something that a reader noticed and did not guess about: "[Current Date]", 31 June."""

    start: int
    end: int
    words: str
    says: str
