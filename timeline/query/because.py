"""The events behind an entry: its own, those that made its names mean whom they mean, its date."""

from collections.abc import Iterator, Sequence

from timeline.projection import Standing
from timeline.query.occasions import Occasions
from timeline.replay.engine import Engine
from timeline.replay.stand import Stand
from timeline.replay.whom import KINDS, seen
from timeline.views.moves import moving

Behind = dict[int, tuple[int, ...]]


def because(engine: Engine, firsts: Sequence[int], upto: int) -> Behind:
    """The positions of all events up to one that assertions as they stand there rest on.

    An alias, a merge, an affiliation counts where the assertion stands otherwise without it, be it
    recorded before or after; the first gazetteer, on which every name rests, is not told.

    Args:
        engine: of the views.
        firsts: positions of the first events of assertions, a page of them.
        upto: as of this position.
    """
    engine.fold.rewind(upto)
    found = {first: {first} for first in firsts}
    occasions = Occasions(engine.shelves.dates(as_of=upto))
    for first, one in zip(firsts, engine.fold.standings(firsts, upto), strict=True):
        if one is not None:
            found[first].update(place for place in engine.ledger.about(one.id) if place <= upto)
            found[first].update(_dates(one, occasions))
    for place, touched in _turns(engine, firsts, upto):
        found[touched].add(place)
    return {first: tuple(sorted(places)) for first, places in found.items()}


def _dates(one: Standing, occasions: Occasions) -> tuple[int, ...]:
    """The events on which the date of its occasion rests, where it moves with one."""
    return occasions.rests_on(one.occasion, one.article) if moving(one, one.days) else ()


def _turns(engine: Engine, firsts: Sequence[int], upto: int) -> Iterator[tuple[int, int]]:
    """Events about actors, each with an assertion that stands otherwise since."""
    turns = engine.ledger.turns(KINDS, upto=upto)
    by_cast = _by_cast(engine, firsts)
    ground = next((place for place, kind, _ in turns if kind == "gazetteer-adopted"), 0)
    directory = engine.who.as_of(ground)
    for place, kind, _ in turns:
        event = engine.fetch(place)
        if place <= ground or event is None:
            continue
        told = seen(kind, event)
        codes = engine.casts.holding(directory.names_touched(told))
        touched = sorted({first for code in codes for first in by_cast.get(code, ())})
        befores = list(engine.fold.standings(touched, upto, Stand(directory)))
        directory.apply(told)
        afters = engine.fold.standings(touched, upto, Stand(directory))
        for first, before, after in zip(touched, befores, afters, strict=True):
            if before != after:
                yield place, first


def _by_cast(engine: Engine, firsts: Sequence[int]) -> dict[int, set[int]]:
    """Assertions by the casts of names that they ever had."""
    found: dict[int, set[int]] = {}
    dossiers = engine.ledger.dossiers(firsts)
    for first in firsts:
        for one in (engine.ledger.learnt(first), *dossiers[first]):
            for code in (one.who, one.whom) if one else ():
                found.setdefault(code, set()).add(first)
    return found
