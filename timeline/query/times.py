"""What an as-of means: the position up to which the record was known then."""

import datetime as dt
import re

from timeline.errors import BadUse
from timeline.replay.engine import Engine
from timeline.when import When

POSITION = re.compile(r"#?(\d+)")
YEAR = 4
"""Digits of a year: so many alone are never taken for a position."""
SECOND = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d")
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:.*")


def position_of(engine: Engine, as_of: str | int, head: int) -> int:
    """The position that an as-of means, at most the head.

    A position is exact. An instant means the last position whose running maximum of `at` is not
    later: what was imported yesterday was not held last year. A day means its end, UTC.

    Raises:
        BadUse: it is none of these, lies beyond the head, or could be two of them.
    """
    if isinstance(as_of, int):
        return _checked(as_of, head)
    text = as_of.strip()
    if match := POSITION.fullmatch(text):
        if len(text) == YEAR and text.isdigit():  # whatever it is: the store grows past any year
            raise BadUse(f"“{text}” may be a year or a position: write {text}-12-31, or #{text}.")
        return _checked(int(match[1]), head)
    return _last_at(engine, instant(text), head)


def is_position(as_of: str | int) -> bool:
    """Whether a position is named, rather than a moment that means one."""
    return isinstance(as_of, int) or POSITION.fullmatch(as_of.strip()) is not None


def doubt(engine: Engine, as_of: str | int, position: int, head: int) -> str:
    """What whoever asks as of a moment before the record began, or not over yet, should know.

    Args:
        engine: of the views.
        as_of: as typed.
        position: what it means.
        head: the end of the record.
    """
    if position == 0:
        first = next(iter(engine.chronicle.after(0)), None)
        event = first and engine.fetch(first.position)
        since = f": #{first.position} is of {event['at'][:19]}Z" if first and event else ""
        return f"Nothing was recorded here by then ({_written(as_of)}){since}."
    if position == head and isinstance(as_of, str) and not is_position(as_of):
        now = dt.datetime.now(dt.UTC).isoformat()
        wanted = instant(as_of.strip())
        told = len("2026-01-01")
        if INSTANT.fullmatch(as_of.strip()):
            told = len("2026-01-01T11:00:00" if SECOND.match(as_of.strip()) else "2026-01-01T11:00")
        if wanted[:told] > now[:told]:
            return f"{as_of.strip()} is not over yet: this is as of now, #{head}."
    return ""


def _written(as_of: str | int) -> str:
    return f"#{as_of}" if isinstance(as_of, int) else as_of.strip()


def instant(text: str) -> str:
    """The UTC instant that a text means, written as events write theirs. Raises: BadUse, BadDate.

    What is said more coarsely is meant to its end: a day, a minute as the commands print it.

    >>> instant("2026-11-23T11:00"), instant("2024-06")
    ('2026-11-23T11:00:59.999999Z', '2024-06-30T23:59:59.999999Z')
    >>> instant("2026-11-23T11:00:07+01:00"), instant("2026-11-23T11:00:07.5")
    ('2026-11-23T10:00:07.999999Z', '2026-11-23T11:00:07.500000Z')
    """
    if INSTANT.fullmatch(text):
        try:
            when = dt.datetime.fromisoformat(text)
        except ValueError:
            raise BadUse(f"“{text}” is no instant; write it like 2026-11-23T11:00.") from None
        at = (when if when.tzinfo else when.replace(tzinfo=dt.UTC)) + _rest(text)
        return at.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    latest = When.asked(text, dt.datetime.now(dt.UTC).date()).latest
    return f"{latest or dt.date.max}T23:59:59.999999Z"


def _rest(text: str) -> dt.timedelta:
    """What is left of the minute or the second that ends an instant."""
    if "." in text or "," in text:
        return dt.timedelta(0)
    whole = dt.timedelta(seconds=1) if SECOND.match(text) else dt.timedelta(minutes=1)
    return whole - dt.timedelta(microseconds=1)


def _checked(position: int, head: int) -> int:
    if not 0 <= position <= head:
        raise BadUse(f"There is no position #{position}: the store ends at #{head}.")
    return position


def _last_at(engine: Engine, at: str, head: int) -> int:
    """Noted positions are pages apart; the events behind the last one are looked at singly."""
    position = engine.ledger.clock(at)
    for recorded in engine.chronicle.after(position, head):
        event = engine.fetch(recorded.position)
        if event is not None and event["at"] > at:
            break
        position = recorded.position
    return position
