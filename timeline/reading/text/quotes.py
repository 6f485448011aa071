"""Quotes: what stands between quotation marks, of every style, nested, unclosed or forgotten.

A stack over the marks of one paragraph. Rules that mattered: a mark inside a quote of the same
style opens a nested one; where fewer closing marks are left than quotes are open, the outer one was
never closed and ends where the next begins; single marks count only where a paragraph has no
double ones; a straight mark without a partner opens a quote only where one could begin.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.reading.values import Quote

# Both begin with a letter of few, which is looked for at once; what stands around it comes after.
_DOUBLE = re.compile(r"[“”\"'`](?:(?<=[“”\"])|(?<=')'|(?<=`)`)")
_SINGLE = re.compile(r"['‘](?:(?<![^\s(\[—].)(?=[^\W_])|(?<=[\w.,!?…]')(?![\w']))", re.DOTALL)
_BEGINS = re.compile(r"(?:^|[,:—(])\s*$")
_SPACE = " \t\r\n"


class _Mark(NamedTuple):
    start: int
    width: int
    turn: str
    """As in "(" opens, ")" closes, "|" is straight: it does either."""


def quotes(copy: str, start: int, end: int) -> list[Quote]:
    """The outermost quotes of one paragraph, `copy[start:end]` of the shadow copy, in order.

    >>> [(q.start, q.end, q.closed) for q in quotes("“a “b” c,” he said. “d", 0, 22)]
    [(0, 10, True), (20, 22, False)]
    """
    marks = list(_marks(copy, start, end))
    if not marks:
        return []
    return sorted(_pair(copy, marks, start, end))


def _marks(copy: str, start: int, end: int) -> Iterator[_Mark]:
    found = False
    for m in _DOUBLE.finditer(copy, start, end):
        found = True
        mark = m.group()
        turn = "(" if mark in ("“", "``") else ")" if mark == "”" else "|"
        yield _Mark(m.start(), len(mark), turn)
    if found or copy.find("'", start, end) < 0:
        return
    singles = list(_SINGLE.finditer(copy, start, end))
    # "the states' rights" alone is no quote: a pair needs an opening mark before it.
    opened = 0
    for m in singles:
        opens = m.start() == start or copy[m.start() - 1] in " (\n[—"
        if opens:
            opened += 1
            yield _Mark(m.start(), 1, "(")
        elif opened:
            opened -= 1
            yield _Mark(m.start(), 1, ")")


def _opens(copy: str, mark: _Mark, stack: list[_Mark], start: int) -> bool:
    """Whether a straight mark opens: nothing is open that it could close."""
    if not stack:
        return True
    after_space = mark.start == start or copy[mark.start - 1] in _SPACE
    return stack[-1].turn == "(" and after_space


def _pair(copy: str, marks: list[_Mark], start: int, end: int) -> Iterator[Quote]:
    left = sum(mark.turn == ")" for mark in marks)
    stack: list[_Mark] = []
    for mark in marks:
        if mark.turn == "(":
            if stack and left < len(stack) + 1 and stack[0].turn == "(":
                yield _quote(stack[0], mark.start, 0)
                stack.clear()
            stack.append(mark)
        elif mark.turn == "|" and _opens(copy, mark, stack, start):
            stack.append(mark)
        else:
            left -= mark.turn == ")"
            if len(stack) == 1:
                yield _quote(stack[0], mark.start + mark.width, mark.width)
            del stack[-1:]
    if stack and (
        stack[0].turn == "("
        or _BEGINS.search(copy[max(start, stack[0].start - 3) : stack[0].start])
    ):
        yield _quote(stack[0], end, 0)


def _quote(mark: _Mark, end: int, closing: int) -> Quote:
    return Quote(mark.start, end, mark.start + mark.width, end - closing, closed=closing > 0)
