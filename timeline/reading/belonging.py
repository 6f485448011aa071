"""For whom somebody speaks where the introduction leaves it open: "its president", "union boss".

A minister is of the country that the article is about, a chief executive of the body last named,
"its president" of what "its" means. What is found is a body's name as it stands in the article.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.reading import home, whose
from timeline.reading.cast import Cast
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.quarrel import introduced, talk
from timeline.reading.seated import organ, seated
from timeline.reading.values import Attribution, Attributions, Name, Span
from timeline.reading.vocabulary import Words
from timeline.reading.whose import Place

OWNED = re.compile(
    r"\b(its|their|whose|(?:the|this|that) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)'s)"
    r"\s+(?:[a-z-]+\s+){0,3}$",
    re.IGNORECASE,
)
NOUN = re.compile(r"\b(?P<noun>[a-z]+)\s+$")
GOVERNMENT = re.compile(r"\b[Gg]overnment\s+$")
BEHIND = re.compile(r"(?:,? [a-z-]+){0,6}? (?:at|of|for|with) (?:the|this|that) (?P<noun>[a-z]+)\b")
STATE = re.compile(
    r" (?:at|of|for|with) the (?:[a-z]+ ){0,2}"
    r"(?:ministry|government|department|military|army|cabinet)\b"
)
BEHALF = re.compile(
    r"\b(?:speaking|acting|appearing|writing) (?:on behalf of|for) (?:the )?"
    r"(?P<body>(?-i:[A-Z])[\w'’-]*+(?:\s(?-i:[A-Z])[\w'’-]*+)*\s?)[^,.\n]{0,30}"
    r",(?: [a-z-]+){0,3} $",
    re.IGNORECASE,
)
FORCES = frozenset({"police"})
"""Whose spokesman is nobody's else who is named."""
BEGINS, ENDS = re.compile(r"(?<![\w-])"), re.compile(r"(?!\w)")
BEFORE, FAR_BEFORE = 60, 150


def settled(copy: str, words: Words, said: Attributions, cast: Cast) -> tuple[Attributions, Cast]:
    """The attributions and the cast, with the bodies of those whose introduction names none."""
    bodies: dict[Span, Span | None] = {}
    marks: dict[Span, Mark | None] = {}
    people = [name for name in said.names if name.kind == "person"]
    land = home.land(copy, words, people)
    country = home.known_or(land, cast)
    against, several, spoken = _against(said, cast), home.several(cast), introduced(said)
    for name in dict.fromkeys(_open(copy, words, said)):
        if name.span in bodies:
            continue
        start = _start(name)
        place, own = Place.of(copy, said.sentences, cast, start), country
        around = talk(copy, said, cast, spoken.get(name.span), marks)
        place = place._replace(talk=around)
        others = against.get(name.span, set()) | (around.against if several else set())
        if others:
            # Who accuses a country is no minister of it, though it be the only one named.
            place = place._replace(near=[mark for mark in place.near if mark.side not in others])
            own = home.known_or(land, cast, others)
        body = seated(copy, said, cast, name, spoken.get(name.span))
        if body is None:
            bare = organ(copy, name)
            body = whose.by_post(place, ["minister"], own) if bare else _body(place, name, own)
        if body or (name.body and _common(copy, words, name.body)):
            bodies[name.span] = body.name if body else None
            marks[name.span] = body
    if not bodies:
        return said, cast
    given = tuple(_settled(copy, one, bodies) for one in said.attributions)
    names = tuple(_with(copy, name, bodies) for name in said.names)
    told = {name.span: name for name in names if name.span in bodies}
    cast = replace(cast, marks=tuple(_remarked(cast, mark, told) for mark in cast.marks))
    return said._replace(attributions=given, names=names), cast


def _against(said: Attributions, cast: Cast) -> dict[Span, set[str]]:
    """Of each name, the sides to which its own verbs are done: "Ana Silva accused Brazil"."""
    found: dict[Span, set[str]] = {}
    for one in said.attributions:
        if one.name and one.object:
            sides = {mark.side for mark in cast.touching(*one.object) if mark.side}
            found.setdefault(one.name.span, set()).update(sides)
    return found


def _open(copy: str, words: Words, said: Attributions) -> Iterator[Name]:
    """The names with a post that is nobody's yet, or stands behind "its"; and bare ministries."""
    spoken = (one.name for one in said.attributions if one.name is not None)
    for name in (*said.names, *spoken):
        if organ(copy, name):
            yield name
        if name.role is None or name.kind not in {"person", "office"}:
            continue
        if name.body and copy[slice(*name.body)].lower() in FORCES:
            continue
        start = _start(name)
        body = name.body
        if body is None or copy[body.start].islower() or _common(copy, words, body):
            yield name
        elif whose.of_state(copy, body):
            yield name  # "Foreign Ministry spokeswoman"
        elif body.start == start and OWNED.search(copy, max(0, start - BEFORE), start):
            yield name  # "its Africa director"


def _common(copy: str, words: Words, body: Span) -> bool:
    """Whether it is a noun with a capital at the head of a sentence: "Shop manager"."""
    word = copy[slice(*body)]
    before = copy[max(0, body.start - BEFORE) : body.start]
    if not word.isalpha() or before.rstrip(" “\"'")[-1:] not in {
        "",
        ".",
        "\n",
        "!",
        "?",
    }:
        return False
    # Asked of many names: where a word stands is known, and no pattern is compiled for each.
    low = word.lower()
    if not low.isascii():
        return re.search(rf"(?<![\w-]){low}s?\b", copy) is not None
    return any(
        copy.startswith(form, at) and BEGINS.match(copy, at) and ENDS.match(copy, at + len(form))
        for form in (low, f"{low}s")
        for at in words.places.get(form, ())
    )


def _start(name: Name) -> int:
    spans = (name.span, name.role or name.span, name.body or name.span)
    here = [span.start for span in spans if abs(span.start - name.span.start) < BEFORE]
    return min(here)


def _settled(copy: str, one: Attribution, bodies: dict[Span, Span | None]) -> Attribution:
    if one.name is None or one.name.span not in bodies:
        return one
    return one._replace(name=_trimmed(copy, _with(copy, one.name, bodies)))


def _with(copy: str, name: Name, bodies: dict[Span, Span | None]) -> Name:
    """With the body now known; a ministry's name stays with the role."""
    if name.span not in bodies:
        return name
    role, body = name.role, bodies[name.span]
    if (
        role
        and body
        and name.body
        and name.body.end < role.start
        and whose.of_state(copy, name.body)
    ):
        role = Span(name.body.start, role.end)
    return name._replace(role=role, body=body)


def _trimmed(copy: str, name: Name) -> Name:
    """Without the noun that stands for the body: "spokesman" of "company spokesman"."""
    first, _, rest = copy[slice(*name.span)].partition(" ")
    posts = load("descriptions")["posts"]["firm"]
    generic = first.lower() in whose.bodies()
    if name.kind != "office" or not generic or rest not in posts:
        return name
    span = Span(name.span.end - len(rest), name.span.end)
    return name._replace(span=span, role=span)


def _remarked(cast: Cast, mark: Mark, told: dict[Span, Name]) -> Mark:
    """The mention of a person with the side now known."""
    name = told.get(mark.name)
    if name is None or mark.kind not in {"person", "office", "organisation"}:
        return mark
    voice = cast.voice(None, name)
    return mark if voice is None else mark._replace(actor=voice.actor, sides=voice.sides)


def _body(place: Place, name: Name, country: Mark | None) -> Mark | None:
    """Whose post it is, as its words and those around it tell."""
    copy, start = place.copy, place.at
    role = name.role or name.span
    if name.body and whose.of_state(copy, name.body):
        return whose.by_post(place, ["minister"], country)
    if (behalf := _behalf(place)) is not None:
        return behalf
    owned = OWNED.search(copy, max(0, start - BEFORE), start)
    if name.role and role.start > name.span.end:
        owned = OWNED.search(copy, name.span.end, role.start) or owned
    if owned is not None:
        noun = (owned["noun"] or "").lower()
        return whose.described(place, noun) if noun else whose.its(place, owned.start())
    if name.role is None or STATE.match(copy, role.end):
        return country
    if name.body and copy[slice(*name.body)].lower() in whose.bodies():
        return whose.described(place, copy[slice(*name.body)].lower())
    return _by_post(place, name, role, country)


def _behalf(place: Place) -> Mark | None:
    """On whose behalf somebody speaks."""
    found = BEHALF.search(place.copy, max(0, place.at - FAR_BEFORE), place.at)
    if found is None:
        return None
    body = Span(found.start("body"), found.start("body") + len(found["body"].rstrip()))
    known = next((mark for mark in place.near if mark.start == body.start), None)
    called = place.copy[slice(*body)]
    return known or Mark(*body, body, called, (called,), "organisation")


def _by_post(place: Place, name: Name, role: Span, country: Mark | None) -> Mark | None:
    """Whose it is by a noun beside the post, or by the post alone."""
    copy, start = place.copy, place.at
    begin = max(0, start - BEFORE)
    words = copy[slice(*role)].lower().split()
    noun = next((word for word in words[:-1] if word in whose.bodies()), "")
    direct = NOUN.search(copy, begin, start)
    if not noun and direct and direct["noun"] in whose.bodies():
        noun = direct["noun"]
    told = None if noun else BEHIND.match(copy, max(role.end, name.span.end))
    if told and told["noun"] in whose.bodies():
        noun = told["noun"]
    if GOVERNMENT.search(copy, begin, start):
        words.insert(0, "government")
    return whose.described(place, noun) if noun else whose.by_post(place, words, country)
