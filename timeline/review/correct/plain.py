"""Fields that are chosen from a few words, or typed: act, form, mode, dates, topics."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, get_args

from timeline.assertion import Act, Authority, Family, Form, Kind, Mode
from timeline.errors import BadUse
from timeline.review.correct.ground import Ground
from timeline.review.near import perhaps
from timeline.when import When

Fields = dict[str, Any]
CHOICES: dict[str, tuple[str, ...]] = {
    "act": get_args(Act),
    "family": get_args(Family),
    "form": get_args(Form),
    "mode": get_args(Mode),
    "authority": get_args(Authority),
    "kind": get_args(Kind),
}
"""The words that each of these fields may be."""
SIGNS = {
    "-1": -1, "-": -1, "hostile": -1, "0": 0, "neutral": 0, "+1": 1, "1": 1, "+": 1, "friendly": 1,
}  # fmt: skip
RECORD = {"kind": "speaker_kind"}


def one(name: str, values: Sequence[str]) -> str:
    """The only value of a field that has one. Raises: BadUse."""
    if len(values) != 1:
        raise BadUse(f"{name} is given {len(values)} times; it has one value")
    return values[0].strip()


def choice(name: str, values: Sequence[str]) -> Fields:
    """One of a few words. Raises: BadUse, with what was perhaps meant."""
    value = one(name, values).lower()
    if value not in CHOICES[name]:
        known = ", ".join(CHOICES[name])
        raise BadUse(f"No {name} {value!r}.{perhaps(value, CHOICES[name])} It is one of {known}")
    return {RECORD.get(name, name): value}


def sign(name: str, values: Sequence[str]) -> Fields:
    """The stance toward the target. Raises: BadUse."""
    value = one(name, values).lower()
    if value not in SIGNS:
        raise BadUse(f"No stance {value!r}. It is -1 (hostile), 0 (neutral) or +1 (friendly)")
    return {"sign": SIGNS[value]}


def a_date(text: str, today: dt.date) -> str:
    """The EDTF of a date as typed; empty for "unknown". Raises: BadDate."""
    if text.strip().lower() in ("", "unknown", "none"):
        return ""
    return When.asked(text, today).text


def given_date(name: str, value: str) -> str:
    """A date that is given, if only as unknown. Raises: BadUse for nothing, a slip of the shell."""
    if not value:
        raise BadUse(f"{name} is empty: write {name}=unknown where nobody knows")
    return value


def said(name: str, values: Sequence[str], ground: Ground) -> Fields:
    """When it was said, as a person knows it: what it hung on before is let go."""
    return {
        "said": a_date(given_date(name, one(name, values)), ground.today),
        "said_basis": "person",
        "said_rule": None,
        "said_anchor": None,
        "said_days": [],
        "said_phrase": None,
        "said_phrase_start": None,
        "said_phrase_end": None,
    }


def about(name: str, values: Sequence[str], ground: Ground) -> Fields:
    """What time its content speaks of."""
    return {
        "about": a_date(given_date(name, one(name, values)), ground.today),
        "about_rule": "person",
        "about_anchor": None,
        "about_phrase": None,
        "about_phrase_start": None,
        "about_phrase_end": None,
    }


def topics(values: Sequence[str]) -> Fields:
    """What it is on; an empty one takes all away."""
    return {"topics": list(dict.fromkeys(value.strip() for value in values if value.strip()))}
