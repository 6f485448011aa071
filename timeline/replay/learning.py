"""The ledger brought up to the record: pages learnt, then the decisions in them resolved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.chronicle import Recorded
from timeline.replay import steps
from timeline.replay.learn import Learner
from timeline.replay.reads import take_apart
from timeline.replay.records import tip
from timeline.replay.settle import Settler
from timeline.replay.steps import Overtaken, overtaken_unless, without_collection

if TYPE_CHECKING:
    from timeline.replay.engine import Engine


def learn(engine: "Engine", upto: int) -> None:
    """Bring the ledger up to a position. Raises: StoreLocked."""
    while True:
        position, settled, indexed = engine.ledger.checkpoint()
        if position >= upto and settled >= upto:
            return
        if not indexed and upto - position <= steps.BULK:
            with engine.file.transaction():
                engine.ledger.index()
        try:
            _learn(engine, position, upto)
            _settle(engine, upto)
        except Overtaken:
            continue


def _learn(engine: "Engine", position: int, upto: int) -> None:
    learner = Learner(engine.ledger, engine.shelves, engine.who.as_of(position))
    with without_collection():
        for page in engine.chronicle.pages(position, upto):
            steps.enough_room(engine.file.path, steps.WRITTEN * len(page))
            _page(engine, learner, position, page)
            position = page[-1].position
            engine.progress("ledger", position, upto)


def _page(engine: "Engine", learner: Learner, position: int, page: Sequence[Recorded]) -> None:
    with engine.file.transaction():
        # First, so that whoever was overtaken does not run into what is learnt already.
        held = engine.ledger.advance(position, page[-1].position, tip(page[-1]))
        overtaken_unless(held)
        learner.learn(take_apart(page))


def _settle(engine: "Engine", upto: int) -> None:
    with engine.file.transaction():
        position, settled, indexed = engine.ledger.checkpoint()
        if not indexed:
            engine.ledger.index()
        if settled < position:
            Settler(engine.ledger, engine.casts).settle(engine.fetch, min(position, upto))
