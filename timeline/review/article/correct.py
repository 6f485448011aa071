"""A correction of an article: its date with all that hangs on it, title, publisher, address."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline import events as e
from timeline.article import Article
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadInput, BadUse
from timeline.projection.coverage import plural
from timeline.reading.describe import describe
from timeline.reading.doubts import of_published
from timeline.review.article.known import Known
from timeline.review.article.redate import (
    OccasionTold,
    anchored,
    occasions_redated,
    redated,
    redated_about,
)
from timeline.review.correct.apply import Case
from timeline.review.correct.ground import Ground
from timeline.review.correct.plain import a_date, given_date, one
from timeline.review.near import perhaps
from timeline.review.telling import deed
from timeline.review.values import Plan, a_reason, already, listed
from timeline.when import When

FIELDS = ("published", "title", "publisher", "url")
OTHERWISE = {"date": "published", "dated": "published", "source": "publisher", "link": "url"}


class Ahead(NamedTuple):
    """All of an article that a correction may move."""

    known: Known
    cases: tuple[Case, ...]
    """Its assertions as they stand, each with its dossier."""
    reading: Callable[[Article], Sequence[OccasionTold]]
    """Gives the occasions that an article dates, by its own date."""
    occasions: Callable[[str], int]
    """Gives the version of an occasion's stream, by its name; see `streams.occasion`."""


def correct_article(
    ahead: Ahead, pairs: Sequence[str], reason: str | None, ground: Ground, stamp: Envelope
) -> Plan:
    """A person corrects what is known of an article.

    Another date appends, in the same transaction, one date for each assertion whose receipt hangs
    on it, save what a person dated.

    Raises:
        BadUse: no such field, an empty reason, or nothing that would change.
        BadDate: no date.
    """
    known = ahead.known
    why = a_reason(reason, for_what="a correction")
    wanted = asked(pairs)
    if not wanted:
        raise BadUse(f"Nothing to correct: give FIELD=VALUE of {', '.join(FIELDS)}")
    values = {name: _value(name, given, ground) for name, given in wanted.items()}
    changed = [name for name in values if values[name] != (getattr(known, name) or "")]
    if not changed:
        return _already(known, values, why, stamp)
    own: list[e.AnyEvent] = []
    batches: list[Batch] = []
    more: tuple[str, ...] = ()
    if set(changed) - {"published"}:
        told = {name: getattr(known, name) for name in FIELDS[1:]}
        told |= {name: values[name] or None for name in changed if name != "published"}
        own.append(e.ArticleDescribed(**stamp, article=known.id, **told, reason=why))
    if "published" in changed:
        date = values["published"]
        own.append(
            e.ArticleDated(**stamp, article=known.id, published=date, basis="person", reason=why)
        )
        batches, more = moved(ahead, ground.article, date, why, stamp)
        more += _doubted(ahead, batches, date, ground)
    said = listed(
        f"{name} {_shown(name, getattr(known, name))} → {_shown(name, values[name])}"
        for name in changed
    )
    first = Batch(known.stream, known.version, own)
    return Plan((first, *batches), f"corrected {known.short}: {said}", known.short, more)


def asked(pairs: Sequence[str]) -> dict[str, list[str]]:
    """What is asked for. Raises: BadUse for what is no field of an article."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        typed, sign, value = pair.partition("=")
        if not sign:
            raise BadUse(f"{pair!r} is no correction: write FIELD=VALUE, like published=2024-07-11")
        name = typed.strip().lower()
        name = OTHERWISE.get(name, name)
        if name not in FIELDS:
            meant = perhaps(name, FIELDS)
            raise BadUse(
                f"An article has no field {typed!r} to correct.{meant} Fields: {', '.join(FIELDS)}"
            )
        found.setdefault(name, []).append(value)
    return found


def _value(name: str, given: Sequence[str], ground: Ground) -> str:
    value = one(name, given)
    if name == "published":
        return a_date(given_date(name, value), ground.today)
    if name == "url" and value and not value.startswith(("http://", "https://")):
        raise BadInput(f"{value[:60]!r} is no address: it begins with http:// or https://")
    return value


def _shown(name: str, value: str | None) -> str:
    if name == "published":
        return When.parse(value or "").label
    return f"“{value}”" if value else "none"


def moved(
    ahead: Ahead, article: Article, date: str, why: str, stamp: Envelope
) -> tuple[list[Batch], tuple[str, ...]]:
    """The dates that move with the article's own, each in a batch for its stream; and how many."""
    before, now = anchored(article, ahead.known.published), anchored(article, date)
    batches: list[Batch] = []
    kept = 0
    for dossier, record in ahead.cases:
        kept += record.said_basis == "person"
        dates = redated(record, before, now), redated_about(record, now)
        events = [e.AssertionDated(**stamp, id=record.id, **d, reason=why) for d in dates if d]
        if events:
            batches.append(Batch(dossier.stream, dossier.version, events))
    moved = len(batches)
    old = article.model_copy(update={"published": ahead.known.published})
    new = article.model_copy(update={"published": date})
    anew = occasions_redated(ahead.reading(old), ahead.reading(new))
    batches += [_occasion(told, said, ahead, why, stamp) for told, said in anew]
    more = [f"moves {plural(moved, 'assertion')}"]
    if kept:
        more.append(f"{plural(kept, 'assertion')} dated by a person: kept")
    if len(batches) > moved:
        more.append(f"dates {plural(len(batches) - moved, 'occasion')} anew")
    return batches, (("; ".join(more)),)


def _doubted(ahead: Ahead, batches: Sequence[Batch], date: str, ground: Ground) -> tuple[str, ...]:
    """What speaks against a date of the article, with which these are appended."""
    events = (event for batch in batches for event in batch.events)
    dated = {
        event.id: event.date
        for event in events
        if isinstance(event, e.AssertionDated) and event.clock != "about"
    }
    said = (dated.get(case.record.id, case.record.said) for case in ahead.cases)
    known, own = (When.parse(day) for day in said), describe(ground.article.text)
    return tuple(of_published(When.parse(date), own, known, ground.today))


def _occasion(told: OccasionTold, said: str, ahead: Ahead, why: str, stamp: Envelope) -> Batch:
    from timeline.chronicle.streams import occasion

    event = e.OccasionDated(
        **stamp, occasion=told.key, name=told.name, date=said,
        basis="stated" if said else "unknown", article=ahead.known.id, rule=told.rule,
        phrase=told.phrase, phrase_start=told.phrase_start, phrase_end=told.phrase_end, reason=why,
    )  # fmt: skip
    return Batch(occasion(told.key), ahead.occasions(told.key), [event])


def _already(known: Known, values: dict[str, str], why: str, stamp: Envelope) -> Plan:
    for kept in reversed(known.history):
        event = kept.event
        mine = event is not None and event.by == stamp["by"]
        if mine and isinstance(event, e.ArticleDated | e.ArticleDescribed) and event.reason == why:
            return already(known.short, f"{event.by} {deed(event)}, #{kept.position}")
    told = listed(f"{name} is {_shown(name, value)}" for name, value in values.items())
    raise BadUse(f"That changes nothing: {told} already")


__all__ = ["Ahead", "asked", "correct_article"]
