"""The shadow copy: the text as the rules read it, character for character as long as the text.

The stored text is never altered. What writers and machines vary without meaning (apostrophes,
dashes, spaces, invisible characters, mark-up) is folded here, so that a rule needs one form only
and each offset into the shadow is an offset into the text.
"""

import re
from functools import cache

_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_LINES = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
_FOLD = {
    "’": "'", "ʼ": "'", "′": "'", "＇": "'", "‛": "‘",
    "„": "“", "‟": "“", "«": "“", "»": "”", "＂": '"', "″": '"', "〝": "“", "〞": "”",
    "‐": "-", "‑": "-", "‒": "-", "−": "-", "–": "—", "―": "—",
}  # fmt: skip
_TAG = re.compile(r"<[/!a-zA-Z][^<>]{0,400}>")
_BREAKING = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|blockquote)\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=[^\W_])‘(?=\w|\s|$)")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


@cache
def _table() -> dict[int, str]:
    # All of ASCII stands in it, though most is itself: what a table lacks costs twice as long.
    table = {letter: chr(letter) for letter in range(128)}
    table |= {ord(old): new for old, new in _FOLD.items()}
    controls = (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))
    table |= dict.fromkeys((*_SPACES, *controls), " ")
    table |= dict.fromkeys(_LINES, "\n")
    return table | dict.fromkeys(_INVISIBLE, "_")


def _blank(tag: re.Match[str]) -> str:
    width = tag.end() - tag.start()
    return ("\n" if _BREAKING.match(tag.group()) else " ") + " " * (width - 1)


def _entity(found: re.Match[str]) -> str:
    return {"&quot;": '"', "&amp;": "&"}.get(found.group(), " ").ljust(len(found.group()))


def shadow(text: str) -> str:
    """The folded copy, as long as `text`. Invisible characters become `_`, tags become blank.

    >>> shadow("China‘s “no limits” – stance")
    "China's “no limits” — stance"
    """
    copy = text.translate(_table())
    if "‘" in copy:
        copy = _APOSTROPHE.sub("'", copy)
    if "<" in copy:
        copy = _TAG.sub(_blank, copy)
    if "&" in copy:
        copy = _ENTITY.sub(_entity, copy)
    return copy
