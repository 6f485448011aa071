"""Articles told as a table, and what is to be looked at in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from timeline.chronicle import Chronicle
from timeline.projection.coverage import plural
from timeline.projection.sheet import Block, Sentence, Sheet, Table
from timeline.query import ArticleStanding, OccasionStanding
from timeline.reading.outlet import SETTLED
from timeline.when import When

Begins = Callable[[ArticleStanding], str]
"""How the text of an article begins, for those without a title."""
LONGEST = 60
LOOKED_AT = 20
"""Findings that are told one by one: of thousands of articles, hundreds have some."""


def sheet(
    held: list[ArticleStanding],
    assertions: int,
    occasions: Iterable[OccasionStanding],
    begins: Begins,
) -> Sheet:
    """All articles as a table under their counts, and that of all assertions in them."""
    first = f"{plural(len(held), 'article')}, {plural(assertions, 'assertion')};"
    return (
        Sentence(f"{first} {undated(held):,} of them state no date.", "count"),
        table(held, begins),
        *to_look_at(held, occasions),
    )


def undated(held: Iterable[ArticleStanding]) -> int:
    """How many of them state no date."""
    return sum(not When.parse(one.published).known for one in held)


def table(held: Iterable[ArticleStanding], begins: Begins) -> Table:
    """One row an article: id, when published, how many found, title or how it begins."""
    return Table(
        ("id", "hash", "published", "found", "title"),
        tuple(
            (
                one.short,
                one.sha256[:8],
                published(one),
                str(one.found),
                one.title or f"(no title) {begins(one)}",
            )
            for one in held
        ),
    )


def begins(chronicle: Chronicle, one: ArticleStanding) -> str:
    """How the stored text of an article begins; its file's name once that was erased."""
    kept = chronicle.bytes_of(one.id)
    text = kept.content[: 8 * LONGEST].decode("utf-8", "ignore") if kept else one.name
    return " ".join(text.split())[:LONGEST]


def published(one: ArticleStanding) -> str:
    """When an article came out, or that it does not say."""
    when = When.parse(one.published)
    return when.label if when.known else "NOT STATED"


def to_look_at(
    held: Iterable[ArticleStanding], occasions: Iterable[OccasionStanding]
) -> Iterator[Block]:
    """What was noticed and not guessed about, those without a date first: they cost most."""
    held = list(held)
    told = [
        f"{one.short}  no date is stated: what it reports stands under NO DATE."
        f" If you know it: timeline correct {one.short} published=DATE -m WHY"
        " (next time: add --published DATE)"
        for one in held
        if not When.parse(one.published).known
    ]
    told += _borrowed({one.id: one.short for one in held}, occasions)
    told += [f"{one.short}  {finding}" for one in held for finding in noticed(one)]
    if told:
        yield Sentence("To look at, the costly ones first:", "warning")
        yield from (Sentence(text, "warning") for text in told[:LOOKED_AT])
    if len(told) > LOOKED_AT:
        yield Sentence(f"{len(told) - LOOKED_AT:,} more cost less than these.", "warning")


def noticed(one: ArticleStanding) -> Iterator[str]:
    """What was noticed in an article, but what was settled since."""
    for finding in one.findings:
        if SETTLED.search(finding):
            if not one.publisher:
                yield finding.replace(" ID ", f" {one.short} ")
        else:
            yield finding


def _borrowed(names: Mapping[str, str], occasions: Iterable[OccasionStanding]) -> Iterator[str]:
    """Occasions whose date one article borrows from another, or on which several disagree."""
    for one in occasions:
        when = When.parse(one.said)
        if when.uncertain and one.assertions and not names.keys().isdisjoint(one.dated_by):
            lenders = ", ".join(names.get(id_, id_) for id_ in one.dated_by)
            hang = plural(one.assertions, "assertion hangs", "assertions hang")
            yield (
                f"«{one.name}»  {when.label}, as {lenders} says; {hang} on it."
                f' timeline date "{one.name}" DATE -m WHY'
            )
