"""Verifying the ledger: each of its tables, and the index of words, against those made anew."""

import sqlite3
from collections.abc import Iterator

from timeline.query import words
from timeline.replay.engine import Engine, is_of
from timeline.replay.reads import take_apart
from timeline.transfer.facing import Compared, differ, named, readable
from timeline.transfer.verifying import Flaw
from timeline.views import ViewsFile, facts
from timeline.views.differing import Row, differing
from timeline.views.ledger import Ledger
from timeline.views.vocabulary import Vocabulary

OTHER = (
    "not what it was when {} was made: altered since, unless that is of another record; compare it"
    " with a backup before the views are deleted or the next read makes them anew"
)
FAULTS = 3
"""Faults of the file itself that are told."""
POSITION = "SELECT position, at FROM clock WHERE position <= ? ORDER BY position DESC LIMIT 1"


class Learnt:
    """The ledger of a views file as a snapshot sees it, and a fresh one that learnt as much."""

    def __init__(self, file: ViewsFile, seen: sqlite3.Connection, fresh: Engine) -> None:
        """Take the file that is verified, what is seen of it, and what learns afresh."""
        self._file, self._seen, self._fresh = file, seen, fresh
        self._anew = fresh.file.connection
        self._head, self._stored = fresh.head(), Ledger(seen)
        reached, self.settled, _ = self._stored.checkpoint()
        self.position = min(reached, self._head)  # events behind it may be gone
        with fresh.file.in_our_words():
            fresh.learn(self.position)

    def ledger(self) -> Compared:
        """The file itself, and each table that all views rest on."""
        if not self.position and not self._any():
            return Compared("ledger", 0, why_not="not built yet")
        flaws = [*readable(self._file, self._file.path.name, self._whole())]
        if not is_of(self._stored, self._fresh.chronicle):
            last = self._stored.checkpoint()[0]
            flaws.append(Flaw(f"#{last}", OTHER.format(self._file.path.name)))
        if self.settled > self.position:
            more = f"decisions resolved up to #{self.settled}, beyond its #{self.position}"
            flaws.append(Flaw("ledger", more))
        for table in facts.FACTS:
            flaws += readable(self._file, table.table, self._table(table))
        flaws += readable(self._file, "clock", self._clock())
        flaws += readable(self._file, "lists_members", self._members())
        behind = self._head - self.position
        return Compared("ledger", self.position, flaws=tuple(flaws), behind=behind)

    def words(self) -> Compared:
        """The index of words: what it holds, and that a search finds that."""
        (upto,) = self._seen.execute("SELECT words FROM ledger").fetchone()
        if upto > self.position:
            flaw = Flaw("words", f"searchable up to #{upto}, beyond the ledger's #{self.position}")
            return Compared("words", self.position, flaws=(flaw,))
        with self._fresh.file.in_our_words():
            words.index(self._fresh, upto)
        flaws = tuple(readable(self._file, "words", self._words()))
        why_not = "" if upto or flaws else "not built yet"
        return Compared("words", upto, flaws=flaws, why_not=why_not, behind=self._head - upto)

    def _any(self) -> bool:
        """Whether a ledger that has learnt nothing holds something all the same."""
        return any(next(facts.told(self._seen, table), None) for table in facts.FACTS)

    def _whole(self) -> Iterator[Flaw]:
        """What SQLite finds wrong with the file, and what in it is not of our making."""
        name = self._file.path.name
        for (said,) in self._seen.execute(f"PRAGMA integrity_check({FAULTS})"):
            if said != "ok":
                yield Flaw(name, said)
        for other in facts.strange(self._seen, self._anew):
            yield Flaw(name, f"{other} is not as it is made")

    def _table(self, table: facts.Facts) -> Iterator[Flaw]:
        ours = facts.told(self._seen, table)
        theirs = facts.told(self._anew, table, self.settled)
        keys = differing(ours, theirs, table.width)
        names = (f"#{position}" if table.placed else "" for position, *_ in keys)
        yield from differ(table.table, "row", names)

    def _clock(self) -> Iterator[Flaw]:
        ours = self._seen.execute("SELECT position, at FROM clock ORDER BY position")
        keys = differing(ours, self._clock_due())
        yield from differ("clock", "row", (f"#{position}" for (position,) in keys))

    def _clock_due(self) -> Iterator[Row]:
        """What the clock must say where it says something; at the end of the ledger it must.

        Where it does depends on how the record came, page by page.
        """
        at, latest = 0, ""
        sql = "SELECT position FROM clock WHERE position BETWEEN 1 AND ? ORDER BY position"
        for (position,) in self._seen.execute(sql, (self.position,)):
            at, latest = position, self._latest(at, latest, position)
            yield position, latest
        if at < self.position:
            yield self.position, self._latest(at, latest, self.position)

    def _latest(self, at: int, latest: str, upto: int) -> str:
        """The running maximum of instants up to a position, from an earlier one on."""
        known = self._anew.execute(POSITION, (upto,)).fetchone()
        if known and known[0] > at:
            at, latest = known
        for page in self._fresh.chronicle.pages(at, upto):
            latest = max((latest, *(read.at for read in take_apart(page))))
        return latest

    def _members(self) -> Iterator[Flaw]:
        keys = differing(facts.members(self._seen), facts.members_due(self._seen), 2)
        yield from differ("lists_members", "row", ("" for _ in keys))

    def _words(self) -> Iterator[Flaw]:
        with Vocabulary(self._seen) as ours, Vocabulary(self._anew) as theirs:
            keys = differing(ours.places(), theirs.places(), 3)
            found = [*differ("words", "word", (f"#{position}" for _, position, _ in keys))]
            if not found:
                keys = differing(ours.found(), theirs.found())
                _, missed = named(f"“{word}”" for (word,) in keys)
                found = [Flaw("words", f"a search does not find: {missed}")] if missed else []
        yield from found
