"""What an article says of itself at its head: title, publisher, address, when it was published.

What the head does not say stays unknown; what it says twice, wrongly or with an unfilled template
is told as a finding, and never guessed about.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.assertion import Finding
from timeline.reading.dates import Header, header
from timeline.reading.outlet import outlet
from timeline.reading.text.blocks import blocks
from timeline.reading.values import Block
from timeline.when import UNKNOWN, When

LINES = 14
PUBLISHER = re.compile(
    r"(?:^|\n)[ \t]*(?:source|publisher|publication|outlet|newspaper|website)[ \t]*:[ \t]*"
    r"(?P<name>[^\s:/][^\n:]{1,79}?)[ \t\r]*(?=\n|$)",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:url|link|source|from|web|original|permalink)[ \t]*:[ \t]*)?"
    r"(?P<url>https?://[^\s<>\"'\x00-\x1f\x7f-\x9f]{4,2000})[ \t\r]*(?=\n|$)",
    re.IGNORECASE,
)
SIGNED_IN = re.compile(r"^https?://[^/]*@", re.IGNORECASE)
CORRECTED = re.compile(
    r"(?:\ban? |\bthe )?\b(?:earlier|previous|prior|original|first) versions? of"
    r" this (?:article|story|report|post|piece|column|dispatch)\b[^.\n]{0,300}\.?",
    re.IGNORECASE,
)
"""An article's own word that it was another: "An earlier version of this article said ..."."""
ADORNED = re.compile(r"^[#*_\s\ufeff]+|(?<![#*_\s])[#*_\s]+$")


class Description(NamedTuple):
    """What the head of an article says, with the receipt of its date."""

    title: str | None
    publisher: str | None
    url: str | None
    published: When
    rule: str | None
    """How the date was found: label, byline, dateline, line, source, updated, template."""
    phrase: str | None
    phrase_start: int | None
    phrase_end: int | None
    findings: tuple[Finding, ...]


def describe(text: str) -> Description:
    """Read the head of an article; offsets are code points into `text`."""
    parts = blocks(text)
    head = text[: _head_end(text)]
    stated = header(text)
    url, findings = _address(head)
    findings += [*_faults(stated), *_corrections(text)]
    title, publisher = _title(text, parts), _publisher(head)
    if stated is not None and publisher is None and (named := outlet(text, stated, title)):
        findings.append(named)
    dated = stated is not None and stated.when.known
    return Description(
        title=title,
        publisher=publisher,
        url=url,
        published=stated.when if stated is not None else UNKNOWN,
        rule=stated.rule if stated is not None and dated else None,
        phrase=stated.phrase if stated is not None and dated else None,
        phrase_start=stated.start if stated is not None and dated else None,
        phrase_end=stated.end if stated is not None and dated else None,
        findings=tuple(findings),
    )


def _head_end(text: str) -> int:
    """Where the first lines end; a body line among them does no harm to labelled fields."""
    end = 0
    for _ in range(LINES):
        line = text.find("\n", end)
        if line < 0:
            return len(text)
        end = line + 1
    return end


def _title(text: str, parts: list[Block]) -> str | None:
    for part in parts:
        if part.kind == "headline":
            return ADORNED.sub("", text[part.start : part.end]) or None
    return None


def _publisher(head: str) -> str | None:
    found = PUBLISHER.search(head)
    return found["name"].strip() if found else None


def _address(head: str) -> tuple[str | None, list[Finding]]:
    found = ADDRESS.search(head)
    if found is None:
        return None, []
    url = found["url"]
    if SIGNED_IN.match(url):
        says = "the address holds a user name or password: it was not taken"
        return None, [Finding(found.start("url"), found.end("url"), url, says)]
    return url, []


def _corrections(text: str) -> Iterator[Finding]:
    """Where the article says that it was corrected: of what it said before nothing is asserted."""
    for found in CORRECTED.finditer(text):
        says = f"the article says that it was changed: “{' '.join(found[0].split())}”"
        yield Finding(found.start(), found.end(), found[0], says)


def _faults(stated: Header | None) -> list[Finding]:
    if stated is None:
        return []
    return [
        Finding(fault.start, fault.end, fault.phrase, fault.reason) for fault in stated.findings
    ]
