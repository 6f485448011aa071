"""What a replay takes from the chronicle: events taken apart, an assertion into what is asked."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple, cast

from msgspec import Struct, ValidationError, convert
from msgspec.json import Decoder

from timeline.chronicle import Recorded, fields
from timeline.chronicle.upcasters import UPCASTERS
from timeline.errors import StoreError

Fields = dict[str, Any]
Names = tuple[str, ...]
RECORDED = "assertion-recorded"


class Whole(Struct, frozen=True, gc=False):
    """An assertion as an event holds the whole of it, as far as views ask.

    The same names, types and defaults as `timeline.assertion.Assertion` has, decoded straight
    from the bytes: what no view asks for is never made (10 µs an event by `from_json`, 4 so).
    """

    id: str
    handle: str
    article: str
    asserted: str
    asserted_start: int
    confidence: int
    at: str
    own: tuple[int, ...] = ()
    speaker: str | None = None
    speaker_name: str | None = None
    speaker_role: str | None = None
    speaker_body: str | None = None
    speaker_kind: str = "unknown"
    authority: str = "unnamed"
    targets_name: Names = ()
    reporters_name: Names = ()
    act: str = "state"
    family: str = "state"
    sign: int = 0
    cue: str | None = None
    form: str = "indirect"
    mode: str = "said"
    topics: Names = ()
    occasion: str | None = None
    occasion_key: str | None = None
    said: str = ""
    said_basis: str = "unknown"
    said_days: tuple[int, ...] = ()
    about: str = ""
    reply: str | None = None
    answers: str | None = None

    @property
    def casts(self) -> tuple[Names, Names]:
        """What its speaker resolves by, and its targets and reporters."""
        who = (
            "who",
            self.speaker_name or self.speaker or "",
            self.speaker_role or "",
            self.speaker_body or "",
            self.speaker_kind,
        )
        return who, ("whom", *self.targets_name, "", *self.reporters_name)


class Read(NamedTuple):
    """An event taken apart."""

    position: int
    kind: str
    """Its stored name without the version."""
    event: Fields
    """Its fields, an absent one has its default; empty where `whole` stands."""
    whole: Whole | None
    """Of an assertion recorded."""

    @property
    def at(self) -> str:
        """When it was stored."""
        return self.whole.at if self.whole is not None else str(self.event["at"])


_read = cast("Callable[[tuple[Any, ...]], Read]", partial(tuple.__new__, Read))
_decode = Decoder(Whole).decode
NOTHING: Fields = {}


def take_apart(page: Sequence[Recorded]) -> list[Read]:
    """The events of a page that were not erased. Raises: StoreError, for one that is damaged."""
    found = []
    for recorded in page:
        position, _, _, name, state = recorded
        kind = _kind(name)
        if kind == RECORDED and state is not None and name not in UPCASTERS:
            try:
                found.append(_read((position, kind, NOTHING, _decode(state))))
            except ValueError as fault:
                raise _damaged(position, fault) from None
            continue
        held = fields(recorded)
        if held is None:
            continue
        name, event = held
        kind = _kind(name)
        if kind == RECORDED:
            found.append(_read((position, kind, NOTHING, whole(event, position))))
        else:
            found.append(_read((position, kind, event, None)))
    return found


def whole(event: Fields, position: int) -> Whole:
    """What views ask of an assertion, from all fields of its event. Raises: StoreError."""
    try:
        return convert(event, Whole)
    except ValidationError as fault:
        raise _damaged(position, fault) from None


def _damaged(position: int, fault: Exception) -> StoreError:
    return StoreError(f"the event at position {position} is damaged: {fault}")


@cache
def _kind(name: str) -> str:
    return name.rpartition(".")[0]
