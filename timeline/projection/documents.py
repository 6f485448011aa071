"""What a text says without naming the occasion, put to the one that the same article names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.projection.duplicates import compatible, repeats
from timeline.projection.spoken import Spoken
from timeline.when import When

Held = dict[tuple[str, ...], list[Spoken]]


def adopted(named: Sequence[list[Spoken]], loose: Mapping[tuple[str, ...], list[Spoken]]) -> Held:
    """Move loose entries into the named statements that they belong to; return the rest.

    An entry belongs to one if it says again what stands there in the same article, as a lede
    does; or if it is agreed text, as that is, the article names no other, and their times agree:
    "according to NATO" beside NATO's declaration. One that may belong to two stays loose.

    Args:
        named: statements of one speaker on named occasions; entries are appended to them.
        loose: statements of the same speaker without one.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(named):
        for article in dict.fromkeys(entry.article for entry in one):
            places[article].append(i)
    here = [list(one) for one in named]
    left: Held = {}
    for key, found in loose.items():
        for entry in found:
            homes = [i for i in places.get(entry.article, ()) if _says(here[i], entry)]
            homes = homes or _document(here, places.get(entry.article, ()), entry)
            if len(homes) == 1:
                named[homes[0]].append(entry)
            else:
                left.setdefault(key, []).append(entry)
    return left


def _says(statement: Sequence[Spoken], entry: Spoken) -> bool:
    return any(repeats(entry, other) for other in statement)


def _document(here: Sequence[list[Spoken]], places: Sequence[int], entry: Spoken) -> list[int]:
    """The one document of this article, if the entry is agreed text and may be of its time."""
    agreed = [i for i in places if any(_of(one, entry.article) for one in here[i])]
    if entry.authority != "agreed" or len(agreed) != 1:
        return []
    time = When.parse(entry.said)
    moving = [one for one in here[agreed[0]] if _of(one, entry.article) and one.basis == "occasion"]
    times = [When.parse(one.said) for one in moving]
    fits = all(not time.known or not when.known or compatible(time, when) for when in times)
    return agreed if moving and fits else []


def _of(one: Spoken, article: str) -> bool:
    return one.article == article and one.authority == "agreed"
