"""What a later event makes of an assertion: one pure step from dossier to dossier."""

from typing import Any

from timeline.terms import Status
from timeline.views import Dossier

STATUS, CORRECTED, DATED = 1, 2, 4
"""Grounds on which a later reading is only a proposal."""
DECISIONS = (
    "assertion-recorded", "assertion-dated", "assertion-accepted", "assertion-rejected",
    "assertion-reopened", "assertion-corrected", "assertion-retracted", "assertion-restored",
    "assertion-linked", "assertion-unlinked",
)  # fmt: skip
LINKS = ("assertion-linked", "assertion-unlinked")
DECIDES: dict[str, Status] = {
    "assertion-accepted": "accepted",
    "assertion-rejected": "rejected",
    "assertion-retracted": "retracted",
}


def decide(before: Dossier, kind: str, event: dict[str, Any], position: int) -> Dossier | None:
    """The dossier after an event; None where the event changes nothing that a view can see.

    Args:
        before: how the assertion stood.
        kind: the event's stored name without its version.
        event: its fields; one that is absent has its default.
        position: the event's.
    """
    now = before._replace(since=position)
    if status := DECIDES.get(kind):
        decided = now.decided | STATUS
        return now._replace(status=status, checked_by=event["by"], decided=decided)
    match kind:
        case "assertion-reopened":
            return now._replace(status="proposed", checked_by=None, decided=now.decided & ~STATUS)
        case "assertion-dated":
            return _dated(now, event)
        case "assertion-corrected":
            decided = now.decided & ~DATED | CORRECTED
            return now._replace(record=position, said=None, basis=None, about=None, decided=decided)
        case "assertion-recorded" if not before.decided:
            return now._replace(record=position, said=None, basis=None, about=None)
    return now._replace(links=_linked(before.links, kind, event)) if kind in LINKS else None


def _dated(now: Dossier, event: dict[str, Any]) -> Dossier:
    """One of its clocks set anew."""
    if event.get("clock") == "about":
        return now._replace(about=event["date"])
    decided = now.decided & ~DATED | (DATED if event["basis"] == "person" else 0)
    return now._replace(said=event["date"], basis=event["basis"], decided=decided)


def _linked(links: str, kind: str, event: dict[str, Any]) -> str:
    """The links with one more, or without one."""
    wanted = f"{event['relation']} {event['other']}"
    held = dict.fromkeys(links.splitlines())
    held.pop(wanted, None)
    return "\n".join([*held, wanted] if kind == "assertion-linked" else held)


def restore(before: Dossier, earlier: Dossier | None, position: int) -> Dossier:
    """The dossier after a retraction was taken back: as decided before it."""
    if earlier is None:
        return before._replace(
            since=position, status="proposed", checked_by=None, decided=before.decided & ~STATUS
        )
    return before._replace(
        since=position,
        status=earlier.status,
        checked_by=earlier.checked_by,
        decided=before.decided & ~STATUS | earlier.decided & STATUS,
    )
