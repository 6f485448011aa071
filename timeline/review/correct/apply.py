"""One correction: the assertion as it stands, what a person says, the assertion as it then is."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from timeline import events as e
from timeline.assertion import Assertion
from timeline.chronicle import Batch, Envelope
from timeline.errors import BadUse
from timeline.reading.doubts import of_said
from timeline.review.correct.ground import Ground
from timeline.review.correct.table import FIELDS, asked
from timeline.review.dossier import Dossier
from timeline.review.gate import checked
from timeline.review.telling import deed
from timeline.review.values import Plan, a_reason, already, listed
from timeline.review.verdict import not_withdrawn
from timeline.when import When

LONG = 40
"""Code points of a value that is told."""


class Case(NamedTuple):
    """An assertion as it stands, and the version of its dossier that says so."""

    dossier: Dossier
    record: Assertion


def correct(
    case: Case,
    pairs: Sequence[str],
    reason: str | None,
    ground: Ground,
    stamp: Envelope,
) -> Plan:
    """A person corrects fields; the id and the handle stay.

    Args:
        case: what it is taken on; see `standing_record`.
        pairs: FIELD=VALUE, each; a field that is a list may be repeated.
        reason: why.
        ground: the article's words, and the names that are known.
        stamp: who, and when.

    Raises:
        BadUse: no such field or value, an empty reason, nothing that would change, or retracted.
        BadInput: words that do not stand in the article.
        NotFound: a name or occasion that is almost a known one.
    """
    dossier, record = case
    why = a_reason(reason, for_what="a correction")
    not_withdrawn(dossier, "correct")
    wanted = asked(pairs)
    if not wanted:
        raise BadUse("Nothing to correct: give FIELD=VALUE, like speaker=NATO")
    made = after(record, wanted, ground)
    changed = _changed(record, made, wanted)
    if not changed:
        return _already(dossier, wanted, made, why, stamp)
    told = listed(f"{name} {shown(record, name)} → {shown(made, name)}" for name in changed)
    event: e.AnyEvent = e.AssertionCorrected(**stamp, reason=why, **dict(made))
    if changed == ["said"]:
        event = e.AssertionDated(
            **stamp, id=record.id, date=made.said, basis=made.said_basis, reason=why
        )
    batch = Batch(dossier.stream, dossier.version, [event])
    more = doubted(made, ground) if "said" in changed else ()
    return Plan((batch,), f"corrected {dossier.handle}: {told}", dossier.handle, more)


def changes(record: Assertion, pairs: Sequence[str], ground: Ground) -> bool:
    """Whether these corrections would change anything of an assertion. Raises: as `correct`."""
    wanted = asked(pairs)
    return bool(_changed(record, after(record, wanted, ground), wanted))


def _changed(record: Assertion, made: Assertion, wanted: Iterable[str]) -> list[str]:
    follows = ("form",)  # from the words
    return [n for n in dict.fromkeys((*wanted, *follows)) if _differs(n, record, made)]


def doubted(made: Assertion, ground: Ground) -> tuple[str, ...]:
    """What speaks against the date that a person gives an assertion."""
    published = When.parse(ground.article.published)
    said = When.parse(made.said)
    return tuple(of_said(said, published, ground.today))


def after(record: Assertion, wanted: dict[str, list[str]], ground: Ground) -> Assertion:
    """The assertion as it is with these fields corrected. Raises: as `correct`."""
    fields: dict[str, Any] = dict(record)
    for name, values in wanted.items():
        fields |= FIELDS[name].set(name, values, ground, fields)
    return checked(fields, ground.article)


def standing_record(recorded: dict[str, Any], dossier: Dossier) -> Assertion:
    """The whole assertion as it stands: what was recorded last, and dates set since.

    Args:
        recorded: the fields of the event that holds the whole of it.
        dossier: of the same assertion.
    """
    fields = {name: recorded[name] for name in Assertion.model_fields if name in recorded}
    for kept in dossier.history:
        match kept.event:
            case e.AssertionCorrected() | e.AssertionRecorded() as whole:
                fields = {name: getattr(whole, name) for name in Assertion.model_fields}
            case e.AssertionDated() as dated:
                fields |= as_dated(dated)
            case _:
                pass
    return Assertion.model_validate(fields)


def as_dated(event: e.AssertionDated) -> dict[str, Any]:
    """What a date makes of the fields of an assertion."""
    if event.clock == "about":
        return {"about": event.date, "about_rule": event.rule, "about_anchor": event.anchor}
    fields: dict[str, Any] = {
        "said": event.date, "said_basis": event.basis,
        "said_rule": event.rule, "said_anchor": event.anchor,
    }  # fmt: skip
    if event.basis == "person":
        fields |= dict.fromkeys(("said_phrase", "said_phrase_start", "said_phrase_end"))
    if event.basis != "occasion":
        fields["said_days"] = []
    return fields


def shown(record: Assertion, name: str) -> str:
    """A field's value as it is told in one line.

    The first of the fields that tell of it counts, where it is there.
    """
    values = [getattr(record, field) for field in FIELDS[name].shows]
    if name == "passage":
        return f"{values[0]}-{values[1]}"
    value = next((one for one in values if one not in (None, "")), None)
    if name in ("said", "time"):
        return When.parse(value or "").label
    if name == "stance":
        return f"{value:+d}" if value else "0"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "none"
    text = "none" if value is None else " ".join(str(value).split())
    return text if len(text) <= LONG else text[: LONG - 1] + "…"


def _differs(name: str, record: Assertion, made: Assertion) -> bool:
    told = (*FIELDS[name].shows, *(("said_basis",) if name == "said" else ()))
    if name in ("words", "mention", "cue", "reply", "answers"):
        told = (*told, f"{FIELDS[name].shows[0]}_start")
    if name == "speaker":
        told = ("speaker_name", "speaker") if made.speaker_name is None else ("speaker_name",)
    return any(getattr(record, field) != getattr(made, field) for field in told)


def _already(
    dossier: Dossier, wanted: dict[str, list[str]], made: Assertion, why: str, stamp: Envelope
) -> Plan:
    """It is so: by this very command, whose answer was lost, or by another, which is told."""
    last = next(
        (
            kept
            for kept in reversed(dossier.history)
            if isinstance(kept.event, e.AssertionCorrected)
            or (isinstance(kept.event, e.AssertionDated) and kept.event.basis == "person")
        ),
        None,
    )
    event = last.event if last else None
    if last and event and event.by == stamp["by"] and getattr(event, "reason", None) == why:
        return already(dossier.handle, f"{event.by} {deed(event)}, #{last.position}")
    told = listed(f"{name} is {shown(made, name)}" for name in wanted)
    raise BadUse(f"That changes nothing: {told} already")
