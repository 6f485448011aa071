"""Where other articles print the same words of the same speaker: found by the index of words."""

from collections.abc import Iterable, Iterator

from timeline.projection import Standing
from timeline.projection.copies import REPORTED, folded, is_copy, telling
from timeline.query import words
from timeline.query.library import Library
from timeline.query.occasions import Occasions
from timeline.query.sources import within
from timeline.views.condition import ALL, Condition
from timeline.views.moves import moving

FIRST = 12
"""Words that are looked for; what has them is then compared whole."""


class Copies:
    """Finds the copies of assertions, as all of them stand now."""

    def __init__(self, library: Library) -> None:
        """Make the words of a record searchable, as far as they are not."""
        self._upto = library.position()
        if not library.file.writable and words.behind(library.engine, self._upto):
            lacks = f"{library.file.path.name} cannot be written, and does not hold all words."
            library.in_memory(lacks)
            library.position()
        engine = self._engine = library.engine
        library.safely(lambda: words.index(engine, self._upto))
        self._occasions = Occasions(engine.shelves.dates(as_of=self._upto))
        self._same_text: dict[str, frozenset[str]] = {}
        """By article: those that print more than a few of its reporter's words."""

    def of(self, one: Standing) -> list[Standing]:
        """The copies of an assertion in other articles, in the order in which they came.

        Each counts as it stands or as it was read, so that what a person corrected still has the
        copies that it had. Few words are copies only in articles of one text.
        """
        self._engine.fold.rewind(self._upto)
        found: dict[int, Standing] = {}
        for told in self._readings(one):
            where = ALL
            if not telling(told):
                where = within(self._engine, sorted(self._of_one_text(told.article)))
            for other in self._worded(told, where):
                if any(is_copy(told, each) for each in self._readings(other)):
                    found[other.position] = other
        return [found[position] for position in sorted(found)]

    def _readings(self, one: Standing) -> Iterator[Standing]:
        """How it stands, and how it was read, whom names mean being as now."""
        yield one
        if read := self._engine.fold.standing(one.position, one.position):
            yield self._joined(read)

    def _worded(self, one: Standing, where: Condition) -> Iterator[Standing]:
        """All that have, or had, the words of one, itself among them."""
        begins = " ".join(one.asserted.split()[:FIRST])
        return self._standing(words.in_a_row(begins) & where)

    def _of_one_text(self, article: str) -> frozenset[str]:
        """The other articles that print more words of its reporter than two hit upon alike."""
        if article not in self._same_text:
            own = self._standing(within(self._engine, [article]))
            self._same_text[article] = frozenset(self._printing(own))
        return self._same_text[article]

    def _printing(self, told: Iterable[Standing]) -> Iterator[str]:
        for one in told:
            if one.form in REPORTED and telling(one):
                for other in self._worded(one, ALL):
                    if other.article != one.article and folded(other) == folded(one):
                        yield other.article

    def _standing(self, where: Condition) -> Iterator[Standing]:
        sql = f"SELECT position FROM assertions WHERE {where.sql} AND position <= {self._upto}"  # noqa: S608
        places = self._engine.file.connection.execute(sql, where.values).fetchall()
        for one in self._engine.fold.standings([place for (place,) in places], self._upto):
            if one is not None:
                yield self._joined(one)

    def _joined(self, one: Standing) -> Standing:
        return self._occasions.joined(one, moving(one, one.days))
