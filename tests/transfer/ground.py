"""Stores to carry from and to: one article with a few assertions, and what people decided."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

from tests.review import ground
from timeline import events as e
from timeline.chronicle import Batch, Chronicle, new_envelope, streams
from timeline.transfer import Imported, Staged, lines, stage, store

NEWS = ground.article()
SAID = (
    ground.assertion(NEWS, "China must stop", "Jens Stoltenberg", target="China"),
    ground.assertion(NEWS, "the alliance looked for rivalry", "The Chinese mission to the EU"),
)
OTHER = ground.article("Russia said that it agreed with “China”.\n", "004.txt", "2024-07-11")
AGREED = ground.assertion(OTHER, "it agreed with", "Russia")


def new(folder: Path, *articles: Any) -> Chronicle:
    """A store in a folder of its own, with these articles put in."""
    folder.mkdir(parents=True, exist_ok=True)
    chronicle = ground.new(folder)
    for article, *said in articles:
        ground.put(chronicle, article, *said)
    return chronicle


FIRST = (NEWS, *SAID)
SECOND = (OTHER, AGREED)


def decide(chronicle: Chronicle, *made: e.AnyEvent) -> None:
    """Append decisions on assertions, each to its dossier."""
    for event in made:
        stream = streams.dossier(event.id)  # type: ignore[union-attr]
        chronicle.append(Batch(stream, chronicle.stream_version(stream), [event]))


def accepted(number: int, by: str = "Ada") -> e.AssertionAccepted:
    """Somebody holds one of the said right."""
    return e.AssertionAccepted(**new_envelope(by), id=SAID[number].id)


def rejected(number: int, by: str = "Ben") -> e.AssertionRejected:
    """Somebody holds one of the said wrongly read."""
    return e.AssertionRejected(**new_envelope(by), id=SAID[number].id, reason="third hand")


def exported(chronicle: Chronicle, **how: Any) -> bytes:
    """A whole export."""
    return b"".join(lines(chronicle, **how))


def staged(content: bytes, chronicle: Chronicle | None = None) -> Staged:
    """A file, checked."""
    return stage(io.BytesIO(content), "news.jsonl", chronicle)


def imported(content: bytes, chronicle: Chronicle) -> Imported:
    """A file, taken in by Cem."""
    with staged(content, chronicle) as checked:
        return store(chronicle, checked, "Cem", "news.jsonl")


def resealed(content: bytes) -> bytes:
    """The same with a footer that fits: as somebody would who knows the form."""
    *body, last = content.splitlines(keepends=True)
    foot = json.loads(last)
    foot["sha256"] = hashlib.sha256(b"".join(body)).hexdigest()
    kinds = [json.loads(line) for line in body[1:]]
    foot["events"] = sum("stream" in one for one in kinds)
    foot["articles"] = sum("article" in one for one in kinds)
    return b"".join(body) + json.dumps(foot).encode() + b"\n"


def stored(chronicle: Chronicle) -> list[Any]:
    """All of a store: its events with positions and bytes, and its articles."""
    rows = list(chronicle.after())
    ids = [row.stream[8:] for row in rows if row.name == e.ArticleAdmitted.NAME]
    return [*rows, *map(chronicle.bytes_of, ids)]
