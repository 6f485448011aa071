"""What the reader missed, asserted by a person: through the same gate, accepted by that person."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from timeline import events as e
from timeline.admission import admit
from timeline.assertion import Act, Assertion, Candidate, Refusal
from timeline.chronicle import Batch, Envelope
from timeline.chronicle.streams import dossier as stream_of
from timeline.errors import BadInput, BadUse
from timeline.reading.attribution import attributions
from timeline.review.correct import plain
from timeline.review.correct.apply import doubted
from timeline.review.correct.ground import Ground
from timeline.review.correct.table import FIELDS
from timeline.review.correct.words import form_of, own_within
from timeline.review.gate import checked
from timeline.review.places import Place, name_near, the_place
from timeline.review.values import Plan
from timeline.when import When

USUAL: dict[Act, tuple[str, int]] = {
    "state": ("state", 0), "announce": ("state", 0), "accuse": ("accuse", -1),
    "request": ("ask", 0), "support": ("support", 1), "reject": ("criticise", -1),
    "threaten": ("warn", -1), "consult": ("open", 1), "agree": ("support", 1),
    "cooperate": ("support", 1),
}  # fmt: skip
"""The family and the stance of an act, unless the person says otherwise."""
METHOD, PATTERN = "person", "by hand"


class Asserted(NamedTuple):
    """What a person says of words in an article."""

    words: str
    by: str
    about: tuple[str, ...]
    act: str
    said: str = ""
    """As typed; empty: no later than the article came out."""
    family: str = ""
    stance: str = ""


def assert_by_hand(
    told: Asserted, known: Iterable[tuple[str, str, int]], ground: Ground, stamp: Envelope
) -> Plan:
    """A person asserts what the reader missed.

    Args:
        told: words, speaker, targets, act.
        known: id, handle and offset of every assertion that the article has already.
        ground: the article and where in it; `ground.at` chooses among words that stand twice.
        stamp: who, and when.

    Raises:
        BadInput: the words do not stand, stand more than once, or the gate refuses them.
        BadUse: no such act, no words, or it is there already.
        NotFound: a name that is almost a known one.
    """
    text = ground.article.text
    place = the_place(text, told.words, at=ground.at)
    there = list(known)
    nth = 1 + sum(start == place.start for _, _, start in there)
    made = _admitted(_fields(told, place, ground), ground, nth)
    if taken := next((handle for one, handle, _ in there if one == made.id), None):
        raise BadUse(f"{taken} is there already, with the same words and speaker; accept it")
    batch = Batch(
        stream_of(made.id),
        0,
        [
            e.AssertionRecorded(**stamp, **dict(made)),
            e.AssertionAccepted(**stamp, id=made.id),
        ],
    )
    more = doubted(made, ground) if told.said else ()
    return Plan((batch,), f"asserted and accepted {made.handle}", made.handle, more)


def _fields(told: Asserted, place: Place, ground: Ground) -> dict[str, Any]:
    """The fields of the assertion: the words' own, then what a person says of them."""
    text = ground.article.text
    start, end = sentence(text, *place)
    own = own_within(text, *place)
    latest = When.parse(ground.article.published).latest
    fields = dict(
        Candidate(
            passage_start=start,
            passage_end=end,
            asserted=text[place.start : place.end],
            asserted_start=place.start,
            asserted_end=place.end,
            own=own,
            form=form_of(text, *place, own),
            method=METHOD,
            pattern=PATTERN,
            confidence=100,
        )
    )
    if latest:
        fields |= {
            "said": When.not_after(latest).text, "said_basis": "article",
            "said_rule": "not stated", "said_anchor": "published",
        }  # fmt: skip
    if mention := name_near(text[start:end], told.by, place.start - start):
        fields |= {
            "speaker": told.by,
            "speaker_start": start + mention.start,
            "speaker_end": start + mention.end,
        }
    act = plain.choice("act", [told.act])["act"]
    family, sign = USUAL[act]
    wanted = {
        "speaker": [told.by], "target": list(told.about), "act": [act],
        "family": [told.family or family], "stance": [told.stance or str(sign)],
    }  # fmt: skip
    if told.said:
        wanted["said"] = [told.said]
    for name, values in wanted.items():
        fields |= FIELDS[name].set(name, values, ground, fields)
    return _own_place(fields)


def _own_place(fields: dict[str, Any]) -> dict[str, Any]:
    """A speaker that is named in the passage: the mention is the name."""
    if fields["speaker"] and not fields["speaker_name"]:
        for end in ("", "_start", "_end"):
            fields[f"speaker_name{end}"] = fields[f"speaker{end}"]
    return fields


def _admitted(fields: dict[str, Any], ground: Ground, nth: int) -> Assertion:
    """Through the gate, with an identity; names that only the person knows are added after it."""
    placed = fields | {"targets": [], "targets_start": [], "targets_end": []}
    placed |= {"targets_name": [], "targets_name_start": [], "targets_name_end": []}
    if fields["speaker_name_start"] is None:
        placed["speaker_name"] = None
    judged = admit(Candidate.model_validate(placed), ground.article, nth)
    if isinstance(judged, Refusal):
        raise BadInput(f"refused: {judged.reason}")
    identity = {"id": judged.id, "handle": judged.handle, "article": judged.article}
    return checked(fields | identity, ground.article)


def sentence(text: str, start: int, end: int) -> Place:
    """The sentences that hold a span."""
    around = [s for s in attributions(text).sentences if s.start < end and start < s.end]
    return Place(min([start, *(s.start for s in around)]), max([end, *(s.end for s in around)]))
