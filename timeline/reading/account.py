"""The account: each attribution of an article with its act, targets, dates and answers.

Attributions are taken in order, because what one leaves unsaid the one before may have said: the
same speaker's date, occasion and answer run on through a paragraph.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.reading import said
from timeline.reading.act import Deed, cue_of
from timeline.reading.case import Case
from timeline.reading.doing import Alone, deed_of
from timeline.reading.ground import Ground
from timeline.reading.heralded import answer_of
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.occasioned import adopted, occasion_of
from timeline.reading.occasions import Heard
from timeline.reading.replies import Reply, reply
from timeline.reading.said import About, Said
from timeline.reading.speaking import speaking
from timeline.reading.stating import place, stated
from timeline.reading.values import Attribution, Span
from timeline.reading.who import Voice
from timeline.reading.whom import defended, elaborated, whom

ECHO = re.compile(
    r"(?:this|that|these|those|such|the|a|an|which)\s+(?:[\w-]+\s+){0,2}?(?:stances?|claims?|views?"
    r"|positions?|accusations?|assessments?|charges?|criticisms?|allegations?)\b",
    re.IGNORECASE,
)
UNSAID = ("planned", "conditional")


class Told(NamedTuple):
    """One attribution, understood."""

    one: Attribution
    voice: Voice | None
    targets: list[Mark]
    context: list[Mark]
    """Its targets, or those that the same speaker was on before."""
    deed: Deed
    said: Said
    about: About
    occasion: Heard | None
    reply: Reply | None
    paragraph: int

    @property
    def held(self) -> Deed | None:
        """What is held against or for whom it is about, as who says so goes on to say."""
        if self.deed.act == "accuse":
            return Deed("accuse", "criticise", -1)
        return Deed("support", "support", 1) if self.deed.act == "support" else None


def account(ground: Ground) -> Iterator[Told]:
    """Understand the attributions of an article, in order."""
    before: list[Told] = []
    for one in ground.attributions:
        told = _told(ground, one, before)
        before.append(told)
        yield told


def _told(ground: Ground, one: Attribution, before: list[Told]) -> Told:
    sentence = ground.sentences[one.sentence]
    span = Span(sentence.start, sentence.end)
    one, text = speaking(ground, one)
    voice = ground.cast.voice(one.speaker, one.name)
    earlier = _same(voice, sentence.paragraph, before)
    outside = ground.contents.get(one.sentence, [])
    answer = reply(ground.copy, ground.replies, one, span, outside)
    answer = answer or answer_of(ground.answers, voice, one, sentence.paragraph)
    if answer is None and earlier is not None:
        answer = earlier.reply
    last = _last_of(voice, sentence.paragraph, before)
    case = Case(ground, one, voice, answer, last.context if last else ())
    alone = Alone(ground, one, voice)
    about_whom = whom(case, alone, earlier, before)
    deed = deed_of(ground, one, about_whom, voice) if about_whom else alone()
    if answer and answer.answers and deed.act == "accuse" and _called(ground, one):
        deed = Deed("reject", "criticise", -1)
    if not (about_whom or deed.sign) and deed.act == "state" and (own := defended(case)):
        about_whom, deed = own, Deed("support", "support", 1)
    if not about_whom and deed.act == "accuse" and deed.family == "warn":
        deed = deed._replace(act="state")  # of a danger that is nobody's doing
    plain = deed.act == "state" and not deed.sign
    if plain and last and last.held and (on := elaborated(case, last)):
        about_whom, deed = on, last.held
    if echoed := _echoed(ground, one, before):
        about_whom, deed = echoed.targets, echoed.deed
    occasion = text or occasion_of(ground, span, outside) or adopted(ground, one, deed)
    clock, occasion = _clock(ground, one, span, occasion, earlier)
    about = _about(ground, one, span)
    if about.phrase is not None and about.phrase == clock.phrase:
        about = About()
    context = about_whom or (earlier.context if earlier else [])
    return Told(
        one, voice, about_whom, context, deed, clock, about, occasion, answer, sentence.paragraph
    )


def _called(ground: Ground, one: Attribution) -> bool:
    """Whether the verb only says that something is called so: "called that claim false"."""
    cue = cue_of(ground.page.lexicons.acts, one.lemma)
    return one.frame == "judging" and cue.act == "state"


def _last_of(voice: Voice | None, paragraph: int, before: list[Told]) -> Told | None:
    """What the same speaker said last, in this paragraph or the one before."""
    last = before[-1] if before else None
    if voice is None or last is None or last.voice is None or paragraph - last.paragraph > 1:
        return None
    return last if last.voice.actor == voice.actor else None


def _same(voice: Voice | None, paragraph: int, before: list[Told]) -> Told | None:
    """What the same speaker, or the side that it speaks for, said just before in the paragraph."""
    if voice is None or not before or before[-1].paragraph != paragraph:
        return None
    last = before[-1]
    if last.voice is None or last.voice.actor not in (voice.actor, voice.side):
        return None
    return last


def _runs_on(ground: Ground, earlier: Told, one: Attribution) -> bool:
    """Whether no other date stands between what the speaker said before and this."""
    last = ground.sentences[earlier.one.sentence]
    this = ground.sentences[one.sentence]
    return not said.dates_within(ground.time, last.end, this.start)


def _echoed(ground: Ground, one: Attribution, before: list[Told]) -> Told | None:
    """The assertion that this one takes up: "a stance backed by", "this claim was recognised"."""
    if not before or one.lemma not in load("descriptions")["echoing"]["lemmas"]:
        return None
    start = min(span.start for span in one.content)
    found = ECHO.match(ground.copy, start)
    last = before[-1]
    near = last.one.sentence in (one.sentence, one.sentence - 1)
    return last if found and near and last.targets else None


def _clock(
    ground: Ground,
    one: Attribution,
    sentence: Span,
    occasion: Heard | None,
    earlier: Told | None,
) -> tuple[Said, Heard | None]:
    """When it was said: as stated, else as said before, else as the occasion was."""
    time = ground.time
    outside = ground.contents.get(one.sentence, [])
    date = None
    if one.mode not in UNSAID and said.dates_within(time, *sentence):
        date = stated(time, place(sentence, outside, one, ground.told[one.sentence]))
    if date is not None:
        hung = said.occasion_of(time, date)
        return said.read(time, date, "stated"), hung or occasion
    if occasion is None and earlier is not None and _runs_on(ground, earlier, one):
        occasion = earlier.occasion
        spoke = earlier.one.lemma not in load("descriptions")["deciding"]["lemmas"]
        if spoke and earlier.said.phrase and earlier.said.basis in ("stated", "inherited"):
            return earlier.said._replace(basis="inherited"), occasion
        if earlier.said.basis == "occasion":
            return earlier.said, occasion
    if occasion is not None and (dated := said.on_occasion(time, occasion)):
        return dated, occasion
    return said.not_stated(time), occasion


def _about(ground: Ground, one: Attribution, sentence: Span) -> About:
    found = said.about(ground.time, one.content)
    if found.phrase is None and one.mode in UNSAID:
        return said.about(ground.time, [sentence])
    return found
