"""What to look at, in which order: what matters first, and what is like it beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from timeline.projection import Standing
from timeline.projection.spoken import SPEECH
from timeline.query.conditions import is_so
from timeline.terms import Form
from timeline.when import When

RANK = {form: rank for rank, form in enumerate(get_args(Form))}
ALIKE = 80
"""Per cent of shared words from which two assertions are shown beside each other."""


class Queue(NamedTuple):
    """The proposals to look at, and all that they are a part of."""

    todo: tuple[Standing, ...]
    every: tuple[Standing, ...]
    """Whatever status, for progress and for what is alike."""

    @property
    def checked(self) -> int:
        """How many a person has decided on."""
        return sum(one.status != "proposed" for one in self.every)


def queue(
    every: Iterable[Standing],
    forms: Sequence[str] = (),
    *,
    everything: bool = False,
    status: Sequence[str] = ("proposed",),
) -> Queue:
    """Put proposals in order: own words first, then undated occasions that hold many.

    Args:
        every: all assertions that the filters let pass, of any status.
        forms: only these; empty for all that was said.
        everything: also headlines, the articles' own voice, acts done.
        status: what is asked about.
    """
    held = tuple(every)
    wanted = tuple(forms) or (tuple(RANK) if everything else SPEECH)
    todo = [one for one in held if is_so(one, status) and one.form in wanted]
    undated = Counter(one.occasion for one in todo if not dated(one))

    def order(one: Standing) -> tuple[int, int, str, int]:
        many = 0 if dated(one) else undated[one.occasion]
        return RANK[one.form] > 0, -many, one.article, one.asserted_start

    return Queue(tuple(sorted(todo, key=order)), held)


def dated(one: Standing) -> bool:
    """Whether it says when, as far as that is known."""
    return When.parse(one.said).known


def alike(one: Standing, every: Iterable[Standing], limit: int = 3) -> list[Standing]:
    """Others of the same speaker or side with almost the same words, the likest first."""
    from rapidfuzz.fuzz import token_set_ratio

    near = [
        (token_set_ratio(one.asserted, other.asserted), other)
        for other in every
        if other.id != one.id and (other.side == one.side or other.actor == one.actor)
    ]
    near = [(score, other) for score, other in near if score >= ALIKE]
    near.sort(key=lambda pair: (-pair[0], pair[1].position))
    return [other for _, other in near[:limit]]
