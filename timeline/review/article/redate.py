"""What moves when an article gets another date: all whose receipt hangs on it, found anew."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from timeline.article import Article
from timeline.assertion import Assertion
from timeline.reading.dates import Found, find
from timeline.reading.guess import GUESS
from timeline.reading.said import until
from timeline.when import UNKNOWN, When

HANGING = ("published", "mention")
"""Anchors of a phrase that may mean another day: the article's date, or a date that hangs on it."""


class Anchor(NamedTuple):
    """One date of an article, and what the phrases of its text mean with it."""

    published: When
    found: tuple[Found, ...]

    @property
    def not_after(self) -> str:
        """The date of what is not dated: no later than the article; empty where that is unknown."""
        latest = self.published.latest
        return When.not_after(latest).text if latest else ""

    def at(self, start: int | None, end: int | None) -> dict[str, Any] | None:
        """Date, rule and anchor of a phrase, by its place; None if it states no date."""
        if start is None or end is None:
            return None
        found = next((one for one in self.found if one.start < end and start < one.end), None)
        if found is None:
            return None
        date = found.meant.text if found.when.known else ""
        return {"date": date, "rule": found.rule, "anchor": found.anchor}


def anchored(article: Article, published: str) -> Anchor:
    """Find the dates of an article as if it were of this date: EDTF, empty where unknown."""
    if published:
        when = When.parse(published)
        return Anchor(when, tuple(find(article.text, when)))
    from timeline.reading import RULES

    # Without a date of its own, a named year may tell the month and day of some.
    return Anchor(UNKNOWN, RULES.dates(article.model_copy(update={"published": ""})))


def redated(record: Assertion, before: Anchor, now: Anchor) -> dict[str, Any] | None:
    """The new date of its being asserted, with basis, rule and anchor; None if it stays.

    What a person dated stays, and so does what has a date of its own.
    """
    match record.said_basis:
        case "article" | "unknown":
            return _changed(record, now.not_after, bounded=True)
        case "occasion" if record.said in ("", before.not_after):
            return _changed(record, now.not_after, bounded=False)
        case "stated" | "inherited" if _hangs(record.said_anchor):
            found = now.at(record.said_phrase_start, record.said_phrase_end)
            if found is None:
                return None
            date = until(now.published, When.parse(found["date"]))
            told = date.text if date.known else ""
            anchor = found["anchor"] or record.said_anchor  # it was cut at the article's day
            changed = {"basis": record.said_basis, **found, "date": told, "anchor": anchor}
            return changed if told != record.said else None
        case _:
            return None


def redated_about(record: Assertion, now: Anchor) -> dict[str, Any] | None:
    """The new date of what an assertion speaks of, with its receipt; None if it stays."""
    if not _hangs(record.about_anchor):
        return None
    found = now.at(record.about_phrase_start, record.about_phrase_end)
    if found is None or found["date"] == record.about:
        return None
    return {"clock": "about", "basis": "stated", **found}


def _hangs(anchor: str | None) -> bool:
    return anchor is not None and (anchor in HANGING or anchor.startswith(GUESS))


def _changed(record: Assertion, said: str, *, bounded: bool) -> dict[str, Any] | None:
    if said == record.said:
        return None
    fields: dict[str, Any] = {
        "date": said, "basis": record.said_basis,
        "rule": record.said_rule, "anchor": record.said_anchor,
    }  # fmt: skip
    if bounded:
        fields["basis"] = "article" if said else "unknown"
        fields["rule"] = record.said_rule or ("not stated" if said else None)
        fields["anchor"] = "published" if said else None
    return fields


class OccasionTold(Protocol):
    """An occasion that an article dates, as a `Reading` has it."""

    @property
    def key(self) -> str: ...  # noqa: D102 - told there
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> str: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102
    @property
    def phrase(self) -> str: ...  # noqa: D102
    @property
    def phrase_start(self) -> int: ...  # noqa: D102
    @property
    def phrase_end(self) -> int: ...  # noqa: D102


def occasions_redated(
    before: Sequence[OccasionTold], now: Sequence[OccasionTold]
) -> Iterator[tuple[OccasionTold, str]]:
    """The occasions that an article dates otherwise, or only now, or no more; with the date."""
    dates = {one.key: one.date for one in before}
    for one in now:
        if dates.pop(one.key, None) != one.date:
            yield one, one.date
    for one in before:
        if one.key in dates:
            yield one, ""
