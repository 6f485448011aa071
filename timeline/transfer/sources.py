"""Articles' bytes: whether they are those that were admitted, and their texts, a few at a time."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from uuid import uuid5

from timeline.article import ARTICLES, Article, Unusable
from timeline.chronicle import ArticleBytes
from timeline.events import ArticleAdmitted

HELD = 8
"""Texts kept at once: events of one article stand together, and one has up to 10 MB."""


class Texts:
    """Texts by article; asks for the bytes of one when it is not among the last few."""

    def __init__(self, bytes_of: Callable[[str], bytes | None]) -> None:
        self._bytes_of = bytes_of
        self._held: OrderedDict[str, str | None] = OrderedDict()

    def __call__(self, article: str) -> str | None:
        """The text of an article; None where its bytes are not there, or no text."""
        if article not in self._held:
            content = self._bytes_of(article)
            try:
                self._held[article] = None if content is None else content.decode("utf-8")
            except UnicodeDecodeError:
                self._held[article] = None
            if len(self._held) > HELD:
                self._held.popitem(last=False)
        return self._held[article]


def altered(event: ArticleAdmitted, kept: ArticleBytes) -> str | None:
    """Why these are not the bytes that an event admits; None if they are."""
    if not (isinstance(kept.content, bytes) and isinstance(kept.salt, bytes)):
        return f"the bytes of {event.name} are text: written by others"
    sha256 = hashlib.sha256(kept.content).hexdigest()
    if sha256 != event.sha256:
        return f"the bytes of {event.name}: SHA-256 is {sha256[:12]}…, not {event.sha256[:12]}…"
    if kept.commitment != event.commitment:
        return f"the bytes of {event.name}: the commitment is to other bytes, or another salt"
    if len(kept.content) != event.size:
        return f"the bytes of {event.name}: {len(kept.content)} of them, not {event.size}"
    made = Article.of(kept.content, event.name)
    return str(made) if isinstance(made, Unusable) else None


def misnamed(event: ArticleAdmitted) -> str | None:
    """Why an article's id is not the one that its SHA-256 gives; None if it is."""
    if event.article != str(uuid5(ARTICLES, event.sha256)):
        return f"the article's id is not that of its SHA-256, {event.sha256[:12]}…"
    return None if event.extractor == "utf-8" else f"no text is made by {event.extractor[:40]!r}"
