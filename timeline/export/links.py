"""What an export says of assertions together: what repeats what, what answers what."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from timeline.projection.exchanges import exchanges
from timeline.projection.spoken import Spoken
from timeline.projection.statements import Group, group

Ground = Literal["stated", "inferred", "person"]
"""What a link rests on: the text says so, time and sides suggest it, a person says so."""


class Links(NamedTuple):
    """By assertion id; what is missing has none."""

    same: dict[str, tuple[str, ...]]
    origins: dict[str, int]
    answers: dict[str, tuple[tuple[str, ...], Ground]]
    """The leading assertions of what it answers, or those that a person linked; and who says so."""

    @classmethod
    def of(cls, entries: Iterable[Spoken]) -> "Links":
        """Gather what repeats and what answers; all entries are in memory meanwhile."""
        links, groups = cls({}, {}, {}), group(entries)
        links._repeating(groups)
        links._answering(groups)
        return links

    def _repeating(self, groups: Iterable[Group]) -> None:
        for same in (same for one in groups for same in one.points):
            ids = tuple(entry.id for entry in same)
            for id_ in ids:
                self.same[id_] = tuple(other for other in ids if other != id_)
                self.origins[id_] = origins(same)

    def _answering(self, groups: Sequence[Group]) -> None:
        for answer in (answer for thread in exchanges(groups) for answer in thread.answers):
            to = tuple(one.points[0][0].id for one in answer.to)
            for entry in answer.group.entries:
                linked = entry.linked("answers")
                ground: Ground = "stated" if entry.reply else "inferred"
                self.answers[entry.id] = (linked, "person") if linked else (to, ground)


def origins(same: Iterable[Spoken]) -> int:
    """How many independent origins: one for a named occasion or document, else one a medium.

    A headline, or the article's own voice, confirms nothing.
    """
    held = [entry for entry in same if entry.form not in ("headline", "narrative")]
    if any(entry.named for entry in held) or not held:
        return 1
    return len({entry.reporters[0] if entry.reporters else entry.article for entry in held})
