"""A copy of the text, of the same length, in lower case with plain quotes and dashes."""

import re

# All of ASCII stands in the table, though most is itself: what a table lacks costs twice as long.
FOLD: dict[int, int | str] = {letter: letter for letter in range(128)}
FOLD |= {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}
FOLD |= dict.fromkeys(map(ord, "‘’ʼ′`"), "'") | dict.fromkeys(map(ord, "“”"), '"')
FOLD |= dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
FOLD |= dict.fromkeys(map(ord, "\t\n\r\u00a0\u2007\u2009\u202f"), " ")
BREAK = re.compile(r"\n[ \t\r\u00a0]*\n")
NEIGHBOUR = 200
FILE = re.compile(r"\.(?:pdf|html?|txt|csv|xlsx?|docx?|pptx?|png|jpe?g|gif|zip|json|xml|mp[34])\b")
ADDRESS = re.compile(
    r"://|www\.|@|_|\\|[?&=]|[a-z]/[0-9]{4}/|/[0-9]{4}/[0-9]{2}/(?:[0-9]{2}/)?[a-z]"
)


def shadow(text: str) -> str:
    """The folded copy; offsets are the same. A blank line becomes a mark that no rule crosses."""
    if "\n" in text:
        text = BREAK.sub(lambda gap: "\x1f" * len(gap[0]), text)
    return text.translate(FOLD)


def in_address(low: str, start: int, end: int) -> bool:
    """Whether the span lies inside a web address, a file name or the like: no date of the text."""
    left, right = start, end
    while left > 0 and start - left < NEIGHBOUR and low[left - 1] > " ":
        left -= 1
    while right < len(low) and right - end < NEIGHBOUR and low[right] > " ":
        right += 1
    if right - left == end - start:
        return False
    chunk = low[left:right]
    return (
        ADDRESS.search(chunk) is not None or FILE.search(low, max(left, start), right) is not None
    )
