"""Repeats: a lede printed twice, or a caption that says what the body says, is one attribution."""

from timeline.reading.values import Attribution, Sentence, Span

_KEY = 60
"""Characters of a content by which two are the same; a lede printed first is often cut short."""
_FRONT = frozenset({"standfirst", "caption"})


def without_repeats(
    copy: str, sentences: list[Sentence], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of the body, each with the passages before it that print the same."""
    if not any(sentences[one.sentence].block in _FRONT for one in found):
        return found
    body = {
        _key(copy, one): i
        for i, one in reversed(list(enumerate(found)))
        if sentences[one.sentence].block not in _FRONT
    }
    repeats: dict[int, list[Span]] = {}
    kept: list[tuple[int, Attribution]] = []
    for i, one in enumerate(found):
        front = sentences[one.sentence].block in _FRONT
        at = body.get(_key(copy, one)) if front else None
        if at is None:
            kept.append((i, one))
        else:
            repeats.setdefault(at, []).append(one.passage)
    return [one._replace(repeats=tuple(repeats[i])) if i in repeats else one for i, one in kept]


def _key(copy: str, one: Attribution) -> tuple[str, str]:
    first = one.content[0]
    return one.lemma, " ".join(
        copy[first.start : min(first.end, first.start + _KEY)].split()
    ).lower()
