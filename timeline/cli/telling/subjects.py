"""What decisions are about, as it is told; a page of decisions is looked up together."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from timeline.errors import NotFound
from timeline.projection import Standing
from timeline.projection.spoken import handle
from timeline.query import Decided, Library
from timeline.query.several import records, standings
from timeline.query.shorts import ShortNames


class Subjects:
    """What the decisions of a page are about."""

    def __init__(self, library: Library, page: Sequence[Decided]) -> None:
        """Look up the assertions, and those that were corrected as they stood before."""
        words = (word for one in page for word in (_word(one.event), one.event.get("other")))
        self._library = library
        self._known = standings(library, set(filter(None, words)))
        self._names = ShortNames(library.engine, None)
        self._names.expected.update(one.article for one in self._known.values())
        corrected = [one for one in page if one.name.startswith("assertion-corrected.")]
        self._before = records(library, [(one.event["id"], one.position - 1) for one in corrected])
        self._other = cache(self._looked_up)

    def of(self, event: dict[str, Any]) -> str:
        """An assertion as it is told, or an article's short name; empty for all else."""
        word = _word(event)
        return self.named(word) if word else ""

    def named(self, word: str) -> str:
        """What has this id; the word itself where nothing has."""
        if one := self._known.get(word):
            return self._assertion(one)
        return self._other(word)

    def before(self, one: Decided) -> dict[str, Any]:
        """The whole record of an assertion as it stood before it was corrected."""
        return self._before.get((one.event["id"], one.position - 1), {})

    def _assertion(self, one: Standing) -> str:
        toward = f" → {', '.join(one.targets)}" if one.targets else ""
        return f"{handle(one, self._names)} ({one.actor}{toward}, {one.act})"

    def _looked_up(self, word: str) -> str:
        with suppress(NotFound):
            return self._assertion(self._library.standing(word))
        with suppress(NotFound):
            return self._library.article(word).short
        return word


def _word(event: dict[str, Any]) -> str:
    return event.get("id") or event.get("subject") or event.get("article") or ""
