"""From what is named on the command line to files: one at a time, in a fixed order."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from timeline.article import LARGEST, Article, Unusable

TEXT = ("", ".txt", ".text", ".md", ".markdown")
"""Suffixes of what is taken out of folders; a file that is named itself may have any."""
STORE = ".db"
"""How the suffixes of a store's own files begin."""
STDIN = "-"
MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"%pdf-", b"{\\rtf")
"""How files begin whose text stands between signs that are no words of the article."""


class Source(NamedTuple):
    """A file that may hold an article."""

    path: Path | None
    """None: standard input."""
    name: str
    """As it is told to a person."""


class Passed(NamedTuple):
    """Files of a folder that are of other kinds, and were not looked at."""

    name: str
    """The folder."""
    suffixes: tuple[str, ...]
    """Of each."""


def sources(names: Iterable[str | Path]) -> Iterator[Source | Passed | Unusable]:
    """Find the files: those named, and in folders, below them too, those of text, sorted.

    Of a folder, what else lies there is told after them, but for a store.

    Hidden files and folders are passed over, and links to folders, which may lead in a circle.
    """
    for name in names:
        path = Path(name)
        if str(name) == STDIN:
            yield Source(None, STDIN)
        elif path.is_dir():
            yield from _folder(path)
        else:
            yield Source(path, str(path))


def _folder(folder: Path) -> Iterator[Source | Passed | Unusable]:
    found, passed = 0, list[str]()
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(each for each in files if not each.startswith(".")):
            path = Path(parent, file)
            suffix = path.suffix.lower()
            if suffix in TEXT:
                found += 1
                yield Source(path, str(path))
            elif not suffix.startswith(STORE):
                passed.append(suffix)
    if found and passed:
        yield Passed(str(folder), tuple(passed))
    if not found:
        said = f"{len(passed)} files, but none of them" if passed else "no file of"
        suffixes = ", ".join(suffix for suffix in TEXT if suffix)
        yield Unusable(str(folder), f"a folder without articles: {said} {suffixes}")


def load(source: Source, stdin: BinaryIO | None = None) -> tuple[Article, bytes] | Unusable:
    """Read a file, and make an article of it or say why it is none.

    Args:
        source: the file.
        stdin: what `-` means; the program's own standard input if None.
    """
    if source.path is None:
        content: bytes | str = (stdin or sys.stdin.buffer).read(LARGEST + 1)
    else:
        content = _bytes(source.path)
    if isinstance(content, str):
        return Unusable(source.name, content)
    begins = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith(MARKUP):
        return Unusable(
            source.name, "not plain text; save its text as .txt, in UTF-8, and add that"
        )
    article = Article.of(content, _name(source))
    if isinstance(article, Unusable):
        return article._replace(name=source.name)
    return article, content


def _bytes(path: Path) -> bytes | str:
    """A file's bytes, or why there are none."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return "not a file"
        if about.st_size > LARGEST:
            return f"{about.st_size:,} bytes; an article has at most {LARGEST:,}"
        return path.read_bytes()
    except FileNotFoundError:
        return "no such file"
    except PermissionError:
        return "may not be read by you"
    except (OSError, ValueError) as fault:
        return f"cannot be read: {getattr(fault, 'strerror', None) or fault}"


def _name(source: Source) -> str:
    """A file's name, storable: some systems allow names that are no text."""
    name = source.path.name if source.path else source.name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
