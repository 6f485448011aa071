"""The one fold: from events, with the ledger as of each, to changes of assertions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, tee
from typing import TYPE_CHECKING, Any, cast

from timeline.projection import Change, Standing
from timeline.replay.records import Records
from timeline.replay.stand import Stand
from timeline.replay.whom import KINDS, Who, seen
from timeline.views import Dossier, Ledger, Lists, Shelves

if TYPE_CHECKING:
    from timeline.actors import Directory

CHUNK = 500
MANY = 5_000
"""Assertions touched by one event, from which on they are not all held at once."""
changed = cast("Callable[[tuple[Any, ...]], Change]", partial(tuple.__new__, Change))


class Fold:
    """Turns what came after first events into changes; the ledger has learnt and settled it.

    What it keeps, whom names mean, is a function of the position: a fold that begins in the
    middle rebuilds it from the events about actors before.
    """

    def __init__(
        self, ledger: Ledger, shelves: Shelves, casts: Lists, records: Records, who: Who
    ) -> None:
        """Begin nowhere; `rewind` says where."""
        self.ledger, self.casts, self.records = ledger, casts, records
        self._shelves, self._who = shelves, who
        self.again: dict[str, int] = {}
        """Articles that were read more than once, and from which position on."""
        self._dossiers: dict[int, list[Dossier]] = {}
        self.position = -1
        self.directory: Directory
        self.stand: Stand

    def rewind(self, position: int) -> None:
        """Be at a position: events after it come next."""
        self.again = self._shelves.read_again()
        self._dossiers.clear()
        if 0 <= self.position <= position:
            for at in self.turning(position):
                event, codes = self._touched(at)
                self._mean(event, codes)
                self.position = at
        else:
            self.directory = self._who.as_of(position)
            self.stand = Stand(self.directory)
        self.position = position

    def lose(self) -> None:
        """Forget where it is: a page was not written, and `rewind` must rebuild."""
        self.position = -1

    def turning(self, upto: int) -> list[int]:
        """The positions ahead, up to one, at which names may change their meaning."""
        return [at for at, _, _ in self.ledger.turns(KINDS, self.position, upto)]

    def _read(self, asked: Sequence[tuple[int, int]]) -> None:
        """Read ahead what `standing` will need: of which assertion, as of when."""
        self._dossiers = self.ledger.dossiers(sorted({first for first, _ in asked}))
        self.records.ahead({self._record(first, as_of)[0] for first, as_of in asked})

    def _record(self, position: int, as_of: int) -> tuple[int, Dossier | None]:
        """The event that held the whole of an assertion as of a position, and how it stood."""
        held = self._dossiers.get(position)
        if held is None:
            dossier = self.ledger.dossier(position, as_of)
        else:
            dossier = next((one for one in reversed(held) if one.since <= as_of), None)
        return (dossier.record if dossier else position), dossier

    def standing(self, position: int, as_of: int, stand: Stand | None = None) -> Standing | None:
        """How an assertion stood as of a position; None: not yet there, or erased."""
        record, dossier = self._record(position, as_of)
        told = self.records.whole(record) if record <= as_of else None
        return None if told is None else (stand or self.stand)(told, position, dossier)

    def standings(
        self, firsts: Iterable[int], as_of: int, stand: Stand | None = None
    ) -> Iterator[Standing | None]:
        """How each of these assertions stood as of a position; what that takes is read ahead."""
        ahead = iter(firsts)
        while some := list(islice(ahead, CHUNK)):
            self._read([(first, as_of) for first in some])
            for first in some:
                yield self.standing(first, as_of, stand)

    def decisions(self, upto: int) -> Iterator[Change]:
        """What was decided of assertions from here up to a position, in its order.

        The fold is there when all are taken. No name may change its meaning on the way.
        """
        decisions = self.ledger.decisions(self.position, upto)
        for start in range(0, len(decisions), CHUNK):
            some = decisions[start : start + CHUNK]
            self._read([(first, as_of) for at, first in some for as_of in (at - 1, at)])
            for at, first in some:
                before, after = self.standing(first, at - 1), self.standing(first, at)
                one = after or before
                if one is not None and before != after:
                    yield changed((one.id, before, after, at))
        self.position = upto

    def turn(self, position: int) -> Iterator[Change]:
        """An event about actors: every assertion that names one of those whom it touches.

        Take them one by one: it may touch as many as there are. All must be taken.
        """
        event, codes = self._touched(position)
        touched = self.ledger.touching(codes, position)
        some = list(islice(touched, MANY + 1))
        many = len(some) > MANY
        old = Stand(self.directory.copy()) if many else self.stand
        firsts, again = tee(chain(some, touched))
        befores = self.standings(firsts, position, old)
        if not many:
            befores = iter(list(befores))
        self._mean(event, codes)
        afters = self.standings(again, position)
        for before, after in zip(befores, afters, strict=True):
            one = after or before
            if one is not None and before != after:
                yield changed((one.id, before, after, position))
        self.position = position

    def _touched(self, position: int) -> tuple[Any, list[int]]:
        """An event about actors, and the casts of names that it may resolve otherwise."""
        ((_, kind, _),) = self.ledger.turns(KINDS, position - 1, position)
        event = seen(kind, self.records(position) or {})
        return event, self.casts.holding(self.directory.names_touched(event))

    def _mean(self, event: Any, codes: Sequence[int]) -> None:  # noqa: ANN401 - as `seen` gives it
        """Let names mean what they do after an event; answers on other names are kept."""
        self.directory.apply(event)
        self.stand = (
            self.stand.after(self.directory, map(self.casts.names, codes))
            if len(codes) <= MANY
            else Stand(self.directory)
        )
