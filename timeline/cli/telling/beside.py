"""What stands beside an assertion: what says the same, what it answers, what a person linked."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from timeline.export import FEW, among, many
from timeline.projection import Standing
from timeline.projection.spoken import handle
from timeline.query import Filters, Library
from timeline.query.held import standings

STATED = "said: «{reply}»"
Handle = Callable[[str], str]


class Beside(NamedTuple):
    """Sentences, each beginning with the handle of another assertion."""

    also: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """What a person linked it to, or to it."""
    answers: tuple[str, ...] = ()


def beside(
    library: Library, one: Standing, as_of: str | int | None = None
) -> tuple[Beside, Handle]:
    """All that stands beside an assertion; and what gives the handle of one, by its id."""
    articles = library.articles(as_of)
    names = {article.id: article.short for article in articles}

    def named(other: str) -> str:
        return handle(library.standing(other, as_of), names)

    if many(articles, FEW):
        told = f"not looked for among more than {FEW:,} assertions"
        return Beside((told,), tuple(_own(one, named))), named
    found = {each.id: each for each in standings(library, Filters(as_of=as_of))}
    links = among(found.values())

    def told_of(other: str) -> str:
        return f"{handle(found[other], names)} {found[other].actor}"

    same = links.same.get(one.id, ())
    also = [f"{told_of(other)} «{found[other].asserted}»" for other in same]
    if also:
        also.append(f"independent origins: {links.origins[one.id]}")
    to, ground = links.answers.get(one.id, ((), "inferred"))
    how = STATED.format(reply=one.reply) if ground == "stated" else ground
    answers = [f"{told_of(other)} ({how})" for other in to]
    back = (other for other, (asked, _) in links.answers.items() if one.id in asked)
    answers += [f"answered by {told_of(other)}" for other in back]
    reached = [*_own(one, told_of), *_to_it(one, found.values(), told_of)]
    return Beside(tuple(also), tuple(reached), tuple(answers)), named


def _own(one: Standing, told: Handle) -> Iterator[str]:
    """What a person linked it to."""
    for link in one.links:
        relation, _, other = link.partition(" ")
        yield f"{relation} {told(other)}"


def _to_it(one: Standing, found: Iterable[Standing], told: Handle) -> Iterator[str]:
    """What a person linked to it."""
    for other in found:
        for link in other.links:
            relation, _, end = link.partition(" ")
            if end == one.id:
                yield f"{told(other.id)} {relation} this"
