"""Attributions: the one entry point from an article's text to who said what in it."""

from timeline.reading.frames import carried, order
from timeline.reading.frames.carried import Spoken
from timeline.reading.frames.confidence import confidence
from timeline.reading.frames.finish import Said, finish
from timeline.reading.frames.mode import mode
from timeline.reading.frames.repeats import without_repeats
from timeline.reading.speakers.coreference import fits, resolve
from timeline.reading.speakers.issued import issuer, texts
from timeline.reading.speakers.memory import Memory
from timeline.reading.speakers.registry import Entry, Registry, registry
from timeline.reading.speakers.subject import Subject, main
from timeline.reading.text.blocks import blocks_of
from timeline.reading.text.shadow import shadow
from timeline.reading.text.skeleton import Page, Skeleton, page
from timeline.reading.values import Attribution, Attributions, Name, Span


def attributions(text: str) -> Attributions:
    """Who said what in an article: pure, deterministic, every span verbatim in `text`.

    >>> found = attributions("China said on Monday that NATO should stop.").attributions[0]
    >>> found.lemma, found.frame, found.content
    ('say', 'clause', (Span(start=26, end=42),))
    """
    return attributions_of(shadow(text))


def attributions_of(copy: str) -> Attributions:
    """The attributions of a shadow copy."""
    made = page(copy, blocks_of(copy))
    drafts = [order.read(copy, sk) for sk in made.skeletons]
    known = registry(made)
    memory = Memory(copy)
    found: list[Attribution] = []
    for spoken in carried.link(made, drafts):
        found.extend(_values(made, spoken, known, memory))
    found.sort(key=lambda one: (one.passage, one.content))
    return Attributions(
        tuple(made.blocks),
        tuple(made.sentences),
        tuple(made.quotes),
        tuple(without_repeats(copy, made.sentences, found)),
        tuple(sorted({entry.name for entry in known.entries if _named(entry)}, key=_start)),
    )


def _named(entry: Entry) -> bool:
    """Whether it is a proper name, or a body called by whose it is: "Millbrook school board"."""
    value = entry.name
    owned = value.body is not None and value.body.start == value.span.start
    return not entry.definite or (owned and value.kind == "organisation")


def _start(name: Name) -> tuple[Span, bool]:
    return name.span, name.role is None


def _values(made: Page, spoken: Spoken, known: Registry, memory: Memory) -> list[Attribution]:
    who = spoken.draft.subject
    name = issuer(spoken.speaker_sk, who, memory.issued) if who else None
    name = name or (resolve(spoken.speaker_sk, who, known, memory) if who else None)
    if who and name is None:
        name = _told_of(made, spoken.speaker_sk, who, known, memory)
    hands = tuple(
        [
            (_span(spoken.sk, hand), resolve(spoken.sk, hand, known, memory))
            for hand in reversed(spoken.draft.hands)
        ]
        if spoken.draft.hands
        else ()
    )
    if name and spoken.sk.block == "body":
        memory.tell(name, spoken.sk.sentence, aside=who is not None and who.how == "relative")
        if name.kind != "occasion":
            place = spoken.sk.start[0], name
            memory.issued |= dict.fromkeys(texts(spoken.sk, who, spoken.draft.cue), place)
    return [_value(spoken, said, name, hands) for said in finish(made, spoken)]


def _told_of(
    made: Page, sk: Skeleton, who: Subject, known: Registry, memory: Memory
) -> Name | None:
    """Of whom the sentence before tells, for a pronoun that no speaker fits: "it said"."""
    before = made.skeletons[sk.sentence - 1] if sk.sentence else None
    if before is None or before.block != sk.block or sk.paragraph - before.paragraph > 1:
        return None
    told = main(before, len(before.tags))
    found = resolve(before, told, known, memory) if told else None
    return found if found and fits(sk.low[who.first], found, memory) else None


def _span(sk: Skeleton, who: Subject) -> Span:
    return Span(sk.start[who.first], sk.end[who.last])


def _value(
    spoken: Spoken, said: Said, name: Name | None, hands: tuple[tuple[Span, Name | None], ...]
) -> Attribution:
    sk, draft = spoken.sk, spoken.draft
    pattern = f"{draft.frame}.{draft.detail}" if draft.detail else draft.frame
    return Attribution(
        passage=said.passage,
        content=said.content,
        own=said.own,
        cue=Span(sk.start[draft.cue[0]], sk.end[draft.cue[1]]) if draft.cue else None,
        lemma=draft.lemma,
        frame=draft.frame,
        speaker=_span(spoken.speaker_sk, draft.subject) if draft.subject else None,
        name=name,
        form=said.form,
        mode=mode(sk, draft),
        reporters=hands,
        object=Span(sk.start[draft.object[0]], sk.end[draft.object[1]]) if draft.object else None,
        sentence=sk.sentence,
        pattern=pattern,
        confidence=confidence(pattern),
        utterance=spoken.utterance,
    )
