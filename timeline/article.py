"""An article: a source document's bytes, their hash, and what is known about it."""

import hashlib
from typing import NamedTuple
from uuid import UUID, uuid5

from timeline.assertion import Frozen

ARTICLES = UUID("6f0d3c1e-0a52-5d0b-9d2c-3a4c8f6f7b10")
"""The namespace of article ids: uuid5 of the SHA-256 of the bytes, in hexadecimal."""

LARGEST = 10 * 1024 * 1024
"""Bytes; a larger file is no article."""


class Unusable(NamedTuple):
    """A file that cannot be an article: a value, collected and reported, never raised."""

    name: str
    reason: str

    def __str__(self) -> str:
        """One line: which file, why, and so what to do."""
        return f"{self.name}: {self.reason}"


class Article(Frozen):
    """A source document as stored; offsets anywhere count code points of `text`."""

    id: str
    sha256: str
    name: str
    """The file's name as given, without its folder; `-` for standard input."""
    text: str
    """`bytes.decode("utf-8")`: byte-order mark and carriage returns kept."""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str = ""
    """EDTF; empty where unknown. The anchor of every relative date in the text."""

    @classmethod
    def of(cls, content: bytes, name: str) -> "Article | Unusable":
        """Make an article of a file's bytes, or say why it is none.

        Args:
            content: the bytes, stored as they are.
            name: what to call it in messages; a file name.
        """
        if reason := _unusable(content):
            return Unusable(name, reason)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as fault:
            return Unusable(
                name,
                f"not UTF-8: byte {fault.start} is 0x{content[fault.start]:02x};"
                " save it as UTF-8 and add it again",
            )
        if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
            return Unusable(name, "holds no words, only white space")
        sha256 = hashlib.sha256(content).hexdigest()
        return cls(id=str(uuid5(ARTICLES, sha256)), sha256=sha256, name=name, text=text)


def _unusable(content: bytes) -> str | None:
    if not content:
        return "empty file"
    if len(content) > LARGEST:
        return f"{len(content):,} bytes; an article has at most {LARGEST:,}"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "not UTF-8: byte 0 begins a UTF-16 mark; save it as UTF-8 and add it again"
    if (at := content.find(b"\0")) >= 0:
        return f"not text: byte {at} is NUL"
    return None
