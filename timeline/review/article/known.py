"""What is known of an article so far, read from its own stream."""

from collections.abc import Iterable
from typing import NamedTuple

from timeline import events as e
from timeline.chronicle import Chronicle
from timeline.chronicle.streams import article as stream_of
from timeline.review.dossier import Kept, kept


class Known(NamedTuple):
    """An article as it is described; a correction is made on this version of it."""

    id: str
    short: str
    """As it is shown."""
    version: int
    published: str
    """EDTF, empty where unknown."""
    title: str | None
    publisher: str | None
    url: str | None
    history: tuple[Kept, ...]

    @property
    def stream(self) -> str:
        """The name of its stream."""
        return stream_of(self.id)


def of(article: str, short: str, history: Iterable[Kept]) -> Known:
    """Fold the events of an article's stream."""
    rows = tuple(history)
    published = ""
    described: tuple[str | None, str | None, str | None] = (None, None, None)
    for row in rows:
        match row.event:
            case e.ArticleDated() as dated:
                published = dated.published
            case e.ArticleDescribed() as told:
                described = told.title, told.publisher, told.url
            case _:
                pass
    title, publisher, url = described
    version = rows[-1].version if rows else 0
    return Known(article, short, version, published, title, publisher, url, rows)


def read(chronicle: Chronicle, article: str, short: str) -> Known:
    """Read what is known of an article."""
    return of(article, short, kept(chronicle.stream(stream_of(article))))
