"""Candidates: an understood attribution written down in the flat shape that the gate judges."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from timeline.assertion import Authority, Candidate, Kind
from timeline.reading.account import Told
from timeline.reading.ground import Ground
from timeline.reading.text.classes import classes
from timeline.reading.topics import topics
from timeline.reading.values import Name, Span
from timeline.reading.who import Voice

NAMELESS = frozenset("PODW0")
"""Classes of words that stand for somebody and name nobody: "they", "some", "one"."""
STATES = ("country", "organisation")
"""Kinds of those of whom a person can be a minister or an envoy."""


def candidate(ground: Ground, told: Told, method: str) -> Candidate:
    """What is proposed for one attribution; `method` is reader and version."""
    one, text = told.one, ground.text
    start, end = one.content[0]
    for first, last in one.content[1:]:
        start, end = min(start, first), max(end, last)
    # One dict that grows: to join a dozen small ones takes longer than all the rest.
    fields: dict[str, Any] = {
        "passage_start": min(one.passage.start, start),
        "passage_end": max(one.passage.end, end),
        "own": _offsets(one.own),
        "repeats": _offsets(one.repeats),
        "act": told.deed.act,
        "family": told.deed.family,
        "sign": told.deed.sign,
        "form": one.form,
        "mode": one.mode,
        "topics": topics(text, ground.page, one.content),
        "method": method,
        "pattern": one.pattern,
        "confidence": one.confidence,
        "authority": _authority(told),
        "speaker_kind": _kind(one.name, told.voice),
    }
    _place(fields, text, "asserted", (start, end))
    _place(fields, text, "cue", one.cue)
    _speaker(fields, text, told)
    _list(fields, text, "targets", targets(ground, told))
    through = [(*span, name.span if name else span) for span, name in one.reporters]
    _list(fields, text, "reporters", through)
    _times(fields, text, told)
    return Candidate.model_validate(fields)


def targets(ground: Ground, told: Told) -> list[tuple[int, int, Span]]:
    """The mentions and names of whom it is about, with the country that a person is introduced of.

    A target resolves by its name alone: where nobody knows the minister, what another country says
    of him is said of his own only if that is a target as well.
    """
    found = [mark[:3] for mark in told.targets]
    who, voice = ground.cast.who, told.voice
    if voice is None or not ground.international or who.sides(voice.side)[1] not in STATES:
        return found
    own = voice.sides
    sides = {side for mark in told.targets for side in who.sides(mark.actor)[0]}
    for mark in told.targets:
        body = ground.bodies.get(mark.name)
        if body and mark.side not in {*sides, *own} and who.sides(mark.side)[1] in STATES:
            sides.add(mark.side)
            found.insert(found.index(mark[:3]) + 1, (mark.start, mark.end, body))
    return found


def _offsets(spans: Sequence[Span]) -> list[int]:
    return [offset for span in sorted(spans) for offset in span] if spans else []


def _place(fields: dict[str, Any], text: str, name: str, span: tuple[int, int] | None) -> None:
    if span is not None:
        start, end = span
        words, first, last = _keys(name)
        fields[words], fields[first], fields[last] = text[start:end], start, end


def _list(
    fields: dict[str, Any], text: str, name: str, mentions: Sequence[tuple[int, int, Span]]
) -> None:
    """Mentions, and the fullest name of each, in lists that run in parallel."""
    # Also where they are empty: pydantic would copy the default deeply, which takes longer.
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    for start, end, (first, last) in mentions:
        words.append(text[start:end])
        starts.append(start)
        ends.append(end)
        names.append(text[first:last])
        firsts.append(first)
        lasts.append(last)
    one, one_start, one_end = _keys(name)
    full, full_start, full_end = _keys(f"{name}_name")
    fields[one], fields[one_start], fields[one_end] = words, starts, ends
    fields[full], fields[full_start], fields[full_end] = names, firsts, lasts


@cache
def _keys(name: str) -> tuple[str, str, str]:
    """The fields of words, and of where they begin and end."""
    return name, f"{name}_start", f"{name}_end"


def _speaker(fields: dict[str, Any], text: str, told: Told) -> None:
    one = told.one
    if one.speaker is None:
        return
    _place(fields, text, "speaker", one.speaker)
    name = one.name or _itself(text, one.speaker)
    if name is None:
        return
    _place(fields, text, "speaker_name", name.span)
    if name.role:
        fields["speaker_role"] = text[slice(*name.role)]
    if name.body:
        fields["speaker_body"] = text[slice(*name.body)]


def _itself(text: str, mention: Span) -> Name | None:
    """A mention that means nobody named before, as its own name; "they" is nobody's."""
    told = text[slice(*mention)].lower().split()
    return None if all(classes().get(word) in NAMELESS for word in told) else Name(mention)


def _times(fields: dict[str, Any], text: str, told: Told) -> None:
    said, about = told.said, told.about
    fields["said"] = said.date
    fields["said_basis"] = said.basis
    fields["said_rule"] = said.rule
    fields["said_anchor"] = said.anchor
    fields["said_days"] = list(said.days)
    _place(fields, text, "said_phrase", said.phrase)
    fields["about"] = about.date
    fields["about_rule"] = about.rule
    fields["about_anchor"] = about.anchor
    _place(fields, text, "about_phrase", about.phrase)
    if told.occasion is not None:
        _place(fields, text, "occasion", told.occasion.occasion.name)
        fields["occasion_key"] = told.occasion.occasion.key
    if told.reply is not None:
        _place(fields, text, "reply", told.reply.cue)
        _place(fields, text, "answers", told.reply.answers)


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
    if kind == "group" and voice.actor.startswith(f"{voice.side} "):
        return "member"  # NATO member states, however many of them and wherever they met
    return "member" if kind in ("person", "media") and len(voice.sides) > 1 else "unnamed"
