"""Repeats: a lede printed twice, or a caption that says what the body says, is one attribution."""

from timeline.reading.values import Attribution, Sentence, Span

_KEY = 60
"""Characters of a content by which two are the same; a lede printed first is often cut short."""
_FRONT = frozenset({"standfirst", "caption"})


def without_repeats(
    copy: str, sentences: list[Sentence], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of the body, each with the passages before it that print the same."""
    body = {
        _key(copy, one): i
        for i, one in reversed(list(enumerate(found)))
        if sentences[one.sentence].block not in _FRONT
    }
    repeats: dict[int, list[Span]] = {}
    kept = list(found)
    for one in found:
        if (
            sentences[one.sentence].block in _FRONT
            and (at := body.get(_key(copy, one))) is not None
        ):
            repeats.setdefault(at, []).append(one.passage)
            kept.remove(one)
    for at, spans in repeats.items():
        kept[kept.index(found[at])] = found[at]._replace(repeats=tuple(spans))
    return kept


def _key(copy: str, one: Attribution) -> tuple[str, str]:
    first = one.content[0]
    return one.lemma, " ".join(
        copy[first.start : min(first.end, first.start + _KEY)].split()
    ).lower()
