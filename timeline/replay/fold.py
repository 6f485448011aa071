"""The one fold: from events, with the ledger as of each, to changes of assertions."""

from collections.abc import Iterator, Sequence

from timeline.actors import Directory
from timeline.projection import Change, Standing
from timeline.replay.learn import DECISIONS, Fetch, Read
from timeline.replay.stand import Stand
from timeline.replay.whom import KINDS, Who, told
from timeline.views import Ledger, Lists, Shelves


class Fold:
    """Turns pages of events into changes; the ledger has learnt and settled them already.

    What it keeps, whom names mean, is a function of the position: a fold that begins in the
    middle rebuilds it from the events about actors before.
    """

    def __init__(
        self, ledger: Ledger, shelves: Shelves, casts: Lists, fetch: Fetch, who: Who
    ) -> None:
        """Begin nowhere; `rewind` says where."""
        self.ledger, self.casts, self.fetch = ledger, casts, fetch
        self._shelves, self._who = shelves, who
        self._again: dict[str, int] = {}
        self.position = -1
        self.directory = Directory()
        self.stand = Stand(self.directory)

    def rewind(self, position: int) -> None:
        """Be at a position: events after it come next."""
        self._again = self._shelves.read_again()
        if position != self.position:
            self.directory = self._who.as_of(position)
            self.stand = Stand(self.directory)
            self.position = position

    def lose(self) -> None:
        """Forget where it is: a page was not written, and `rewind` must rebuild."""
        self.position = -1

    def changes(self, page: Sequence[Read]) -> Iterator[Change]:
        """The changes of a page, in the order of its events.

        Take them one by one: those that an event about actors brings are found when it comes.
        """
        again = self._again
        for read in page:
            position, kind, event = read
            if kind == "assertion-recorded" and event["article"] not in again:
                yield Change(event["id"], None, self.stand(event, position), position)
            elif kind in DECISIONS:
                yield from self._decision(position, event["id"])
            elif kind in KINDS:
                yield from self._turn(read)
        if page:
            self.position = page[-1].position

    def standing(self, position: int, as_of: int) -> Standing | None:
        """How an assertion stood as of a position; None: not yet there, or erased."""
        dossier = self.ledger.dossier(position, as_of)
        record = dossier.record if dossier else position
        event = self.fetch(record) if record <= as_of else None
        return None if event is None else self.stand(event, position, dossier)

    def _decision(self, position: int, assertion: str) -> Iterator[Change]:
        first = self.ledger.position(assertion)
        if first is None:
            return
        before = self.standing(first, position - 1)
        after = self.standing(first, position)
        if before != after:
            yield Change(assertion, before, after, position)

    def _turn(self, read: Read) -> Iterator[Change]:
        """An event about actors: every assertion that names one of those whom it touches."""
        event = told(read.kind, read.event)
        codes = self.casts.holding(self.directory.names_touched(event))
        firsts = self.ledger.touching(codes, read.position)
        befores = [self.standing(first, read.position) for first in firsts]
        self.directory.apply(event)
        self.stand = Stand(self.directory)
        for first, before in zip(firsts, befores, strict=True):
            after = self.standing(first, read.position)
            changed = after or before
            if changed is not None and before != after:
                yield Change(changed.id, before, after, read.position)
