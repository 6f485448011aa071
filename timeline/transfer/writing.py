"""Writing: a chronicle, or the part of it that some articles need, as lines of `chronicle/1`."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from timeline.chronicle import Chronicle, Recorded, fields, glance
from timeline.chronicle.naming import name_it
from timeline.errors import StoreError
from timeline.replay.steps import Progress
from timeline.transfer import form
from timeline.transfer.selecting import Part


def lines(
    chronicle: Chronicle,
    upto: int | None = None,
    part: Part | None = None,
    *,
    texts: bool = True,
    progress: Progress = lambda *_: None,
) -> Iterator[bytes]:
    """The lines of an export, as they come; an event that is added meanwhile is not in it.

    Args:
        chronicle: the record.
        upto: the last position; the head as it is now if None.
        part: the streams to carry; all if None.
        texts: whether the articles' bytes go with them.
        progress: told of positions.
    """
    head = chronicle.head() if upto is None else upto
    begin = form.Header(part is None, texts, glance(chronicle.path).format, head)
    sha256 = hashlib.sha256()
    events = articles = 0
    for line, kind in _body(chronicle, begin, part, progress):
        sha256.update(line)
        events += kind == "event"
        articles += kind == "article"
        yield line
    yield form.footer(form.Footer(events, articles, sha256.hexdigest()))


def _body(
    chronicle: Chronicle, begin: form.Header, part: Part | None, progress: Progress
) -> Iterator[tuple[bytes, str]]:
    """Each line, and what begins on it."""
    yield form.header(begin), "header"
    for page in chronicle.pages(0, begin.head):
        for recorded in page:
            if part is not None and not part.carries(recorded):
                continue
            yield from _begun(form.event(recorded), "event")
            if begin.texts and recorded.name.startswith("article-admitted."):
                yield from _begun(_bytes(chronicle, recorded), "article")
        progress("export", page[-1].position, begin.head)


def _begun(lines: Iterator[bytes], kind: str) -> Iterator[tuple[bytes, str]]:
    for line in lines:
        yield line, kind
        kind = "more"


def _bytes(chronicle: Chronicle, recorded: Recorded) -> Iterator[bytes]:
    """An article's bytes; nothing where they were erased."""
    read = fields(recorded)
    kept = chronicle.bytes_of(read[1]["article"]) if read else None
    if kept is not None:
        yield from form.article(kept)


def write(path: Path, lines: Iterator[bytes]) -> None:
    """Write a file whole or not at all, on disk when this returns; it replaces no other.

    Raises:
        StoreError: there is a file already, or no such folder.
    """
    if os.path.lexists(path):
        raise StoreError(f"{path} is there already, and an export replaces nothing")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent} for an export")
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            _write(file, lines)
        if not name_it(draft, path):
            raise StoreError(f"{path} is there already, and an export replaces nothing")
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _write(file: BinaryIO, lines: Iterator[bytes]) -> None:
    file.writelines(lines)
    file.flush()
    os.fsync(file.fileno())
