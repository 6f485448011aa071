"""What a view keeps of one assertion: a frozen row, its fields the annotations of its class."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from operator import attrgetter, itemgetter
from typing import Any, ClassVar, Self, dataclass_transform, get_origin

from timeline.projection.fields import fit
from timeline.terms import Basis, Status


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fields(type):
    """Makes of each annotation a field, inherited ones first; a value given is its default."""

    _fields: tuple[str, ...]
    _types: dict[str, Any]
    _defaults: dict[str, Any]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "Fields":
        """Gather the fields of a class and of what it inherits."""
        types: dict[str, Any] = {}
        defaults: dict[str, Any] = {}
        for base in bases:
            types |= getattr(base, "_types", {})
            defaults |= getattr(base, "_defaults", {})
        for field, kind in body.get("__annotations__", {}).items():
            if get_origin(kind) is ClassVar or str(kind).startswith("ClassVar"):
                continue
            types[field] = kind
            if field in body:
                defaults[field] = body[field]
        for index, field in enumerate(types):
            body[field] = property(itemgetter(index))
        body |= {"__slots__": (), "_fields": tuple(types), "_types": types, "_defaults": defaults}
        made = super().__new__(cls, name, bases, body)
        made._readers = {}
        return made

    _readers: dict[type, "Callable[[Any], Sequence[Any]]"]
    """How its fields are taken from values of other types, by these types."""


class Entry(tuple[Any, ...], metaclass=Fields):
    """What every view keeps of one assertion; a projection adds its own fields.

    A field is a `str`, `int`, `bool`, one of these or None, a `Literal`, or a tuple of them. A
    tuple underneath, since a replay makes millions: frozen, compared by value; only what is made
    by hand is checked.

    >>> class Quote(Entry):
    ...     asserted: str = ""
    >>> Quote._fields[-2:]
    ('basis', 'asserted')
    """

    __slots__ = ()

    position: int
    id: str
    handle: str
    article: str
    status: Status
    checked_by: str | None
    actor: str
    side: str
    sides: tuple[str, ...]
    targets: tuple[str, ...]
    target_sides: tuple[str, ...]
    occasion: str
    said: str
    """As read: joined with its occasion's date where it moves with one."""
    basis: Basis

    def __new__(cls, **fields: Any) -> Self:  # noqa: ANN401 - whatever the class declares
        """Make an entry by hand.

        Raises:
            TypeError: a field is missing, unknown, or of another type than declared.
        """
        given = {**cls._defaults, **fields}
        if given.keys() != cls._types.keys():
            odd = ", ".join(sorted(given.keys() ^ cls._types.keys()))
            raise TypeError(f"{cls.__name__}: missing or unknown: {odd}")
        fit(cls, given)
        return tuple.__new__(cls, [given[field] for field in cls._fields])

    @classmethod
    def of(cls, standing: object) -> Self:
        """Copy the fields that both have: of a `Standing`, or of anything with such attributes."""
        kind = type(standing)
        read = cls._readers.get(kind)
        if read is None:
            read = _reader(cls._fields, kind)
            fit(cls, dict(zip(cls._fields, read(standing), strict=True)))  # one tells for all
            cls._readers[kind] = read
        return tuple.__new__(cls, read(standing))

    @classmethod
    def _make(cls, values: Any) -> Self:  # noqa: ANN401 - any iterable of as many values
        return tuple.__new__(cls, values)

    def _replace(self, **fields: Any) -> Self:  # noqa: ANN401 - whatever the class declares
        names, values = type(self)._fields, list(self)
        if odd := fields.keys() - set(names):
            raise TypeError(f"{type(self).__name__}: unknown: {', '.join(sorted(odd))}")
        fit(type(self), fields)
        for name, value in fields.items():
            values[names.index(name)] = value
        return self._make(values)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(type(self)._fields, self, strict=True))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({told})"

    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]:
        return (), self._asdict()


def _reader(names: Sequence[str], kind: type) -> Callable[[Any], Sequence[Any]]:
    """What takes these fields from values of a type; from a tuple whole runs of them at once."""
    there = getattr(kind, "_fields", ())
    runs: list[tuple[int, int]] = []
    for name in takewhile(there.__contains__, names):
        place = there.index(name)
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    held = sum(end - start for start, end in runs)
    if len(runs) != 1:
        return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    ((start, end),), rest = runs, [attrgetter(name) for name in names[held:]]
    if not rest:
        return itemgetter(slice(start, end))
    return lambda value: (*value[start:end], *[ask(value) for ask in rest])
