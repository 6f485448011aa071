"""The ground of a reading: all that is found in an article before assertions are put together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.article import Article
from timeline.reading.act import Lexicons, Page
from timeline.reading.attribution import attributions_of
from timeline.reading.belonging import settled
from timeline.reading.cast import Cast, cast
from timeline.reading.dates import Found, find
from timeline.reading.dates.shadow import shadow as fold
from timeline.reading.guess import with_year
from timeline.reading.heralded import Heralded, heralded, heralds
from timeline.reading.home import home, several
from timeline.reading.occasions import OccasionDate, occasion_dates, occasions
from timeline.reading.occasions.naming import Owner
from timeline.reading.phrases import Hits
from timeline.reading.replies import reply_cues
from timeline.reading.said import Clocks, clocks
from timeline.reading.scene import Scene
from timeline.reading.shares import spoken_of
from timeline.reading.text.shadow import shadow
from timeline.reading.unsaid import without_unsaid
from timeline.reading.values import Attribution, Attributions, Sentence, Span
from timeline.reading.vocabulary import Words
from timeline.reading.who import Who
from timeline.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Ground:
    """What one article holds; all offsets count code points of `text`."""

    text: str
    copy: str
    """The shadow copy: capitals kept."""
    page: Page
    """The folded copy, in lower case, with the phrases of the lexicons that stand in it."""
    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution]
    contents: dict[int, list[Span]]
    """What is asserted in each sentence, by whomever: in order, what is next to another in one."""
    told: dict[int, list[Attribution]]
    """The attributions of each sentence."""
    replies: Hits[bool]
    """Where words of answering stand."""
    cast: Cast
    time: Clocks
    dated: Sequence[OccasionDate]
    scene: Scene
    """What is asked where an assertion names nobody."""
    answers: tuple[Heralded, ...]
    """Who is told to have answered whom, beside the words."""
    bodies: dict[Span, Span]
    """Of people, by their names: the body with which they are introduced."""
    international: bool
    """Whether it is about several countries."""


def _bodies(said: Attributions) -> dict[Span, Span]:
    named = (*said.names, *(one.name for one in said.attributions if one.name))
    return {name.span: name.body for name in named if name.kind == "person" and name.body}


def ground(article: Article, who: Who, lexicons: Lexicons) -> Ground:
    """Find quotes and speakers, actors, occasions and dates in an article."""
    text = article.text
    copy, words = shadow(text), Words.of(fold(text))
    published = When.parse(article.published) if article.published else UNKNOWN
    said = attributions_of(copy)
    said, actors = settled(copy, words, said, cast(text, copy, words, said, who))
    dates: Sequence[Found] = find(text, published if published.known else None, words)

    def owners(start: int, end: int) -> list[Owner]:
        return [
            Owner(
                Span(mark.start, mark.end),
                mark.side,
                mark.kind == "organisation" and mark.actor == mark.side,
                mark.name,
            )
            for mark in actors.within(start, end)
            if mark.kind in ("organisation", "country", "office")
        ]

    heard = occasions(copy, words, owners, dates)
    dated = tuple(occasion_dates(copy, heard, dates))
    if not published.known:
        dates = with_year(text, words, dates, heard)
    announced = heralds(said)
    answers = heralded(said, actors, announced)
    if announced:
        told_of = frozenset(announced)
        rest = tuple(one for one in said.attributions if one not in told_of)
        said = said._replace(attributions=rest)
    spoken = list(spoken_of(copy, actors, heard, said))
    contents: dict[int, list[Span]] = defaultdict(list)
    told: dict[int, list[Attribution]] = defaultdict(list)
    for one in spoken:
        told[one.sentence].append(one)
        if one.form not in ("action", "narrative"):
            contents[one.sentence].extend(one.content)
    page = Page.of(words, lexicons)
    return Ground(
        text,
        copy,
        page,
        said.sentences,
        tuple(without_unsaid(page.low, lexicons, said.sentences, spoken)),
        {sentence: _joined(copy, spans) for sentence, spans in contents.items()},
        told,
        reply_cues(words),
        actors,
        clocks(copy, dates, published, heard, dated),
        dated,
        Scene(copy, page.low, actors, said.sentences, home(actors)),
        answers,
        _bodies(said),
        several(actors),
    )


def _joined(copy: str, spans: list[Span]) -> list[Span]:
    """Spans in order, those in one between which no word stands: a long quote has hundreds."""
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else span
        if joined and not copy[last.end : span.start].strip():
            joined[-1] = Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
