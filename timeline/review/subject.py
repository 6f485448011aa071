"""What a note is on: an article, an assertion, an occasion or an actor, as a person calls it."""

from typing import TYPE_CHECKING

from timeline.chronicle import streams
from timeline.errors import NotFound
from timeline.review.actors.scene import stream_of
from timeline.review.dossier import kept
from timeline.review.note import Subject

if TYPE_CHECKING:
    from timeline.review.desk import Desk


def subject(desk: "Desk", word: str) -> Subject:
    """The first of these that a word means.

    Raises:
        NotFound: nothing is called so.
        BadUse: several occasions are.
    """
    if desk.is_article(word):
        known = desk.article(word)
        return _subject(desk, streams.article(known.id), known.id, known.short)
    try:
        dossier = desk.dossier(word)
    except NotFound as fault:
        return _named(desk, word, fault)
    return _subject(desk, dossier.stream, dossier.id, dossier.handle)


def _named(desk: "Desk", word: str, fault: NotFound) -> Subject:
    if "@" in word:
        raise fault
    try:
        occasion = desk.occasion(word)
    except NotFound:
        actor = _actor(desk, word)
        return _subject(desk, stream_of(actor), actor, actor)
    return _subject(desk, streams.occasion(occasion.key), occasion.key, occasion.name)


def _actor(desk: "Desk", word: str) -> str:
    try:
        return desk.library.resolve_actor(word)
    except NotFound as nobody:
        raise nothing(nobody) from None


def nothing(nobody: NotFound) -> NotFound:
    """That a word which means no actor means nothing else either."""
    return NotFound(
        f"{nobody} Nor is an article, an occasion or an assertion called so:"
        " timeline log shows ids like 003@923."
    )


def _subject(desk: "Desk", stream: str, key: str, shown: str) -> Subject:
    return Subject(stream, key, shown, kept(desk.chronicle.stream(stream)))
