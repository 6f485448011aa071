"""Copies: the same words of the same speaker in several articles, an agency's text mostly."""

from collections.abc import Iterable

from timeline.projection.duplicates import QUOTED, may_be_one
from timeline.projection.searching import searched
from timeline.projection.spoken import Spoken
from timeline.projection.standing import Standing
from timeline.projection.union import Union

LONGEST = 7
"""Words of a reporter that two may hit upon alike; who prints more of the same has copied."""
REPORTED = ("indirect", "mixed")
"""Forms in which words are a reporter's. Of a quotation whoever heard it prints the same."""


def folded(one: Spoken | Standing) -> str:
    """The asserted words as they are compared: two papers set one text with other quotes."""
    return " ".join(searched(one.asserted).split())


def telling(one: Spoken | Standing) -> bool:
    """Whether its words are so many that nobody prints them twice by chance."""
    many = len(one.asserted.split())
    return many >= QUOTED if one.form == "direct" else many > LONGEST


def is_copy(one: Standing, other: Standing) -> bool:
    """Whether another article prints the same words of the same speaker, of one time as it may be.

    A formula that is said again at another time is another assertion. Whether words are many
    enough to tell, or both articles are of one text, is the caller's to know.
    """
    return (
        one.article != other.article
        and one.actor == other.actor
        and folded(one) == folded(other)
        and may_be_one(one.said, other.said)
    )


def copied(entries: Iterable[Spoken]) -> Union[str]:
    """Articles that print the same words of a reporter: one copied, or all did, of an agency."""
    first: dict[str, str] = {}
    """By words: the article that has them first."""
    together = Union[str]()
    for entry in entries:
        if entry.form in REPORTED and telling(entry):
            together.join(entry.article, first.setdefault(folded(entry), entry.article))
    return together
