"""Decisions resolved: what each makes of the assertion that it names, noted in the ledger."""

from collections.abc import Iterator

from timeline.replay.decide import DECIDES, DECISIONS, decide, restore
from timeline.replay.reads import RECORDED, WHOLES, Fields, Whole
from timeline.replay.records import CHUNK, Records
from timeline.terms import undone
from timeline.views import Dossier, Ledger, Lists
from timeline.views.ledger import Learnt

STRETCH = 100_000
"""Positions whose decisions are held at once."""


class Settler:
    """Notes decisions in a ledger whose indexes stand, inside the caller's transaction."""

    def __init__(self, ledger: Ledger, casts: Lists) -> None:
        """Take the tables; the casts of all that is decided on are there already."""
        self.ledger, self.casts = ledger, casts

    def settle(self, records: Records, upto: int) -> None:
        """Resolve all decisions up to a position; the ledger's indexes stand."""
        for some in self._decisions(upto):
            firsts = self.ledger.positions(list({subject for _, _, subject in some}))
            held = self.ledger.dossiers(list(firsts.values()))
            records.ahead(position for position, _, _ in some)
            for position, kind, subject in some:
                event = records(position)
                told = records.whole(position) if kind in WHOLES else None
                if event is None:
                    continue
                if (first := firsts.get(subject)) is not None:
                    held[first] = held[first] or [self._untouched(first)]
                    self._decide(position, kind, event, told, held[first])
                elif told is not None and kind == RECORDED:
                    firsts[subject], held[position] = position, [self._first(position, told)]
        self.ledger.settled(upto)

    def _decisions(self, upto: int) -> Iterator[list[tuple[int, str, str]]]:
        """All that is not resolved yet, some at a time."""
        for start in range(self.ledger.checkpoint()[1], upto, STRETCH):
            turns = self.ledger.turns(DECISIONS, start, min(start + STRETCH, upto))
            yield from (turns[i : i + CHUNK] for i in range(0, len(turns), CHUNK))

    def _decide(
        self, position: int, kind: str, event: Fields, told: Whole | None, held: list[Dossier]
    ) -> None:
        before = held[-1]
        if kind == "assertion-restored":
            earlier = [dossier for dossier in held if dossier.status != "retracted"]
            now: Dossier | None = restore(before, earlier[-1] if earlier else None, position)
        elif back := _back(kind, event, held):
            now = restore(before, back, position)
        else:
            now = decide(before, kind, event, position)
        if now is not None and told is not None:
            who, whom = map(self.casts.code, told.casts)
            now = now._replace(who=who, whom=whom)
        if now is not None:
            self.ledger.settle(now)
            held.append(now)

    def _untouched(self, position: int) -> Dossier:
        """How an assertion stands to which nobody ever came back."""
        row = self.ledger.learnt(position)
        return _begun(position, *((row.who, row.whom) if row else (0, 0)))

    def _first(self, position: int, told: Whole) -> Dossier:
        """An assertion that only a later reading found: noted here, where the fold looks for it."""
        who, whom = map(self.casts.code, told.casts)
        row = Learnt(position, told.id, told.handle, who, whom, told.key)
        self.ledger.learn([row], ())
        begun = _begun(position, who, whom)
        self.ledger.settle(begun)
        return begun


def _back(kind: str, event: Fields, held: list[Dossier]) -> Dossier | None:
    """How it stood before what an event undoes, where that is what it brings back.

    Who undoes a rejection has not accepted anything: whoever accepted it before has.
    """
    position = undone(event.get("reason")) if kind in DECIDES else None
    if position is None:
        return None
    before = next((one for one in reversed(held) if one.since < position), None)
    return before if before and before.status == DECIDES[kind] else None


def _begun(position: int, who: int, whom: int) -> Dossier:
    nothing = None, None, None
    return Dossier(position, position, position, "proposed", None, 0, *nothing, who, whom)
