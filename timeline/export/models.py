"""`assertion/1`: one assertion as a report, in JSON; it goes out only, the record is elsewhere.

Every offset counts code points of the article's text, end exclusive.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from timeline.terms import Act, Authority, Basis, Family, Form, Mode, Status

SCHEMA: Literal["assertion/1"] = "assertion/1"
Span = tuple[int, int]


class Model(BaseModel):
    """A part of a report, without fields that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Speaker(Model):
    """Who asserts: as written, by its fullest name there, as resolved, and for whom."""

    mention: str | None
    name: str | None
    actor: str
    for_: str = Field(alias="for")
    authority: Authority
    role: str | None = Field(description="as the article introduces it")


class Target(Model):
    """About or toward whom."""

    mention: str
    name: str
    actor: str
    for_: str = Field(alias="for")


class Reporter(Model):
    """Through whose hands it came, the nearest to the article first."""

    mention: str
    name: str
    actor: str


class Said(Model):
    """When it was asserted, and how that was found."""

    edtf: str | None = Field(description="EDTF, null where unknown; `?` rests on another article")
    earliest: str | None
    latest: str | None
    basis: Basis
    phrase: str | None
    rule: str | None
    anchor: str | None


class About(Model):
    """What time its content speaks of."""

    edtf: str
    earliest: str | None
    latest: str | None
    phrase: str | None
    rule: str | None
    anchor: str | None


class Answers(Model):
    """What it answers: assertions by id, or what the text says that it answers."""

    to: str
    basis: Literal["stated", "inferred", "person"]
    cue: str | None


class Link(Model):
    """What a person said of two assertions, told at both."""

    relation: Literal["answers", "repeats", "contradicts"]
    from_: str = Field(alias="from")
    to: str


class Published(Model):
    """When the article came out, and what it says about that."""

    edtf: str | None
    raw: str | None


class Source(Model):
    """Where it stands: `quote` is the article's text from `start` to `end`."""

    article: str
    sha256: str
    title: str | None
    publisher: str | None
    url: str | None
    published: Published
    start: int
    end: int
    passage: dict[Literal["start", "end"], int]


class Noted(Model):
    """Where it stands in the chronicle, and when it got there."""

    position: int
    at: str


class Report(Model):
    """One assertion: who said what about whom, when, in which words, as far as one article says.

    `quote` is the asserted words; only what `own` spans is the speaker's own. With form
    `indirect` no word is: never print it between quotation marks under the speaker's name.
    """

    schema_: Literal["assertion/1"] = Field(SCHEMA, alias="schema")
    id: str
    handle: str
    status: Status
    checked_by: str | None
    quote: str
    own: list[Span]
    form: Form
    mode: Mode
    speaker: Speaker
    targets: list[Target]
    act: Act
    family: Family
    cue: str | None
    stance: Literal[-1, 0, 1]
    topics: list[str]
    occasion: str | None
    said: Said
    about: About | None
    answers: list[Answers]
    same_as: list[str]
    origins: int | None = Field(description="null where repetitions were not looked for")
    reported_by: list[Reporter]
    source: Source
    method: str
    pattern: str
    confidence: int = Field(ge=0, le=100)
    recorded: Noted
    answered_by: list[str] = Field(
        description="the other end of `answers`, where it was looked for"
    )
    links: list[Link]
