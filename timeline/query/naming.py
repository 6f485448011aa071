"""What a person calls an actor or a view, as the name by which it is kept."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from timeline.catalogue import Catalogue
from timeline.errors import NotFound
from timeline.projection.standing import UNNAMED
from timeline.replay.engine import Engine
from timeline.replay.whom import KINDS
from timeline.views import Rows, holding

if TYPE_CHECKING:
    from timeline.actors import Directory

NEAR = 3
"""Actors that are told where a word means none."""


def view(catalogue: Catalogue, name: str) -> str:
    """The name of a projection. Raises: NotFound, with what was perhaps meant."""
    if name in catalogue.projections:
        return name
    broken = [one for one in catalogue.broken if name in (one.name, *one.name.split("."))]
    if broken:
        raise NotFound(f"{broken[0].name} cannot be used: {broken[0].error}")
    from difflib import get_close_matches

    near = get_close_matches(name, catalogue.projections, n=1, cutoff=0.5)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise NotFound(f"There is no view “{name}”.{meant}")


def canonical(engine: Engine, word: str, rows: Rows | None = None, as_of: int | None = None) -> str:
    """The canonical name that a word means, or meant at a position.

    Args:
        engine: of the views.
        word: as typed.
        rows: of a view that goes as far as the ledger, so that it knows names as they are now.
        as_of: the position as of which it is asked; None for now.

    Raises:
        NotFound: it means nobody; with what was perhaps meant.
    """
    if word in UNNAMED or _stands(engine, word, rows, as_of):
        return word
    now = engine.ledger.checkpoint()[0]
    position = now if as_of is None else min(as_of, now)
    if found := _meant(engine, word, position):
        return found
    if position < now and (found := _meant(engine, word, now)):
        if not engine.ledger.turns(KINDS, upto=position):
            return found  # nobody was known then: the answer is as empty, whoever is asked for
        raise NotFound(f"“{word}” meant nobody here as of #{position}; now it means {found}.")
    near = [*_like(engine, word, now), *engine.who.as_of(now).nearest(word)] if word.strip() else []
    told = ", ".join(list(dict.fromkeys(near))[:NEAR])
    meant = f" Did you mean {told}?" if told else ""
    raise NotFound(f"There is no actor “{word}” here.{meant}")


def _meant(engine: Engine, word: str, position: int) -> str:
    """Whom a word meant at a position; empty for nobody."""
    # A name is mostly known as it stands; only composed ones need all that is known of actors.
    found = engine.who.names(position).asked(word) or engine.who.as_of(position).find(word)
    if found == word:
        return found
    shown = _shown(engine, word, position)
    if word in shown:
        return word  # a person's, though it means another: whoever is introduced so is no country
    return found or (shown.pop() if len(shown) == 1 else "")


def _shown(engine: Engine, word: str, position: int) -> set[str]:
    """By whose very name, however it is capitalised, somebody speaks or is spoken of, or counts.

    No gazetteer needs to have them, and no view needs to stand.
    """
    from timeline.actors.spelling import keys  # here, since most words mean one actor at once

    spelt = {key for one in (word, word.upper(), word.title()) for key in keys(one)}
    casts = [engine.casts.names(code) for code in engine.casts.holding(spelt)]
    if not casts:
        return set()
    directory = engine.who.as_of(position)
    found: set[str] = set()
    for which, *names in casts:
        if which == "whom":
            for actor in map(directory.actor, filter(None, names)):
                found.update(directory.sides(actor))
        elif names[0]:
            name, role, body, kind = names[0], names[1] or None, names[2] or None, names[3]
            found.update(directory.sides(directory.actor(name, role, body, kind), role, body))
    return {name for name in found if name.casefold() == word.casefold()}


def topics(words: Sequence[str], rows: Rows) -> tuple[str, ...]:
    """Topics as a view keeps them, however they are capitalised.

    Raises:
        NotFound: it keeps none that is called so, which would read as if nobody had spoken of it.
    """
    found: list[str] = []
    for word in words:
        found += [word] if holding.has_topic(rows, word) else _topics(word, holding.topics(rows))
    return tuple(found)


def _topics(word: str, known: set[str]) -> list[str]:
    folded = {topic.casefold(): topic for topic in sorted(known, reverse=True)}
    spelt = word.casefold()
    if same := [topic for topic in sorted(known) if topic.casefold() == spelt]:
        return same
    from difflib import get_close_matches

    near = [*get_close_matches(spelt, folded, n=3), *(topic for topic in folded if spelt in topic)]
    told = ", ".join(folded[one] for one in list(dict.fromkeys(near))[:3])
    raise NotFound(f"There is no topic “{word}” here.{f' Did you mean {told}?' if told else ''}")


def directory(engine: Engine, as_of: int | None = None) -> "Directory":
    """Whom names mean, as of the ledger or of a position before."""
    return engine.who.as_of(engine.ledger.checkpoint()[0] if as_of is None else as_of)


def _stands(engine: Engine, word: str, rows: Rows | None, as_of: int | None) -> bool:
    """Whether a word is a canonical name, as can be told without asking whom all names mean.

    It is if somebody has it in a view at that time, and no event up to then is about this very
    name: by what is told of others it cannot come to mean another actor.
    """
    if rows is None or not holding.has_name(rows, word, as_of):
        return False
    decided = [
        (position, kind)
        for position, kind, _ in engine.ledger.turns(KINDS)
        if kind != "gazetteer-adopted" and (as_of is None or position <= as_of)
    ]
    if not decided:
        return True
    from timeline.actors.spelling import keys  # here, since most stores have no such event
    from timeline.actors.touched import touched

    engine.fetch.ahead(position for position, _ in decided)
    own = {key for spelt in (word, word.upper(), word.title()) for key in keys(spelt)}
    told = (touched(kind, engine.fetch(position) or {}) for position, kind in decided)
    return all(map(own.isdisjoint, told))


def _like(engine: Engine, word: str, position: int) -> list[str]:
    """Actors that have this word in their names, as views know them, the shortest first."""
    escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    rows = engine.file.connection.execute(
        "SELECT DISTINCT name FROM lists_members WHERE name LIKE ? ESCAPE '!'"
        " ORDER BY length(name), name LIMIT ?",
        (f"%{escaped}%", 10 * NEAR),  # among them are topics and terms
    )
    found = (name for (name,) in rows if name in _shown(engine, name, position))
    return list(islice(found, NEAR))
