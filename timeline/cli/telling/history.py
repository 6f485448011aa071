"""What happened to an assertion or article, line by line: what it was, what it became, who, why."""

from collections.abc import Callable, Iterator
from typing import Any

from timeline.query import Decided
from timeline.when import When

FOUND = {
    "article-admitted": "added by {by}",
    "article-described": "described by {by}",
    "article-dated": "dated by {by}",
    "article-read": "read by {by}",
    "assertion-recorded": "found by {by}",
    "assertion-dated": "dated by {by}",
    "assertion-accepted": "accepted by {by}",
    "assertion-rejected": "rejected by {by}",
    "assertion-reopened": "reopened by {by}",
    "assertion-corrected": "corrected by {by}",
    "assertion-retracted": "retracted by {by}",
    "assertion-restored": "restored by {by}",
    "assertion-linked": "linked by {by}",
    "assertion-unlinked": "unlinked by {by}",
    "noted": "noted by {by}",
}
BY_HAND = "by hand"


ORIGIN = ("title", "publisher", "url")


def lines(history: list[Decided], handle: Callable[[str], str] = str) -> Iterator[str]:
    """The history of an assertion or an article, oldest first.

    Args:
        history: its events.
        handle: gives the handle of another assertion, by its id.
    """
    before: dict[str, Any] = {}
    for each in history:
        event, kind = each.event, each.name.rpartition(".")[0]
        told = FOUND.get(kind, kind).format(by=event.get("by", "?"))
        match kind:
            case "assertion-recorded":
                told += _found(event)
                before = event
            case "assertion-corrected":
                told += f": {_changed(before, event)}"
                before = event
            case "assertion-dated":
                clock, date = event["clock"], event["date"]
                told += f": {clock} {_date(before.get(clock))} → {_date(date)}"
                before = before | {clock: date}
            case "assertion-linked" | "assertion-unlinked":
                told += f": {event['relation']} {handle(event['other'])}"
            case "article-described" | "article-dated" | "article-read":
                told += f": {_of_article(kind, before, event)}"
                before = before | event
            case "noted":
                told += f": {event['text']}"
        why = f" ({event['reason']})" if event.get("reason") else ""
        yield f"#{each.position} {event.get('at', '')[:16].replace('T', ' ')}  {told}{why}"


def _found(event: dict[str, Any]) -> str:
    """How it was found, and how far that is to be trusted."""
    from timeline.reading.frames.confidence import UNMEASURED, measured

    if event["pattern"] == BY_HAND:
        return ", by hand"
    if event["confidence"] == UNMEASURED and measured(event["pattern"]) is None:
        return f", pattern {event['pattern']}; how often its like is right was never measured"
    return (
        f", pattern {event['pattern']}; of 100 like it, {event['confidence']} had words and"
        " speaker right on news this program had not seen"
    )


def _of_article(kind: str, before: dict[str, Any], event: dict[str, Any]) -> str:
    """What became known of an article, each as it was and as it became."""
    if kind == "article-read":
        return f"{event['found']:,} found, {len(event['refused']):,} refused"
    if kind == "article-dated":
        was, now = _date(before.get("published")), _date(event["published"])
        return f"{was} → {now}" if "published" in before else now
    pairs = ((name, before.get(name) or "none", event[name] or "none") for name in ORIGIN)
    changed = ", ".join(f"{name} {was} → {now}" for name, was, now in pairs if was != now)
    return changed or "nothing new"


def _date(text: str | None) -> str:
    return When.parse(text or "").label


def _changed(before: dict[str, Any], after: dict[str, Any]) -> str:
    """The fields that a correction changed, each as it was and as it became."""
    from timeline.assertion import Assertion
    from timeline.review.correct.apply import shown
    from timeline.review.correct.table import FIELDS

    if not before:
        return "all of it"
    fields = Assertion.model_fields
    was, now = (
        Assertion.model_construct(**{name: held[name] for name in fields if name in held})
        for held in (before, after)
    )
    pairs = ((name, shown(was, name), shown(now, name)) for name in FIELDS)
    changed = [f"{name} {old} → {new}" for name, old, new in pairs if old != new]
    return ", ".join(changed) or "where it stands"
