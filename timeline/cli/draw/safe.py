"""Article text is hostile: what could move a cursor or turn a line around is shown, never sent."""

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""C0 (but tab and line feed), C1, zero-width, bidirectional, surrogates."""
NUMBER = re.compile(r"-[0-9]+")
FORMULA = re.compile(r"^[=+\-@\t\r\0]")
"""A spreadsheet runs cells that begin so (CWE-1236)."""


def shown(text: str) -> str:
    r"""The text with unsafe characters written out.

    >>> shown("red\x1b[31m")
    'red\\x1b[31m'
    """
    return text if text.isprintable() else UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def flat(text: str) -> str:
    """The same on one line: white space of any kind becomes one space."""
    return shown(" ".join(text.split()))


def cell(text: str) -> str:
    r"""The same as a tab-separated cell, nothing lost: tabs and line ends are written out.

    >>> cell("a\tb")
    'a\\tb'
    """
    if text.isprintable():
        return text
    return shown(text).replace("\t", "\\t").replace("\n", "\\n")


def guarded(text: str) -> str:
    """The same for a spreadsheet: a cell that would run as a formula gets a `'` in front.

    >>> guarded("=1+1"), guarded("-1")
    ("'=1+1", '-1')
    """
    text = shown(text)
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def json_text(text: str) -> str:
    """Finished JSON with unsafe characters as escapes, which means the same and harms nobody."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~-])")


def markdown(text: str) -> str:
    """The same in Markdown, where no word of an article becomes a link, a heading or HTML."""
    return MARKDOWN.sub(r"\\\1", flat(text))
