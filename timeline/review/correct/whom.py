"""Who speaks, toward whom, through whom, on which occasion: mentions stay, names are corrected.

A name that stands in the article is stored with the place nearest to the mention. One that does
not is the person's knowledge: it is stored without a place (None, in lists -1), and that is how
it can be told from the article's own words for ever. Views resolve by names alone.
"""

from collections.abc import Sequence
from typing import Any

from timeline.errors import NotFound
from timeline.review.correct.ground import UNPLACED, Ground
from timeline.review.correct.plain import Fields, one
from timeline.review.near import perhaps
from timeline.review.places import name_near


def speaker(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """Who asserts; empty for nobody. Role and body are those with which the article introduces it.

    Raises:
        NotFound: the name is almost one that is known.
    """
    who = one(name, values)
    nobody: Fields = {
        "speaker_name": None, "speaker_name_start": None, "speaker_name_end": None,
        "speaker_role": None, "speaker_body": None, "speaker_kind": "unknown",
        "authority": "unnamed",
    }  # fmt: skip
    if not who:
        return nobody | {"speaker": None, "speaker_start": None, "speaker_end": None}
    if who == (record["speaker_name"] or record["speaker"]):
        return {}
    ground.check_name(who)
    known = next((known for known in ground.introduced if known[0] == who), None)
    given = nobody | {"authority": record["authority"]}
    if known:
        words = ("speaker_role", "speaker_body", "speaker_kind", "authority")
        given |= {field: value or None for field, value in zip(words, known[1:], strict=True)}
    near = record["speaker_start"]
    place = name_near(ground.article.text, who, record["asserted_start"] if near is None else near)
    given["speaker_name"] = who
    if place:
        given |= {"speaker_name_start": place.start, "speaker_name_end": place.end}
    return given


def targets(values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """About or toward whom, the main one first; one empty value for nobody."""
    return _list("targets", values, ground, record)


def reporters(values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """Through whose hands it came; one empty value for nobody's."""
    return _list("reporters", values, ground, record)


def _list(field: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """Six parallel lists: those who stay keep their mention, a new one takes one that is free."""
    wanted = list(dict.fromkeys(value.strip() for value in values if value.strip()))
    names = record[f"{field}_name"]
    stays = {name: at for at, name in enumerate(names) if name in wanted}
    free = [at for at in range(len(names)) if at not in stays.values()]
    rows = []
    for who in wanted:
        if who in stays:
            rows.append(_row(field, record, stays[who]))
            continue
        ground.check_name(who)
        mention = _mention(field, record, free.pop(0)) if free else None
        rows.append(_new(who, mention, ground, record))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 6
    return {name: list(column) for name, column in zip(_six(field), columns, strict=True)}


def _six(field: str) -> tuple[str, ...]:
    words, names = field, f"{field}_name"
    return words, f"{words}_start", f"{words}_end", names, f"{names}_start", f"{names}_end"


def _row(field: str, record: Fields, at: int) -> tuple[Any, ...]:
    return tuple(record[name][at] for name in _six(field))


def _mention(field: str, record: Fields, at: int) -> tuple[Any, ...]:
    return _row(field, record, at)[:3]


def _new(
    who: str, mention: tuple[Any, ...] | None, ground: Ground, record: Fields
) -> tuple[Any, ...]:
    """A name's row: with the mention that it takes over, or else with its own place."""
    near = mention[1] if mention else record["asserted_start"]
    place = name_near(ground.article.text, who, near)
    own = (who, place.start, place.end) if place else (who, UNPLACED, UNPLACED)
    return *(mention or own), *own


def occasion(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """The occasion, by the name or key that is known here, or by words of this article.

    Raises:
        NotFound: no occasion is called so, here or in the article.
    """
    typed = one(name, values)
    if not typed:
        return dict.fromkeys(("occasion", "occasion_start", "occasion_end", "occasion_key"))
    folded = typed.casefold()
    key = next((k for k, n in ground.occasions if folded in (k.casefold(), n.casefold())), None)
    place = name_near(ground.article.text, typed, record["asserted_start"])
    if key is None and place is None:
        known = [word for pair in ground.occasions for word in pair]
        raise NotFound(f"No occasion {typed!r}, here or in the article.{perhaps(typed, known)}")
    return {
        "occasion": typed,
        "occasion_start": place.start if place else None,
        "occasion_end": place.end if place else None,
        "occasion_key": key or typed,
    }
