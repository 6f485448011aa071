"""What a replay takes from the chronicle: events taken apart, an assertion into what is asked."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from operator import itemgetter
from typing import Any, NamedTuple, cast

from msgspec import Struct, ValidationError, convert
from msgspec.json import Decoder

from timeline.chronicle import Recorded, State, fields
from timeline.chronicle.upcasters import UPCASTERS
from timeline.errors import StoreError
from timeline.terms import Act, Authority, Basis, Family, Form, Kind, Mode
from timeline.views.positions import EVER

Fields = dict[str, Any]
Names = tuple[str, ...]
RECORDED = "assertion-recorded"
WHOLES = (RECORDED, "assertion-corrected")
"""Events that hold the whole of an assertion."""


class Whole(Struct, frozen=True, gc=False, kw_only=True):
    """An assertion as an event holds the whole of it, as far as views ask.

    The same names, types and defaults as `timeline.assertion.Assertion` has, but that text which
    is not there is empty; decoded straight from the bytes: what no view asks for is never made
    (11 µs an event by `from_json`, 3 so), and of a term there is one string, however often it is
    read. In the order of canonical JSON, by name: each is then looked for where it is.
    """

    about: str = ""
    act: Act = "state"
    answers: str = ""
    article: str
    asserted: str
    asserted_start: int
    at: str
    authority: Authority = "unnamed"
    confidence: int
    cue: str = ""
    family: Family = "state"
    form: Form = "indirect"
    handle: str
    id: str
    mode: Mode = "said"
    occasion: str = ""
    occasion_key: str = ""
    own: tuple[int, ...] = ()
    reply: str = ""
    reporters_name: Names = ()
    said: str = ""
    said_basis: Basis = "unknown"
    said_days: tuple[int, ...] = ()
    sign: int = 0
    speaker: str = ""
    speaker_body: str = ""
    speaker_kind: Kind = "unknown"
    speaker_name: str = ""
    speaker_role: str = ""
    targets_name: Names = ()
    topics: Names = ()

    @property
    def key(self) -> str | None:
        """The key of its occasion; None where it has none, or no name that holds in any article."""
        return self.occasion_key or None

    @property
    def casts(self) -> tuple[Names, Names]:
        """What its speaker resolves by, and its targets and reporters."""
        who = ("who", self.speaker_name, self.speaker_role, self.speaker_body, self.speaker_kind)
        return who, ("whom", *self.targets_name, "", *self.reporters_name)


class Read(NamedTuple):
    """An event taken apart."""

    position: int
    kind: str
    """Its stored name without the version."""
    event: Fields
    """Its fields, an absent one has its default; empty where `whole` stands."""
    whole: Whole | None
    """Of an assertion recorded or corrected."""

    @property
    def at(self) -> str:
        """When it was stored."""
        return self.whole.at if self.whole is not None else str(self.event["at"])


_read = cast("Callable[[tuple[Any, ...]], Read]", partial(tuple.__new__, Read))
_decode = Decoder(Whole).decode
NO_FIELDS: Fields = {}
PLACE, NAME, STATE = map(itemgetter, range(3))


def fresh(page: Sequence[State], again: Mapping[str, int]) -> list[tuple[int, Whole]]:
    """The new assertions among those recorded, with their positions; others were there before.

    Args:
        page: events of which each holds the whole of an assertion.
        again: articles that were read more than once, and from which position on: what is
            recorded of one from there on may be recorded again.

    Raises:
        StoreError: one is damaged.
    """
    found = _wholes(page)
    return [one for one in found if one[0] < again.get(one[1].article, EVER)] if again else found


def _wholes(page: Sequence[State]) -> list[tuple[int, Whole]]:
    if UPCASTERS.keys().isdisjoint(map(NAME, page)):
        with suppress(ValueError):  # one is damaged, or written otherwise: each for itself then
            return list(zip(map(PLACE, page), map(_decode, map(STATE, page)), strict=True))
    return [(position, whole(position, name, state)) for position, name, state in page]


def take_apart(page: Sequence[Recorded]) -> list[Read]:
    """The events of a page that were not erased. Raises: StoreError, for one that is damaged."""
    found = []
    for recorded in page:
        position, _, _, name, state = recorded
        kind = _kind(name)
        if kind not in WHOLES:
            if (held := fields(recorded)) is not None:
                found.append(_read((position, _kind(held[0]), held[1], None)))
        elif state is not None:
            found.append(_read((position, kind, NO_FIELDS, whole(position, name, state))))
    return found


def whole(position: int, name: str, state: bytes) -> Whole:
    """What views ask of an assertion recorded or corrected.

    Raises:
        StoreError: it is damaged.
    """
    if name not in UPCASTERS:
        try:
            return _decode(state)
        except ValueError:
            pass  # damaged, or a null says what another chronicle leaves out
    _, held = cast("tuple[str, Fields]", fields(Recorded(position, "", 0, name, state)))
    try:
        return convert({key: told for key, told in held.items() if told is not None}, Whole)
    except ValidationError as fault:
        said = f"the event at position {position} is damaged: {fault}"
        raise StoreError(said) from None


@cache
def _kind(name: str) -> str:
    return name.rpartition(".")[0]
