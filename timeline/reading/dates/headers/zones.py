"""Clock and zone of a header as instants: two where the zone cannot be right on that day."""

import datetime as dt
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypedDict

CLOCK = re.compile(
    r"(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-5][0-9]))?(?::[0-5][0-9](?:\.[0-9]+)?)?"
    r" ?(?P<half>[ap])?\.?(?:m\.?)?"
    r"(?:,? ?\(?(?P<zone>[a-z]{1,4})?\)?(?P<sign>[+-])?(?P<oh>[0-9]{1,2})?:?(?P<om>[0-9]{2})?\)?)?",
    re.IGNORECASE,
)


class Zone(TypedDict, total=False):
    """Minutes east of Greenwich, those of the other half year, the rule of summer time."""

    offset: int
    other: int
    rule: str
    summer: bool
    either: bool


@cache
def zones() -> dict[str, Zone]:
    """The zones of `zones.toml` by name."""
    text = files(__package__).joinpath("zones.toml").read_text(encoding="utf-8")
    table: dict[str, Zone] = tomllib.loads(text)["zones"]
    return table


def instants(day: dt.date, clock: str) -> tuple[tuple[str, ...], str | None, str | None]:
    """The UTC instants that a clock can mean on that day, its zone, and what is wrong with it.

    Returns: instants as `2024-07-11T08:15Z`, none without a zone; the zone as written or None; a
        sentence where the zone cannot be right on that day, and then both readings.
    """
    match = CLOCK.match(clock)
    if match is None:
        return (), None, None
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if hour > 23:
        return (), None, f"“{clock}”: a day has no hour {hour}."
    name = (match["zone"] or "").upper()
    if match["sign"]:
        minutes = int(match["oh"] or 0) * 60 + int(match["om"] or 0)
        shift = minutes if match["sign"] == "+" else -minutes
        zone = f"{name}{match['sign']}{match['oh'] or ''}"
        return (_utc(day, hour, minute, shift),), zone, None
    if name not in zones():
        return (), name or None, None
    return _by_zone(day, hour, minute, name)


def _by_zone(
    day: dt.date, hour: int, minute: int, name: str
) -> tuple[tuple[str, ...], str, str | None]:
    zone = zones()[name]
    labelled = _utc(day, hour, minute, zone["offset"])
    if "rule" not in zone or in_summer(day, zone["rule"]) == zone.get("summer", False):
        return (labelled,), name, None
    meant = _utc(day, hour, minute, zone["other"])
    if zone.get("either"):
        return (meant,), name, None
    half = "summer" if in_summer(day, zone["rule"]) else "winter"
    reason = f"{name} is not the time of that zone in {half}: {meant} or {labelled}."
    return (meant, labelled), name, reason


def in_summer(day: dt.date, rule: str) -> bool:
    """Whether clocks show summer time on that day: "eu" since 1996, "us" since 2007."""
    if rule == "eu":
        return _sunday(day.year, 3, 31) <= day < _sunday(day.year, 10, 31)
    return _sunday(day.year, 3, 14) <= day < _sunday(day.year, 11, 7)


def _sunday(year: int, month: int, latest: int) -> dt.date:
    """The last Sunday on or before that day of the month."""
    last = dt.date(year, month, latest)
    return last - dt.timedelta((last.weekday() + 1) % 7)


def _utc(day: dt.date, hour: int, minute: int, offset: int) -> str:
    try:
        moment = dt.datetime.combine(day, dt.time(hour, minute)) - dt.timedelta(minutes=offset)
    except OverflowError:
        return f"{day.isoformat()}T{hour:02}:{minute:02}"
    return moment.isoformat(timespec="minutes") + "Z"
