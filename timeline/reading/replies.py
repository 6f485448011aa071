"""Whether an assertion is an answer: the words that make it one, and what the text says it answers.

Which statement is answered is for the views to find, over all articles; here stand only the words.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.reading.lexicons import load
from timeline.reading.phrases import Hits, Phrases
from timeline.reading.values import Attribution, Span
from timeline.reading.vocabulary import Words


class Reply(NamedTuple):
    """The words that make it an answer, and those that name what is answered."""

    cue: Span
    answers: Span | None


NEAR = 100
NAMED = r"(?:[A-Z][\w.&-]*(?:[ ](?:of[ ])?[A-Z][\w.&-]*){0,4}'s?)"


def reply(
    copy: str, cues: Hits[bool], one: Attribution, sentence: Span, contents: Sequence[Span]
) -> Reply | None:
    """Whether this is an answer by its own words.

    Args:
        copy: the shadow copy of the text, with its capitals.
        cues: where words of answering stand, by `reply_cues`.
        one: who said what.
        sentence: the sentence it stands in.
        contents: what is asserted in that sentence, by whomever.
    """
    cue = one.cue if one.cue and one.lemma in _lemmas() else None
    if cue is None:
        for hit in cues.within(*sentence):
            if not any(span.start <= hit.start < span.end for span in contents):
                cue = Span(hit.start, hit.end)
                break
    if cue is None:
        return None
    limit = min(sentence.end, max(cue.end, one.cue.end if one.cue else 0) + NEAR)
    claim = _claim().search(copy, cue.end, limit)
    return Reply(cue, Span(*claim.span()) if claim else None)


def reply_cues(words: Words) -> Hits[bool]:
    """Where a text has words of answering: "in response", "replied"."""
    return _phrases().scan(words)


@cache
def _phrases() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("replies")["phrases"])


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(load("replies")["lemmas"])


@cache
def _claim() -> re.Pattern[str]:
    claims = "|".join(map(re.escape, load("replies")["claims"]))
    before = rf"(?:{NAMED}|the|these|those|such|its|his|her|their|this|that)"
    return re.compile(rf"\b{before} (?:[a-z'-]{{2,20}} ){{0,2}}(?:{claims})\b")
