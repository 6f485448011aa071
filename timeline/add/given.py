"""What a person says of an article beside its file: title, publisher, address, date."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from timeline.article import Article
from timeline.assertion import Assertion
from timeline.errors import BadDate, BadUse
from timeline.reading.describe import Description
from timeline.reading.doubts import of_published
from timeline.when import When

LONGEST = 1000
"""Characters of a title, publisher or address."""

SOME_DAY, ANOTHER_DAY = dt.date(2020, 2, 3), dt.date(2021, 5, 7)


class Given(NamedTuple):
    """What stands above what the file says of itself; None where a person says nothing."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: When | None = None

    @classmethod
    def of(
        cls, *, title: str = "", publisher: str = "", url: str = "", published: str = ""
    ) -> "Given":
        """Take words as typed; empty ones say nothing.

        Args:
            title: the headline.
            publisher: who brought it out.
            url: where it stands, http or https, without a user's name and password.
            published: when it came out, as people write it (`2024-07-11`, `July 2024`, `unknown`).

        Raises:
            BadDate: no date.
            BadUse: no address, or text that cannot be stored.
        """
        words = {"title": title, "publisher": publisher, "url": url}
        for name, value in words.items():
            _storable(name, value)
        if url.strip():
            _address(url.strip())
        date = _date(published.strip()) if published.strip() else None
        return cls(**{name: value.strip() or None for name, value in words.items()}, published=date)

    def over(self, other: "Given") -> "Given":
        """Take what is said here, and what only the other says."""
        return other._replace(
            **{name: value for name, value in self._asdict().items() if value is not None}
        )

    def differs(self, article: Article) -> tuple[str, ...]:
        """Tell which of the things said here an article is not known by."""
        said = self._asdict()
        if self.published is not None:
            said["published"] = self.published.text if self.published.known else ""
        fields = ("published", "title", "publisher", "url")
        return tuple(
            name
            for name in fields
            if said[name] is not None and said[name] != (getattr(article, name) or "")
        )


NOTHING = Given()


def doubted(given: Given, own: Description, assertions: Iterable[Assertion]) -> tuple[str, ...]:
    """What speaks against the date of an article, of which these were read.

    Args:
        given: what a person says of it.
        own: what it says of itself.
        assertions: what it reports.
    """
    published = own.published if given.published is None else given.published
    said = (When.parse(one.said) for one in assertions)
    today = dt.datetime.now(dt.UTC).date()
    return tuple(of_published(published, own, said, today))


def _date(published: str) -> When:
    if published.lower() == "unknown":
        return When.unknown()
    date, later = (When.asked(published, today) for today in (SOME_DAY, ANOTHER_DAY))
    if date != later:
        raise BadDate(f"published: {published!r} means another day tomorrow; write the date itself")
    return date


def _storable(name: str, value: str) -> None:
    if len(value) > LONGEST:
        raise BadUse(f"{name}: {len(value):,} characters; at most {LONGEST:,} are kept")
    if bad := next((sign for sign in value if not sign.isprintable()), None):
        raise BadUse(f"{name}: holds U+{ord(bad):04X}, which cannot be shown")


def _address(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as fault:
        raise BadUse(f"url: {url[:60]!r} is no address: {fault}") from None
    if parts.scheme not in ("http", "https") or not parts.netloc or " " in url:
        raise BadUse(f"url: {url[:60]!r} is no address: write https://…")
    if "@" in parts.netloc:
        raise BadUse("url: holds a user's name or password; leave that out")
