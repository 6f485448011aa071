"""What an assertion is about, in few words: the field's name for it, else the article's own."""

import re
from collections.abc import Sequence
from functools import cache

from timeline.reading.act import Page
from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.lexicons import load
from timeline.reading.values import Span

MOST = 3
"""Topics of one assertion."""
WORD = re.compile(r"[^\W_][\w'-]*|[^\w\s]")
LONGEST = 4
SHORTEST_WORD = 3


def topics(text: str, page: Page, contents: Sequence[Span]) -> list[str]:
    """Up to three topics of the issue lexicon, in the order of the words, else one noun phrase.

    Args:
        text: the article.
        page: its folded copy, with the topics that stand in it.
        contents: what is asserted.
    """
    found: dict[str, None] = {}
    for span in contents:
        for hit in page.issues.within(*span):
            found.setdefault(hit.value.topic)
    if found:
        return list(found)[:MOST]
    phrases = [phrase for span in contents for phrase in _phrases(page.low, span)]
    if not phrases:
        return []
    best = max(phrases, key=lambda phrase: (phrase[2], -phrase[0]))
    return [" ".join(text[best[0] : best[1]].split())]


def _phrases(low: str, span: Span) -> list[tuple[int, int, int]]:
    """Runs of words that can make a noun phrase: start, end, weight; none behind the heaviest."""
    runs: list[tuple[int, int, int]] = []
    start = end = count = 0
    closed = _closed()
    for word in WORD.finditer(low, *span):
        plain = word[0].removesuffix("'s")
        if len(plain) < SHORTEST_WORD or plain in closed or not plain[0].isalpha():
            if count:
                runs.append((start, end, min(count, LONGEST)))
            if count == LONGEST:
                return runs
            count = 0
            continue
        if not count or count == LONGEST:
            start = word.start()
            count = 0
        count += 1
        end = word.start() + len(plain)
        if plain != word[0]:  # a possessive owns what follows; the matter is the latter
            count = 0
    if count:
        runs.append((start, end, min(count, LONGEST)))
    return runs


@cache
def _closed() -> frozenset[str]:
    words = {word for row in load("words")["closed"].values() for word in row.split()}
    from timeline.reading.cues.inflect import forms

    verbs = {form for base in load("words")["verbs"]["base"].split() for form, _ in forms(base)}
    return frozenset(words | verbs | set(cue_verbs()))
