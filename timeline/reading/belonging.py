"""For whom somebody speaks where the introduction leaves it open: "its president", "union boss".

A minister is of the country that the article is about, a chief executive of the body last named,
"its president" of what "its" means. What is found is a body's name as it stands in the article.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.meant import is_public
from timeline.reading.mentioned import Mark
from timeline.reading.speakers.gender import gender_of
from timeline.reading.values import Attribution, Attributions, Name, Span

OWNED = re.compile(
    r"\b(its|their|whose|(?:the|this|that) (?P<noun>[a-z]+)'s)\s+(?:[a-z-]+\s+){0,3}$",
    re.IGNORECASE,
)
NOUN = re.compile(r"\b(?P<noun>[a-z]+)\s+$")
BEHIND = re.compile(r"(?:,? [a-z-]+){0,6}? (?:at|of|for|with) (?:the|this|that) (?P<noun>[a-z]+)\b")
BEFORE, FAR = 60, 6000
NEAR = 400
"""Code points back to which a post without a body reaches: "Chief Executive Ann Roe"."""


def settled(copy: str, said: Attributions, cast: Cast) -> tuple[Attributions, Cast]:
    """The attributions and the cast, with the bodies of those whose introduction names none."""
    bodies: dict[Span, Span] = {}
    country = home(cast)
    for name in dict.fromkeys(_open(copy, said)):
        if name.span not in bodies and (body := _body(copy, cast, name, country)):
            bodies[name.span] = body
    if not bodies:
        return said, cast
    given = tuple(_settled(copy, one, bodies) for one in said.attributions)
    names = tuple(_with(name, bodies) for name in said.names)
    told = {name.span: name for name in names if name.span in bodies}
    marks = tuple(_remarked(cast, mark, told) for mark in cast.marks)
    return said._replace(attributions=given, names=names), replace(cast, marks=marks)


def _open(copy: str, said: Attributions) -> Iterator[Name]:
    """The names with a post that is nobody's yet."""
    spoken = (one.name for one in said.attributions if one.name is not None)
    for name in (*said.names, *spoken):
        if name.role is None or name.kind not in {"person", "office"}:
            continue
        if name.body is None or copy[name.body.start].islower():
            yield name


def _settled(copy: str, one: Attribution, bodies: dict[Span, Span]) -> Attribution:
    if one.name is None or one.name.span not in bodies:
        return one
    return one._replace(name=_trimmed(copy, _with(one.name, bodies)))


def _with(name: Name, bodies: dict[Span, Span]) -> Name:
    if name.span not in bodies or name.role is None:
        return name
    return name._replace(body=bodies[name.span])


def _trimmed(copy: str, name: Name) -> Name:
    """Without the noun that stands for the body: "spokesman" of "company spokesman"."""
    first, _, rest = copy[slice(*name.span)].partition(" ")
    posts = load("descriptions")["posts"]["firm"]
    if name.kind != "office" or first.lower() not in _bodies() or rest not in posts:
        return name
    span = Span(name.span.end - len(rest), name.span.end)
    return name._replace(span=span, role=span)


def _remarked(cast: Cast, mark: Mark, told: dict[Span, Name]) -> Mark:
    """The mention of a person with the side now known."""
    name = told.get(mark.name)
    if name is None or mark.kind not in {"person", "office"}:
        return mark
    voice = cast.voice(None, name)
    return mark if voice is None else mark._replace(actor=voice.actor, sides=voice.sides)


def _body(copy: str, cast: Cast, name: Name, country: Mark | None) -> Span | None:
    """Whose post it is, as its words and those around it tell."""
    role = name.role or name.span
    start = min(role.start, name.span.start)
    words = copy[slice(*role)].lower().split()
    before = copy[max(0, start - BEFORE) : start]
    near = _all(cast, start)
    owned = OWNED.search(before)
    if owned is not None:
        noun = (owned["noun"] or "").lower()
        found = described(copy, noun, near) if noun else _last(copy, near)
        return found.name if found else None
    noun = next((word for word in words[:-1] if word in _bodies()), "")
    if not noun and (direct := NOUN.search(before)) and direct["noun"] in _bodies():
        noun = direct["noun"]
    if not noun and (told := BEHIND.match(copy, max(role.end, name.span.end))):
        noun = told["noun"] if told["noun"] in _bodies() else ""
    if noun:
        found = described(copy, noun, near)
        return found.name if found else None
    return _by_post(copy, words, near, start, country)


def _all(cast: Cast, at: int) -> list[Mark]:
    """Who is named before, the nearest first; close by also those of whom nothing is known."""
    near = (mark for mark in cast.before(at) if at - mark.end < FAR)
    perhaps = cast.perhaps(max(0, at - NEAR), at)
    return sorted((*near, *perhaps), key=lambda mark: -mark.start)


def _by_post(
    copy: str, words: list[str], near: Sequence[Mark], at: int, country: Mark | None
) -> Span | None:
    posts = load("descriptions")["posts"]
    if _national(words):
        line = copy.rfind("\n", 0, at)
        named = [m for m in near if m.kind == "country" and m.end > line and not m.place]
        named = [m for m in named if not m.adjective] or named
        best = named[-1] if named else country
        return best.name if best else None
    if " ".join(words[-2:]) in posts["firm"] or words[-1] in posts["firm"]:
        found = _last(copy, [mark for mark in near if at - mark.end < NEAR])
        return found.name if found else None
    return None


def _national(words: Sequence[str]) -> bool:
    """Whether a state has such a post: a minister, a health secretary; no press secretary."""
    posts = load("descriptions")["posts"]
    if "shadow" in words or "opposition" in words:
        return False
    if words[-1] in posts["national"].split():
        return True
    return words[-1] == "secretary" and not set(posts["fields"].split()).isdisjoint(words[:-1])


def described(copy: str, noun: str, near: Sequence[Mark]) -> Mark | None:
    """The body that a noun means: one with the noun, or a word like it, in its name; else the last.

    Args:
        copy: the shadow copy of the article.
        noun: in lower case: "union".
        near: the mentions before it, the nearest first.
    """
    bodies = [mark for mark in near if _is_body(copy, mark)]
    alike = {noun, *load("descriptions")["alike"].get(noun, "").split()}
    for mark in bodies:
        if not alike.isdisjoint(copy[slice(*mark.name)].lower().split()):
            return mark
    if noun not in load("descriptions")["firms"]["nouns"].split():
        return None
    return next((m for m in bodies if m.actor == m.side and not is_public(copy, m)), None)


def _last(copy: str, near: Sequence[Mark]) -> Mark | None:
    return next((mark for mark in near if _is_body(copy, mark)), None)


def _is_body(copy: str, mark: Mark) -> bool:
    if mark.kind == "unknown" and gender_of(copy, Name(mark.name)):
        return False
    return mark.kind in {"organisation", "unknown", "office"} and not (mark.place or mark.adjective)


def home(cast: Cast) -> Mark | None:
    """A mention of the country that an article is about: the one most often named, or meant."""
    countries: dict[str, Mark] = {}
    count: Counter[str] = Counter()
    for mark in cast.marks:
        if mark.kind in {"country", "office"} and mark.side:
            count[mark.side] += 1
            if mark.kind == "country":
                countries.setdefault(mark.side, mark)
            countries.setdefault(mark.side, mark)
    best = max(countries, key=lambda side: count[side], default=None)
    return countries[best] if best is not None else None


@cache
def _bodies() -> frozenset[str]:
    """Nouns of bodies that may stand before a post: "union boss", "company spokesman"."""
    tables = load("descriptions")
    listed = (tables["firms"]["nouns"], *tables["kinds"].values(), *tables["alike"])
    return frozenset(word for words in listed for word in words.split()) - {"country", "group"}
