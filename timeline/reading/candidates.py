"""Candidates: an understood attribution written down in the flat shape that the gate judges."""

from collections.abc import Sequence
from typing import Any

from timeline.assertion import Authority, Candidate, Kind
from timeline.reading.account import Told
from timeline.reading.ground import Ground
from timeline.reading.topics import topics
from timeline.reading.values import Name, Span
from timeline.reading.who import Voice


def candidate(ground: Ground, told: Told, method: str) -> Candidate:
    """What is proposed for one attribution; `method` is reader and version."""
    one = told.one
    asserted = Span(min(span.start for span in one.content), max(span.end for span in one.content))
    passage = Span(min(one.passage.start, asserted.start), max(one.passage.end, asserted.end))
    fields: dict[str, Any] = {
        "passage_start": passage.start,
        "passage_end": passage.end,
        "own": [offset for span in sorted(one.own) for offset in span],
        "repeats": [offset for span in sorted(one.repeats) for offset in span],
        "act": told.deed.act,
        "family": told.deed.family,
        "sign": told.deed.sign,
        "form": one.form,
        "mode": one.mode,
        "topics": topics(ground.text, ground.page, one.content),
        "method": method,
        "pattern": one.pattern,
        "confidence": one.confidence,
        "authority": _authority(told),
        "speaker_kind": _kind(one.name, told.voice),
    }
    fields |= _placed(ground, "asserted", asserted) | _placed(ground, "cue", one.cue)
    fields |= _speaker(ground, told)
    fields |= _listed(ground, "targets", [Span(m.start, m.end) for m in told.targets])
    fields |= _listed(ground, "targets_name", [mark.name for mark in told.targets])
    fields |= _listed(ground, "reporters", [span for span, _ in one.reporters])
    fields |= _listed(
        ground, "reporters_name", [name.span if name else span for span, name in one.reporters]
    )
    fields |= _times(ground, told)
    return Candidate.model_validate(fields)


def _placed(ground: Ground, name: str, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    return {name: ground.text[slice(*span)], f"{name}_start": span.start, f"{name}_end": span.end}


def _listed(ground: Ground, name: str, spans: Sequence[Span]) -> dict[str, Any]:
    return {
        name: [ground.text[slice(*span)] for span in spans],
        f"{name}_start": [span.start for span in spans],
        f"{name}_end": [span.end for span in spans],
    }


def _speaker(ground: Ground, told: Told) -> dict[str, Any]:
    one = told.one
    fields = _placed(ground, "speaker", one.speaker)
    if one.speaker is None:
        return fields
    name = one.name or Name(one.speaker)
    fields |= _placed(ground, "speaker_name", name.span)
    fields["speaker_role"] = ground.text[slice(*name.role)] if name.role else None
    fields["speaker_body"] = ground.text[slice(*name.body)] if name.body else None
    return fields


def _times(ground: Ground, told: Told) -> dict[str, Any]:
    said, about = told.said, told.about
    fields: dict[str, Any] = {
        "said": said.date,
        "said_basis": said.basis,
        "said_rule": said.rule,
        "said_anchor": said.anchor,
        "said_days": list(said.days),
        "about": about.date,
        "about_rule": about.rule,
        "about_anchor": about.anchor,
    }
    fields |= _placed(ground, "said_phrase", said.phrase)
    fields |= _placed(ground, "about_phrase", about.phrase)
    if told.occasion is not None:
        fields |= _placed(ground, "occasion", told.occasion.occasion.name)
        fields["occasion_key"] = told.occasion.occasion.key
    if told.reply is not None:
        fields |= _placed(ground, "reply", told.reply.cue)
        fields |= _placed(ground, "answers", told.reply.answers)
    return fields


def _kind(name: Name | None, voice: Voice | None) -> Kind:
    if name is not None and name.kind != "unknown":
        return name.kind
    return voice.kind if voice is not None else "unknown"  # type: ignore[return-value]


def _authority(told: Told) -> Authority:
    """On what ground the speaker speaks for a side."""
    name, voice = told.one.name, told.voice
    if voice is None:
        return "unnamed"
    kind = name.kind if name is not None and name.kind != "unknown" else voice.kind
    if kind == "occasion":
        return "agreed"
    if kind == "organisation":
        return "agreed" if len(voice.sides) == 1 else "office"
    if kind == "office" or (kind == "person" and name is not None and name.role is not None):
        return "office"
    return "member" if kind in ("person", "media") and len(voice.sides) > 1 else "unnamed"
