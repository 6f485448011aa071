"""The status of an assertion: accept, reject, reopen, retract, restore."""

from timeline import events as e
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadUse
from timeline.review.dossier import Dossier
from timeline.review.telling import deed
from timeline.review.values import Plan, a_reason, already, reason_of


def accept(dossier: Dossier, stamp: Envelope, reason: str | None = None) -> Plan:
    """A person checked it and holds it right.

    Raises:
        BadUse: it is retracted.
    """
    not_withdrawn(dossier, "accept")
    if dossier.status == "accepted":
        return _already(dossier)
    event = e.AssertionAccepted(**stamp, id=dossier.id, reason=reason_of(reason))
    return _plan(dossier, event, "accepted")


def reject(dossier: Dossier, stamp: Envelope, reason: str | None) -> Plan:
    """A person checked it and holds it wrongly read.

    Raises:
        BadUse: it is retracted, or no reason is given.
    """
    why = a_reason(reason, for_what="a rejection")
    not_withdrawn(dossier, "reject")
    if dossier.status == "rejected":
        return _already(dossier)
    return _plan(dossier, e.AssertionRejected(**stamp, id=dossier.id, reason=why), "rejected")


def reopen(dossier: Dossier, stamp: Envelope, reason: str | None = None) -> Plan:
    """A decision is taken back; it is a proposal again.

    Raises:
        BadUse: it is retracted, or nothing was decided.
    """
    not_withdrawn(dossier, "reopen")
    if dossier.status == "proposed":
        if dossier.verdict:
            return _already(dossier)
        raise BadUse(f"{dossier.handle} is a proposal; there is nothing to reopen")
    event = e.AssertionReopened(**stamp, id=dossier.id, reason=reason_of(reason))
    return _plan(dossier, event, "reopened")


def retract(dossier: Dossier, stamp: Envelope, reason: str | None) -> Plan:
    """It is withdrawn: shown as such, counted nowhere.

    Raises:
        BadUse: no reason is given.
    """
    why = a_reason(reason, for_what="a retraction")
    if dossier.status == "retracted":
        return _already(dossier)
    return _plan(dossier, e.AssertionRetracted(**stamp, id=dossier.id, reason=why), "retracted")


def restore(dossier: Dossier, stamp: Envelope, reason: str | None = None) -> Plan:
    """A retraction is taken back; it stands as it stood before.

    Raises:
        BadUse: it was not retracted.
    """
    if dossier.status != "retracted":
        if dossier.verdict and isinstance(dossier.verdict.event, e.AssertionRestored):
            return _already(dossier)
        raise BadUse(f"{dossier.handle} is not retracted, but {dossier.status}")
    event = e.AssertionRestored(**stamp, id=dossier.id, reason=reason_of(reason))
    return _plan(dossier, event, "restored")


def _plan(dossier: Dossier, event: e.AnyEvent, says: str) -> Plan:
    return Plan(
        (Batch(dossier.stream, dossier.version, [event]),),
        f"{says} {dossier.handle}",
        dossier.handle,
    )


def _already(dossier: Dossier) -> Plan:
    """It is so; who made it so, and where."""
    made = dossier.verdict
    event = made.event if made else None
    if made is None or event is None:
        return already(dossier.handle, dossier.status)
    return already(dossier.handle, f"{event.by} {deed(event)}, #{made.position}")


def not_withdrawn(dossier: Dossier, deed_word: str) -> None:
    """Refuse a decision on what is retracted. Raises: BadUse, with who retracted it and why."""
    if dossier.status != "retracted":
        return
    made = dossier.verdict
    who = f" by {deed_by(made.event)}, #{made.position}" if made and made.event else ""
    raise BadUse(
        f"{dossier.handle} is retracted{who}; to {deed_word} it, restore it first:"
        f" timeline restore {dossier.handle}"
    )


def deed_by(event: e.AnyEvent) -> str:
    """Who did it, and why if that was said."""
    reason = getattr(event, "reason", None)
    return f"{event.by} ({reason})" if reason else event.by
