"""What an export says of assertions together: what repeats what, what answers what."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from timeline.projection.copies import copied
from timeline.projection.exchanges import ANALYST, exchanges
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group, group
from timeline.projection.union import Union

Ground = Literal["stated", "inferred"]
"""What a link rests on: the text says so; time and sides suggest it."""


class Links(NamedTuple):
    """By assertion id; what is missing has none."""

    same: dict[str, tuple[str, ...]]
    origins: dict[str, int]
    answers: dict[str, tuple[tuple[str, ...], Ground]]
    """The leading assertions of what it answers, and on which ground.

    Not what a person linked: that, each assertion says itself.
    """
    answered: dict[str, tuple[str, ...]]
    """What answers it, as far as texts, time and sides tell."""
    linked: dict[str, tuple[tuple[str, str], ...]]
    """What a person linked to it: the relation, and from which assertion."""

    @classmethod
    def of(cls, entries: Iterable[Spoken]) -> "Links":
        """Gather what repeats and what answers; all entries are in memory meanwhile."""
        held = list(entries)
        links, groups = cls({}, {}, {}, {}, {}), group(held)
        links._repeating(groups, copied(held))
        links._answering(groups)
        links._linking(held)
        return links

    def _repeating(self, groups: Iterable[Group], copies: Union[str]) -> None:
        for same in (same for one in groups for same in one.points):
            ids = tuple(entry.id for entry in same)
            for id_ in ids:
                self.same[id_] = tuple(other for other in ids if other != id_)
                self.origins[id_] = origins(same, copies)

    def _answering(self, groups: Sequence[Group]) -> None:
        for answer in (answer for thread in exchanges(groups) for answer in thread.answers):
            if answer.link == ANALYST:
                continue
            to = tuple(one.points[0][0].id for one in answer.to)
            for entry in answer.group.entries:
                self.answers[entry.id] = to, "stated" if entry.reply else "inferred"
                for id_ in to:
                    self.answered[id_] = (*self.answered.get(id_, ()), entry.id)

    def _linking(self, entries: Iterable[Spoken]) -> None:
        for entry in entries:
            for link in entry.links:
                relation, _, other = link.partition(" ")
                self.linked[other] = (*self.linked.get(other, ()), (relation, entry.id))


def origins(same: Iterable[Spoken], copies: Union[str]) -> int:
    """How many independent origins: one for a named occasion or document, else one a medium.

    A headline, or the article's own voice, confirms nothing; nor does a copy.
    """
    held = [entry for entry in same if entry.form not in ("headline", "narrative")]
    if any(entry.named for entry in held) or not held:
        return 1
    return len(
        {entry.reporters[0] if entry.reporters else copies.of(entry.article) for entry in held}
    )
