"""The events of an article that is new here: admitted, described, dated, read."""

from typing import TYPE_CHECKING, NamedTuple

from timeline.add.given import Given
from timeline.admission import admit_all
from timeline.article import Article
from timeline.assertion import Assertion, Basis, Finding, Refusal
from timeline.chronicle import ArticleBytes, Batch, new_envelope, streams
from timeline.events import (
    AnyEvent,
    ArticleAdmitted,
    ArticleDated,
    ArticleDescribed,
    ArticleRead,
    AssertionRecorded,
    OccasionDated,
)
from timeline.reading.describe import Description

if TYPE_CHECKING:
    from timeline.reading.reader import Reader, Reading


class Origin(NamedTuple):
    """What is known of an article's origin: from a person, or else from its own head."""

    given: Given
    described: Description

    @property
    def by_person(self) -> bool:
        """Whether a person said when it was published."""
        return self.given.published is not None

    @property
    def basis(self) -> Basis:
        """What the date rests on."""
        if self.by_person:
            return "person"
        return "stated" if self.described.published.known else "unknown"

    def of(self, article: Article) -> Article:
        """Give an article its title, publisher, address and date."""
        said, read = self.given, self.described
        date = read.published if said.published is None else said.published
        return article.model_copy(
            update={
                "title": said.title or read.title,
                "publisher": said.publisher or read.publisher,
                "url": said.url or read.url,
                "published": date.text if date.known else "",
            }
        )


class Judged(NamedTuple):
    """A reading after the gate."""

    admitted: tuple[Assertion, ...]
    refused: tuple[Refusal, ...]
    findings: tuple[Finding, ...]


def method(reader: "Reader") -> str:
    """Name a reader as events do: `rules/1`."""
    return f"{reader.name}/{reader.version}"


def judge(reading: "Reading", article: Article, described: Description) -> Judged:
    """Let the gate judge a reading; what was noticed is told in the order of the text."""
    admitted, refused = admit_all(reading.candidates, article)
    noticed = {(one.start, one.end): one for one in (*described.findings, *reading.findings)}
    return Judged(admitted, refused, tuple(noticed[place] for place in sorted(noticed)))


def article_batch(
    article: Article, origin: Origin, kept: ArticleBytes, by: str, reader: "Reader"
) -> Batch:
    """Admit, describe and date an article, by who added it, or who read its head."""
    read = origin.described
    told = any((origin.given.title, origin.given.publisher, origin.given.url))
    head: list[AnyEvent] = [
        ArticleAdmitted(
            **new_envelope(by),
            article=article.id,
            sha256=article.sha256,
            commitment=kept.commitment,
            media_type="text/plain",
            extractor="utf-8",
            size=len(kept.content),
            name=article.name,
        ),
        ArticleDescribed(
            **new_envelope(by if told else method(reader)),
            article=article.id,
            title=article.title,
            publisher=article.publisher,
            url=article.url,
        ),
        ArticleDated(
            **new_envelope(by if origin.by_person else method(reader)),
            article=article.id,
            published=article.published,
            basis=origin.basis,
            rule=None if origin.by_person else read.rule,
            phrase=None if origin.by_person else read.phrase,
            phrase_start=None if origin.by_person else read.phrase_start,
            phrase_end=None if origin.by_person else read.phrase_end,
        ),
    ]
    return Batch(streams.article(article.id), 0, head)


def reading_batch(  # noqa: PLR0913, PLR0917 - a reading is of so many parts
    article: Article,
    reader: "Reader",
    judged: Judged,
    recorded: tuple[Assertion, ...],
    occasions: tuple[OccasionDated, ...],
    missed: tuple[str, ...] = (),
) -> Batch:
    """Record a reading: first that it was read, so that reading again the same way is refused.

    Args:
        article: what was read.
        reader: who read it.
        judged: what the gate made of the reading.
        recorded: those of the admitted that differ from what is recorded already.
        occasions: likewise.
        missed: ids of those that earlier readings had and this one has not.
    """
    by = method(reader)
    events: list[AnyEvent] = [
        ArticleRead(
            **new_envelope(by),
            article=article.id,
            reader=reader.name,
            version=reader.version,
            configuration=reader.configuration,
            found=len(judged.admitted),
            refused=[f"{one.start}: {one.reason}" for one in judged.refused],
            findings=[one.says for one in judged.findings],
            missed=list(missed),
        )
    ]
    events += [AssertionRecorded(**new_envelope(by), **dict(one)) for one in recorded]
    events += occasions
    stream = streams.reading(article.id, reader.name, reader.version, reader.configuration)
    return Batch(stream, 0, events)


def dated(article: Article, reader: "Reader", reading: "Reading") -> tuple[OccasionDated, ...]:
    """Make events of the occasions that an article dates."""
    return tuple(
        OccasionDated(
            **new_envelope(method(reader)),
            occasion=one.key,
            name=one.name,
            date=one.date,
            basis="stated",
            article=article.id,
            rule=one.rule,
            phrase=one.phrase,
            phrase_start=one.phrase_start,
            phrase_end=one.phrase_end,
        )
        for one in reading.occasions
    )
