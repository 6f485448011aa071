"""One attribution for each speaker: "A and B said" is two, a bare "responded to" is none yet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.reading.cast import Cast
from timeline.reading.joint import apart
from timeline.reading.lexicons import load
from timeline.reading.occasions import Heard
from timeline.reading.values import Attribution, Attributions, Span

SILENCE = re.compile(
    r"(?:to\s+)?(?:(?:\w+ly|even)\s+)?(?:comment|elaborate|say|speculate|specify|disclose|reveal|confirm"
    r"|discuss|identify|name|answer\s+questions|be\s+(?:named|identified|interviewed|drawn|quoted)"
    r"|(?:provide|give|offer|share|release)\s+(?:\w+\s+){0,2}(?:details?|comments?|information))\b"
)
UNHEARD = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:requests?|e-?mails?|messages?|inquiries|enquiries|questions?|calls?)\b"
    r"\s*(?:for|seeking|from|$)"
)
"""What is not responded to says nothing: "a request for comment"."""
WORD = re.compile(r"[^\W_]")


def spoken_of(
    copy: str, cast: Cast, heard: Sequence[Heard], said: Attributions
) -> Iterator[Attribution]:
    """The attributions, one for each speaker.

    Those go that only announce an answer ("responded to X"), and the article's own sentence where
    an actor's words stand in it already, "declined to comment", which says nothing, and what has
    no words at all.
    """
    by_start = {mention.span.start: mention for mention in heard}
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    people = {name.span: name for name in said.names if name.kind == "person"}
    for given in said.attributions:
        by_sentence[given.sentence].append(given)
    for given in said.attributions:
        content = _worded(copy, given.content)
        if not content:
            continue
        own = _worded(copy, given.own)
        one = given
        if content != given.content or own != given.own:
            one = given._replace(content=content, own=own)
        if _silent(copy, one):
            continue
        if one.form == "narrative" and (by_text := _by_text(copy, by_start, one)):
            yield by_text
        elif not _heralds(copy, one, by_sentence) and not _repeats(cast, one, by_sentence):
            told = _own_side(cast, _marked(cast, one, by_sentence))
            yield from apart(copy, cast, people, told)


def _worded(copy: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the spans that hold a letter or a digit; most do, and at once."""
    wordless = [span for span in spans if not WORD.search(copy, *span)]
    return tuple(span for span in spans if span not in wordless) if wordless else spans


def _silent(copy: str, one: Attribution) -> bool:
    """As in "declined to say whether", "did not respond to a request for comment"."""
    if one.lemma in ("decline", "refuse"):
        return SILENCE.match(copy, one.content[0].start) is not None
    return one.lemma in _responding() and UNHEARD.match(copy, *one.content[0]) is not None


def _by_text(copy: str, by_start: dict[int, Heard], one: Attribution) -> Attribution | None:
    """What a document says in passing: "the statement marks a shift, citing shared concerns"."""
    start, end = one.passage
    mention = by_start.get(start)
    if mention is None or mention.noun.sort != "document" or not mention.occasion.issuer:
        return None
    cue = _participle().search(copy, mention.span.end, end)
    if cue is None or cue.end() >= end:
        return None
    return one._replace(
        speaker=mention.span,
        form="indirect",
        cue=Span(*cue.span(1)),
        lemma=load("descriptions")["in_passing"][cue[1]],
        content=(Span(cue.end(), one.content[-1].end),),
    )


def _announces(one: Attribution, by_sentence: dict[int, list[Attribution]]) -> bool:
    """Whether it is "responded to X's statements" with the answer itself still to come."""
    if one.lemma not in _responding() or one.frame in ("clause", "trailing"):
        return False
    return any(other is not one and other.name == one.name for other in by_sentence[one.sentence])


def _heralds(copy: str, one: Attribution, by_sentence: dict[int, list[Attribution]]) -> bool:
    """Whether the words themselves follow: "highlights a need, stating that"; "responded to"."""
    if _announces(one, by_sentence) or _retells(one, by_sentence):
        return True
    if (
        one.frame != "judging"
        or one.own
        or one.lemma not in load("descriptions")["heralds"]["lemmas"]
    ):
        return False
    return any(
        other.pattern == "clause.that"
        and other.name == one.name
        and other.cue is not None
        and one.content[-1].end <= other.cue.start
        and copy[slice(*other.cue)].endswith("ing")
        for other in by_sentence[one.sentence]
    )


def _marked(cast: Cast, one: Attribution, by_sentence: dict[int, list[Attribution]]) -> Attribution:
    """With what the same side's deed marks: "issued a communique, marking its condemnation of"."""
    if one.frame != "doing":
        return one
    for other in by_sentence[one.sentence]:
        if _marks(cast, one, other):
            start, end = one.content[0].start, other.passage.end
            passage = Span(one.passage.start, end)
            return one._replace(content=(Span(start, end),), passage=passage, form="indirect")
    return one


def _repeats(cast: Cast, one: Attribution, by_sentence: dict[int, list[Attribution]]) -> bool:
    """Whether it is what a deed told in the same sentence marks."""
    if one.frame != "nominal":
        return False
    return any(_marks(cast, other, one) for other in by_sentence[one.sentence])


def _marks(cast: Cast, deed: Attribution, noun: Attribution) -> bool:
    if deed.frame != "doing" or noun.frame != "nominal" or deed.lemma not in ("issue", "publish"):
        return False
    doer = cast.voice(deed.speaker, deed.name)
    if doer is None or noun.speaker is None or noun.passage.start < deed.content[-1].end:
        return False
    return any(mark.side == doer.side for mark in cast.within(*noun.speaker))


def _retells(one: Attribution, by_sentence: dict[int, list[Attribution]]) -> bool:
    """Whether it is the article's own voice about an act that is told as an actor's."""
    if one.form != "narrative":
        return False
    return any(
        other.form != "narrative" and other.speaker is not None
        for other in by_sentence[one.sentence]
    )


def _own_side(cast: Cast, one: Attribution) -> Attribution:
    """What a mouth says of its own side it says itself: "the embassy said China maintains"."""
    if len(one.reporters) != 1 or one.speaker is None or one.form == "direct":
        return one
    span, name = one.reporters[0]
    inner, outer = cast.voice(one.speaker, one.name), cast.voice(span, name)
    if inner is None or outer is None or inner.actor != outer.side:
        return one
    content = (Span(one.speaker.start, one.content[0].end), *one.content[1:])
    return one._replace(
        speaker=span, name=name, content=content, reporters=(), lemma="say", object=None
    )


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(rf", ({'|'.join(load('descriptions')['in_passing'])}) ")


@cache
def _responding() -> frozenset[str]:
    return frozenset(load("replies")["responding"])
