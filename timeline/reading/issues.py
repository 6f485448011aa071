"""The issue lexicon: what the words of a field mean, in a file that a user can edit.

It turns neutral words into hostile ones where a field knows them to be ("China's role in
supplying critical technologies"), and names topics. Its hash is part of a reading's configuration.
"""

import re
import tomllib
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from timeline.errors import BadInput
from timeline.reading.phrases import Phrases

HEADER = re.compile(r"^[ \t]*\[\[", re.MULTILINE)
AT_LINE = re.compile(r"at line ([0-9]+)")


class Issue(NamedTuple):
    """One topic, and what it is to say of an actor that it is in it."""

    topic: str
    sign: int
    toward: frozenset[str]
    """The sides of whom it is so; empty: of anyone."""


class Issues(NamedTuple):
    """A loaded lexicon."""

    name: str
    phrases: Phrases[Issue]
    hash: str
    """SHA-256 of the file, in hexadecimal."""

    @classmethod
    def load(cls, path: Path) -> "Issues":
        """A user's lexicon. Raises: BadInput, naming the file, the entry and what is wrong."""
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise BadInput(f"{path}: cannot be read ({fault.strerror})") from fault
        return cls.of(content, str(path))

    @classmethod
    def of(cls, content: bytes, where: str) -> "Issues":
        """A lexicon from the bytes of its file; `where` names it in messages."""
        try:
            text = content.decode("utf-8-sig")
            data = tomllib.loads(text)
        except UnicodeDecodeError as fault:
            line = 1 + content.count(b"\n", 0, fault.start)
            raise BadInput(f"{where}:{line}: not UTF-8: byte {fault.start}") from fault
        except tomllib.TOMLDecodeError as fault:
            raise BadInput(f"{where}:{_line_of(str(fault), text)}: {fault}") from fault
        entries = data.get("issue", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BadInput(f"{where}: the issues are tables, [[issue]]")
        lines = [1 + text.count("\n", 0, found.start()) for found in HEADER.finditer(text)]
        pairs = []
        for nth, entry in enumerate(entries):
            place = f"{where}:{lines[nth] if nth < len(lines) else 1}"
            issue, words = _entry(entry, place)
            try:
                Phrases([(phrase, issue) for phrase in words])
            except ValueError as fault:
                raise BadInput(f"{place}: {issue.topic}: {fault}") from fault
            pairs += [(phrase, issue) for phrase in words]
        return cls(str(data.get("name", where)), Phrases(pairs), sha256(content).hexdigest())


@lru_cache(maxsize=1)
def shipped() -> Issues:
    """The default for international affairs."""
    name = "issues.toml"
    content = files("timeline.reading").joinpath("lexicons", name).read_bytes()
    return Issues.of(content, name)


def _line_of(fault: str, text: str) -> int:
    """The line that a fault of TOML names, or the last."""
    named = AT_LINE.search(fault)
    return int(named[1]) if named else 1 + text.rstrip().count("\n")


def _entry(entry: dict[str, object], where: str) -> tuple[Issue, list[str]]:
    topic, sign = entry.get("topic"), entry.get("sign", 0)
    toward, phrases = entry.get("toward", []), entry.get("phrases")
    if extra := entry.keys() - {"topic", "sign", "toward", "phrases"}:
        raise BadInput(f"{where}: «{min(extra)}» is not known; topic, sign, toward, phrases are")
    if not isinstance(topic, str) or not topic.strip():
        raise BadInput(f"{where}: topic is missing")
    if not isinstance(sign, int) or sign not in (-1, 0, 1):
        raise BadInput(f"{where}: {topic}: sign is -1, 0 or 1")
    if not _strings(toward) or not _strings(phrases) or not phrases:
        raise BadInput(f"{where}: {topic}: toward and phrases are lists of words in quotes")
    return Issue(topic, sign, frozenset(toward)), list(phrases)  # type: ignore[call-overload]


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
