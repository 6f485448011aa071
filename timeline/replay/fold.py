"""The one fold: from events, with the ledger as of each, to changes of assertions."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from timeline.projection import Change, Standing
from timeline.replay.learn import DECISIONS
from timeline.replay.reads import RECORDED, Read
from timeline.replay.records import Records
from timeline.replay.stand import Stand
from timeline.replay.whom import KINDS, NOTHING, Who, seen
from timeline.views import Dossier, Ledger, Lists, Shelves

if TYPE_CHECKING:
    from timeline.actors import Directory

CHUNK = 500
MANY = 5_000
"""Assertions touched by one event, from which on they are not all held at once."""
_change = cast("Callable[[tuple[Any, ...]], Change]", partial(tuple.__new__, Change))


class Fold:
    """Turns pages of events into changes; the ledger has learnt and settled them already.

    What it keeps, whom names mean, is a function of the position: a fold that begins in the
    middle rebuilds it from the events about actors before.
    """

    def __init__(
        self, ledger: Ledger, shelves: Shelves, casts: Lists, records: Records, who: Who
    ) -> None:
        """Begin nowhere; `rewind` says where."""
        self.ledger, self.casts, self.records = ledger, casts, records
        self._shelves, self._who = shelves, who
        self._again: dict[str, int] = {}
        self._firsts: dict[str, int] = {}
        self._dossiers: dict[int, list[Dossier]] = {}
        self.position = -1
        self.directory: Directory
        self.stand: Stand

    def rewind(self, position: int) -> None:
        """Be at a position: events after it come next."""
        self._again = self._shelves.read_again()
        self._dossiers.clear()
        if position != self.position:
            self.directory = self._who.as_of(position)
            self.stand = Stand(self.directory)
            self.position = position

    def lose(self) -> None:
        """Forget where it is: a page was not written, and `rewind` must rebuild."""
        self.position = -1

    def ahead(self, page: Sequence[Read]) -> list[int]:
        """Read what the decisions of a page will need; the positions of what they decide on."""
        again, decided = self._again, set()
        for _, kind, event, told in page:
            if told is None:
                if kind in DECISIONS:
                    decided.add(event["id"])
            elif kind != RECORDED or told.article in again:
                decided.add(told.id)
        self._firsts = self.ledger.positions(list(decided)) if decided else {}
        positions = sorted(self._firsts.values())
        self._read(positions)
        return positions

    def _read(self, positions: Sequence[int]) -> None:
        self._dossiers = self.ledger.dossiers(positions)
        self.records.ahead(positions)
        self.records.ahead(
            dossier.record for held in self._dossiers.values() for dossier in held[-2:]
        )

    def changes(self, page: Sequence[Read]) -> Iterator[Change]:
        """The changes of a page, in the order of its events; call `ahead` with it before.

        Take them one by one: those that an event about actors brings are found when it comes.
        """
        again, stand = self._again, self.stand
        for read in page:
            position, kind, event, told = read
            if told is not None and kind == RECORDED and told.article not in again:
                yield _change((told.id, None, stand(told, position), position))
            elif kind in DECISIONS:
                yield from self._decision(position, told.id if told is not None else event["id"])
            elif kind in KINDS:
                yield from self._turn(read)
                stand = self.stand
        if page:
            self.position = page[-1].position

    def standing(self, position: int, as_of: int, stand: Stand | None = None) -> Standing | None:
        """How an assertion stood as of a position; None: not yet there, or erased."""
        held = self._dossiers.get(position)
        if held is None:
            dossier = self.ledger.dossier(position, as_of)
        else:
            dossier = next((one for one in reversed(held) if one.since <= as_of), None)
        record = dossier.record if dossier else position
        told = self.records.whole(record) if record <= as_of else None
        return None if told is None else (stand or self.stand)(told, position, dossier)

    def _decision(self, position: int, assertion: str) -> Iterator[Change]:
        first = self._firsts.get(assertion)
        if first is None:
            return
        before = self.standing(first, position - 1)
        after = self.standing(first, position)
        if before != after:
            yield Change(assertion, before, after, position)

    def _turn(self, read: Read) -> Iterator[Change]:
        """An event about actors: every assertion that names one of those whom it touches."""
        event, held = seen(read.kind, read.event), (self._firsts, self._dossiers)
        codes = self.casts.holding(self.directory.names_touched(event))
        firsts = self.ledger.touching(codes, read.position)
        old = Stand(self.directory.after(NOTHING)) if len(firsts) > MANY else self.stand
        befores = self._standings(firsts, read.position, old)
        if len(firsts) <= MANY:
            befores = iter(list(befores))
        self.directory.apply(event)
        self.stand = (
            self.stand.after(self.directory, map(self.casts.names, codes))
            if len(codes) <= MANY
            else Stand(self.directory)
        )
        afters = self._standings(firsts, read.position, self.stand)
        for before, after in zip(befores, afters, strict=True):
            changed = after or before
            if changed is not None and before != after:
                yield Change(changed.id, before, after, read.position)
        self._firsts, self._dossiers = held

    def _standings(
        self, firsts: Sequence[int], as_of: int, stand: Stand
    ) -> Iterator[Standing | None]:
        for start in range(0, len(firsts), CHUNK):
            some = firsts[start : start + CHUNK]
            self._read(some)
            for first in some:
                yield self.standing(first, as_of, stand)
