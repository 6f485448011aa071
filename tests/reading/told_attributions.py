"""Tell a test's article and see who says what in it, as words."""

from typing import NamedTuple

from timeline.reading.attribution import attributions
from timeline.reading.values import Attribution


class Heard(NamedTuple):
    """An attribution in words."""

    speaker: str | None
    name: str | None
    lemma: str
    content: str
    form: str
    mode: str
    frame: str
    object: str | None
    reporters: tuple[str, ...]


def heard(text: str) -> list[Heard]:
    """Everything attributed in a text, in order."""
    return [_words(text, one) for one in attributions(text).attributions]


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content only."""
    return [(one.speaker, one.content) for one in heard(text)]


def _words(text: str, one: Attribution) -> Heard:
    def at(span: tuple[int, int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    return Heard(
        at(one.speaker),
        at(one.name.span) if one.name else None,
        one.lemma,
        " … ".join(text[s.start : s.end] for s in one.content),
        one.form,
        one.mode,
        one.frame,
        at(one.object),
        tuple(text[span.start : span.end] for span, _ in one.reporters),
    )
