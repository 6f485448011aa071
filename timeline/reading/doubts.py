"""What speaks against a date that a person gives: told, never refused, for people know more."""

import datetime as dt
from collections.abc import Iterable, Iterator

from timeline.reading.describe import Description
from timeline.when import When

NEAR = dt.timedelta(days=2)
"""An article may state the day of its dateline, and come out a day or two after it."""
TOMORROW = dt.timedelta(days=1)
"""Which it is already somewhere on earth."""


def of_future(date: When, today: dt.date) -> Iterator[str]:
    """Of any date: that its days have not come yet."""
    if date.certainly_after(today + TOMORROW):
        yield f"{date.label} is in the future"


def of_published(
    published: When, own: Description, said: Iterable[When], today: dt.date
) -> Iterator[str]:
    """Of the date of an article.

    Args:
        published: as the person gives it.
        own: what its head says.
        said: when what it reports was said, as it stands with that date.
        today: the day on which it is given.
    """
    yield from of_future(published, today)
    if apart(published, own.published):
        yield f"the article itself says {own.published.label} (“{own.phrase}”)"
    later = [when for when in said if when.certainly_after(published)]
    if later:
        last = max(later, key=lambda when: when.order)
        yield f"the article reports what was said later: {last.label}"


def of_said(said: When, published: When, today: dt.date) -> Iterator[str]:
    """Of the date on which something was said, in an article of another date."""
    yield from of_future(said, today)
    if said.certainly_after(published):
        yield f"the article itself came out before that: {published.label}"


def apart(one: When, other: When) -> bool:
    """Whether days lie between the two."""
    first, second = sorted((one, other), key=lambda when: when.order)
    end, start = first.latest, second.earliest
    return end is not None and start is not None and start - end > NEAR
