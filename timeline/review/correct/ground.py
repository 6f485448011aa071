"""What a correction stands on: the article's words, and the names that are known."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from timeline.article import Article
from timeline.errors import BadUse, NotFound
from timeline.review.near import SAME, perhaps

UNPLACED = -1
"""The offset of a name that only the person knows: it stands nowhere in the article."""


def _nobody(name: str) -> bool:
    del name
    return False


class Ground(NamedTuple):
    """Everything that the words of a correction are held against."""

    article: Article
    today: dt.date
    names: tuple[str, ...] = ()
    """Names that are spoken here and mean somebody known: what may have been meant."""
    occasions: tuple[tuple[str, str], ...] = ()
    """Key and name of each occasion known here."""
    introduced: tuple[tuple[str, str, str, str, str], ...] = ()
    """Of who speaks in this article: name, role, body, kind, authority, as introduced there."""
    knows: Callable[[str], bool] = _nobody
    """Tells whether a name means somebody here, spoken of or not."""
    at: int | None = None
    """Where words begin that stand more than once."""

    def check_name(self, name: str) -> None:
        """Refuse what looks like a slip of the pen.

        Raises:
            BadUse: it has no letter: a date, mostly, given to the wrong field.
            NotFound: the name is unknown, and almost one that is known.
        """
        if not any(sign.isalpha() for sign in name):
            raise BadUse(f"{name!r} is no name. A date is given as said=DATE, or time=DATE")
        if name in self.article.text or name in self.names or self.knows(name):
            return
        if meant := perhaps(name, self.names, close=SAME):
            raise NotFound(
                f"No actor {name!r}.{meant} If it is somebody else, define it first:"
                f' timeline actors define "{name}" --kind KIND'
            )
