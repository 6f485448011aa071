"""The form `chronicle/1`: what a line may be, and how each is written.

First a header; then each event, an article's bytes right after the event that admits it; last a
footer that counts them and has the SHA-256 of all lines before, so that half a file is told. A
string too long for one line goes on in the next ones: `{"more": "…"}`.
"""

import base64
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic_core import to_json

from timeline.chronicle import ArticleBytes, Recorded
from timeline.errors import StoreError

SCHEMA = "chronicle/1"
LONGEST = 1_000_000
"""Bytes of a line, its end included."""
PIECE = 150_000
"""Characters of a string on one line: each takes at most six bytes."""
LARGEST = 32 * 1024 * 1024
"""Characters of a string that goes on over lines: more than any article or event has."""


class Header(NamedTuple):
    """What a file begins with."""

    whole: bool
    """Every event of a store up to its head; else those of some articles."""
    texts: bool
    """Whether articles' bytes are in it."""
    format: int
    """Of the store, see `timeline.chronicle.schema.FORMAT`."""
    head: int
    """The position up to which it goes."""


class Event(NamedTuple):
    """An event as stored, and the line that it stands on."""

    line: int
    recorded: Recorded


class Bytes(NamedTuple):
    """An article's bytes, and the line that they begin on."""

    line: int
    kept: ArticleBytes


class Footer(NamedTuple):
    """What a file ends with."""

    events: int
    articles: int
    sha256: str
    """Hexadecimal, of all lines before."""


def header(head: Header) -> bytes:
    """Write the first line."""
    return _line(
        {
            "schema": SCHEMA,
            "scope": "whole" if head.whole else "part",
            "texts": head.texts,
            "format": head.format,
            "head": head.head,
        }
    )


def event(recorded: Recorded) -> Iterator[bytes]:
    """Write an event; its state is the stored text, as a string, never encoded again.

    Raises:
        StoreError: the stored state is no text.
    """
    try:
        state = None if recorded.state is None else recorded.state.decode("utf-8")
    except UnicodeDecodeError:
        raise StoreError(
            f"the event at position {recorded.position} is damaged: not UTF-8; run timeline verify"
        ) from None
    yield from _pieces({**recorded._asdict(), "state": state}, "state")


def article(kept: ArticleBytes) -> Iterator[bytes]:
    """Write an article's bytes and their salt."""
    record = {
        "article": kept.article,
        "salt": base64.b64encode(kept.salt).decode("ascii"),
        "bytes": base64.b64encode(kept.content).decode("ascii"),
    }
    yield from _pieces(record, "bytes")


def footer(foot: Footer) -> bytes:
    """Write the last line."""
    return _line({"end": SCHEMA, **foot._asdict()})


def _pieces(record: dict[str, Any], field: str) -> Iterator[bytes]:
    text = record[field] or ""
    if len(text) <= PIECE:
        yield _line(record)
        return
    yield _line({**record, field: text[:PIECE]})
    for start in range(PIECE, len(text), PIECE):
        yield _line({"more": text[start : start + PIECE]})


def _line(record: dict[str, Any]) -> bytes:
    return to_json(record) + b"\n"
