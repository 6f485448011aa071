"""An article told in full: what is known of it, and what was noticed and not guessed about."""

from collections.abc import Iterable

from timeline.cli.articles import noticed
from timeline.cli.telling import dates
from timeline.cli.telling.card import Card
from timeline.query import ArticleStanding


def card(one: ArticleStanding, history: Iterable[str], *, stands: bool | None) -> Card:
    """All that is known of an article.

    Args:
        one: as it stands.
        history: what happened to it, oldest first, as sentences.
        stands: whether its bytes have their hash now; None if they were erased.
    """
    checked = {
        True: "the stored bytes have it (checked now)", None: "the bytes were erased",
        False: "THE STORED BYTES DO NOT HAVE IT",
    }[stands]  # fmt: skip
    fields = [
        ("title", one.title or "none"),
        ("from", one.publisher or "no publisher is known"),
        *((("url", one.url),) if one.url else ()),
        ("date", dates.published(one)),
        ("found", f"{one.found} assertions, {len(one.refused)} refused"),
        *(("refused", text) for text in one.refused),
        *(("look at", text) for text in noticed(one)),
        *(("note", text) for text in one.notes),
        ("source", f"{one.name}, {one.size:,} bytes, {one.media_type}. sha256 {one.sha256}"),
        ("source", checked),
        *(("history", text) for text in history),
    ]
    return Card(f"{one.short}  article {one.id}", "", "", tuple(fields))
