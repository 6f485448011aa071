"""Attributions: the one entry point from an article's text to who said what in it."""

from timeline.reading.frames import carried, order
from timeline.reading.frames.carried import Spoken
from timeline.reading.text.blocks import blocks_of
from timeline.reading.text.shadow import shadow
from timeline.reading.text.skeleton import Page, page
from timeline.reading.values import Attribution, Attributions, Form, Span


def attributions(text: str) -> Attributions:
    """Who said what in an article: pure, deterministic, every span verbatim in `text`."""
    copy = shadow(text)
    made = page(copy, blocks_of(copy))
    drafts = [order.read(copy, sk) for sk in made.skeletons]
    found = [_attribution(made, spoken) for spoken in carried.link(made, drafts)]
    return Attributions(
        tuple(made.blocks), tuple(made.sentences), tuple(made.quotes), tuple(found), ()
    )


def _attribution(made: Page, spoken: Spoken) -> Attribution:
    sk, draft, utterance, home = spoken
    content = tuple(Span(sk.start[a], sk.end[b]) for a, b in draft.content)
    quoted = all(sk.tags[i] in "Q,-C" for a, b in draft.content for i in range(a, b + 1))
    own = tuple(
        Span(made.quotes[sk.quote[i]].inner_start, made.quotes[sk.quote[i]].inner_end)
        for a, b in draft.content
        for i in range(a, b + 1)
        if sk.tags[i] == "Q"
    )
    form: Form = "direct" if quoted else "mixed" if own else "indirect"
    cue = Span(sk.start[draft.cue[0]], sk.end[draft.cue[1]]) if draft.cue else None
    who = draft.subject
    speaker = Span(home.start[who.first], home.end[who.last]) if who else None
    spans = [*content, *([cue] if cue else []), *([speaker] if speaker and home is sk else [])]
    return Attribution(
        passage=Span(min(s.start for s in spans), max(s.end for s in spans)),
        content=content,
        own=own,
        cue=cue,
        lemma=draft.lemma,
        frame=draft.frame,
        speaker=speaker,
        name=None,
        form=form,
        mode="said",
        reporters=(),
        object=Span(sk.start[draft.object[0]], sk.end[draft.object[1]]) if draft.object else None,
        sentence=sk.sentence,
        pattern=f"{draft.frame}.{draft.detail}",
        confidence=50,
        utterance=utterance,
    )
