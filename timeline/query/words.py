"""Search words: each is a word, whatever signs it holds; all must be there."""

import re
from typing import Any

from timeline.chronicle import Recorded, fields
from timeline.query.conditions import SIDES, Condition, marks
from timeline.replay.engine import Engine

SOUNDS = re.compile(r"\w")
FOUND = "SELECT rowid FROM words WHERE words MATCH ?"
WORDED = ("speaker", "speaker_name", "asserted")
LISTED = ("targets", "targets_name", "reporters")


def quoted(word: str) -> str:
    """A word as FTS5 takes it for nothing but a word.

    >>> quoted("R&D"), quoted("C++")
    ('"R&D"', '"C++"')
    """
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def index(engine: Engine, upto: int) -> None:
    """Make words searchable up to a position: those of each assertion as recorded or corrected."""
    connection = engine.file.connection
    position = connection.execute("SELECT words FROM ledger").fetchone()[0]
    for page in engine.chronicle.pages(position, upto):
        with engine.file.transaction():
            held = connection.execute("SELECT words FROM ledger").fetchone()[0]
            if held != position:  # another process is at it: what it did stands
                return index(engine, upto)
            connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", _texts(page))
            position = page[-1].position
            connection.execute("UPDATE ledger SET words = ?", (position,))
    return None


def behind(engine: Engine, upto: int) -> bool:
    """Whether words up to a position are not all searchable yet."""
    (position,) = engine.file.connection.execute("SELECT words FROM ledger").fetchone()
    return bool(position < upto)


def _texts(page: list[Recorded]) -> list[tuple[int, str]]:
    texts = []
    for recorded in page:
        if recorded.name.startswith(("assertion-recorded.", "assertion-corrected.")):
            held = fields(recorded)
            if held is not None:
                texts.append((recorded.position, _text(held[1])))
    return texts


def _text(event: dict[str, Any]) -> str:
    words = [event.get(name) or "" for name in WORDED]
    for name in LISTED:
        words += event.get(name, ())
    return "\n".join(words)


def condition(engine: Engine, words: list[str]) -> Condition:
    """That a row has all these words: in its text, or as the name of one of its actors."""
    found = Condition()
    plain = []
    for word in filter(SOUNDS.search, words):
        actors = _actors(engine, word)
        if not actors:
            plain.append(quoted(word))
            continue
        inner = SIDES.format(marks(actors))
        found &= Condition(
            f"(position IN ({_positions()}) OR sides IN ({inner}) OR target_sides IN ({inner}))",
            (quoted(word), quoted(word), *actors, *actors),
        )
    if plain:
        text = " AND ".join(plain)
        found &= Condition(f"position IN ({_positions()})", (text, text))
    return found


def _positions() -> str:
    """Assertions by their first event, or by the one that corrected it."""
    return f"{FOUND} UNION SELECT position FROM dossiers WHERE record IN ({FOUND})"  # noqa: S608


def _actors(engine: Engine, word: str) -> list[str]:
    """Canonical names that are this word, or have it among theirs."""
    escaped = re.sub(r"([%_!])", r"!\1", word)
    rows = engine.file.connection.execute(
        "SELECT DISTINCT name FROM lists_members WHERE ' ' || name || ' ' LIKE ? ESCAPE '!'",
        (f"% {escaped} %",),
    )
    return [name for (name,) in rows][:500]


def superseded(engine: Engine, position: int, as_of: int | None, words: list[str]) -> bool:
    """Whether an assertion had these words only before it was corrected."""
    dossier = engine.ledger.dossier(position, as_of)
    if dossier is None or dossier.record == position:
        return False
    event = engine.fetch(dossier.record)
    text = _text(event).casefold() if event else ""
    before = _text(engine.fetch(position) or {}).casefold()
    return any(word.casefold() in before and word.casefold() not in text for word in words)
