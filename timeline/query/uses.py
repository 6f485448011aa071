"""By which names, as written, assertions are resolved that hang on a name, and where they are."""

from collections.abc import Iterable, Mapping

from timeline.actors.spelling import key
from timeline.query.shorts import ShortNames
from timeline.replay.engine import Engine
from timeline.views.positions import EVER

Cast = tuple[str, ...]
"""`who`, a name, its role, body and kind; or `whom`, names of targets, "", names of reporters."""


class Uses:
    """The casts of names that a decision on one name may resolve otherwise."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, name: str) -> Mapping[int, Cast]:
        """The casts that ever hung on a name, by their numbers."""
        codes = self._engine.casts.holding((key(name),))
        return {code: self._engine.casts.names(code) for code in codes}

    def count(self, casts: Iterable[int]) -> tuple[int, str]:
        """How many assertions have one of these casts, and the handle of the first."""
        places = list(self._engine.ledger.touching(list(casts), EVER))
        return len(places), self._handle(places[0]) if places else ""

    def _handle(self, position: int) -> str:
        """As it is shown: the article's short name before the offset."""
        learnt, event = self._engine.ledger.learnt(position), self._engine.fetch(position)
        if learnt is None or event is None:
            return f"#{position}"
        start, sign, offset = learnt.handle.partition("@")
        return f"{ShortNames(self._engine, None).get(event['article'], start)}{sign}{offset}"
