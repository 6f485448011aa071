"""Patterns that may part a text in many ways: what makes a search take hours, by structure alone.

A group that is repeated, and can match the same words in two ways, doubles the ways with each of
them, and a search that fails tries them all. The ways of one round after another are compared on
the positions of the pattern (Glushkov 1961): two paths over the same text that part and meet again
(Allauzen, Mohri, Rastogi 2008). What an anchor, a look-around or a possessive forbids is not known
here: where a pattern is safe by these alone, write it so that it is without.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SIGNS = [chr(code) for code in range(32, 127)] + list("\n\t\r\u00a0’‘“”–—é中")
FEW = 3
"""Rounds that are looked at one by one: so few part no long text in many ways."""
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
SINGLE = {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}
Ends = tuple[bool, set[int], set[int]]
"""Whether it can be empty; where it can begin; where it can end."""


def parted(pattern: re.Pattern[str]) -> bool:
    """Whether a repeated group of it can part one text in two ways."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    return any(
        _Positions(flags).meet_again(group) for group, flags in _repeated(tree, tree.state.flags)
    )


def _repeated(tree: Any, flags: int) -> Iterator[tuple[Any, int]]:
    """Each group that is repeated more than a few times, inner ones too."""
    for kind, value in tree:
        inner = flags
        if kind in REPEATS and kind is not op.POSSESSIVE_REPEAT and value[1] > FEW:
            yield value[2], flags
        if kind is op.SUBPATTERN:
            inner = (flags | value[1]) & ~value[2]
        for part in _parts(kind, value):
            yield from _repeated(part, inner)


def _parts(kind: Any, value: Any) -> list[Any]:
    if kind in REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        return [value[1]]
    if kind is op.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return [value] if kind is op.ATOMIC_GROUP else []


class _Positions:
    """The single signs of a group, what each matches, and what can follow it."""

    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.signs: list[frozenset[str]] = []
        self.after: list[set[int]] = []
        self.twice = False
        """Whether one place can follow another in two ways: the a's of `(?:a+)+`."""

    def meet_again(self, group: Any) -> bool:
        """Whether two different paths over one text lead from one place to one place."""
        _, first, last = self._row(group)
        self._join(last, first)
        if self.twice:
            return True
        todo = [(at, at) for at in range(len(self.signs))]
        came: dict[tuple[int, int], set[tuple[int, int]]] = {pair: set() for pair in todo}
        back = list(todo)
        while todo:
            pair = todo.pop()
            for one in self.after[pair[0]]:
                for other in self.after[pair[1]]:
                    if self.signs[one] & self.signs[other]:
                        if (one, other) not in came:
                            came[one, other] = set()
                            todo.append((one, other))
                        came[one, other].add(pair)
        met = set(back)
        while back:
            new = came[back.pop()] - met
            met |= new
            back.extend(new)
        return any(one != other for one, other in met)

    def _join(self, before: set[int], behind: set[int]) -> None:
        for at in before:
            self.twice |= not self.after[at].isdisjoint(behind)
            self.after[at] |= behind

    def _row(self, items: Any) -> Ends:
        empty, first, last = True, set[int](), set[int]()
        for kind, value in items:
            can_be, begins, ends = self._item(kind, value)
            self._join(last, begins)
            first |= begins if empty else set()
            last = ends | (last if can_be else set())
            empty = empty and can_be
        return empty, first, last

    def _item(self, kind: Any, value: Any) -> Ends:
        if kind in SINGLE:
            self.signs.append(_signs(kind, _frozen(value), self.flags))
            self.after.append(set())
            at = {len(self.signs) - 1}
            return False, at, set(at)
        if kind in REPEATS:
            return self._rounds(*value)
        parts = [] if kind in {op.ASSERT, op.ASSERT_NOT} else _parts(kind, value)
        flags = self.flags
        if kind is op.SUBPATTERN:
            self.flags = (flags | value[1]) & ~value[2]
        ends = [self._row(part) for part in parts]
        self.flags = flags
        empty = not ends or any(one[0] for one in ends)
        return empty, set().union(*(one[1] for one in ends)), set().union(*(one[2] for one in ends))

    def _rounds(self, least: int, most: int, group: Any) -> Ends:
        if most == 1:
            empty, first, last = self._row(group)
            return empty or not least, first, last
        if most <= FEW or least == most <= FEW + 1:
            once = [(op.MAX_REPEAT, (1, 1, group))] * least
            return self._row(once + [(op.MAX_REPEAT, (0, 1, group))] * (most - least))
        empty, first, last = self._row(group)
        self._join(last, first)
        return empty or not least, first, last


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def _signs(kind: Any, value: Any, flags: int) -> frozenset[str]:
    """The signs that one place matches; of all the world's, a sample."""
    own = {chr(value)} if kind is op.LITERAL else set()
    return frozenset(sign for sign in {*SIGNS, *own} if _matches(kind, value, sign, flags))


def _matches(kind: Any, value: Any, sign: str, flags: int) -> bool:
    if kind is op.ANY:
        return sign != "\n" or bool(flags & re.DOTALL)
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return negated != any(_matches(*one, sign, flags) for one in value[negated:])
    if kind is op.CATEGORY:
        letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[str(value).rpartition("_")[2]]
        return (re.match(rf"\{letter}", sign) is None) == ("_NOT_" in str(value))
    written = {sign, *(each for each in (sign.lower(), sign.upper()) if len(each) == 1)}
    codes = map(ord, written if flags & re.IGNORECASE else sign)
    if kind is op.RANGE:
        return any(value[0] <= code <= value[1] for code in codes)
    return (value in codes) == (kind is op.LITERAL)
