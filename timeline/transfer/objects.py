"""One line of a `chronicle/1` file as a JSON object of a known kind; whatever else is refused."""

import json
from typing import Any, NoReturn

from pydantic_core import from_json, to_json

from timeline.chronicle.state import LARGEST as LARGEST_INTEGER
from timeline.transfer import form

BOM = b"\xef\xbb\xbf"
MAGIC = (
    (b"\x1f\x8b", "compressed with gzip; gunzip it first"),
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"SQLite format 3", "a database; import takes what `timeline export --full` writes"),
    (b"\xff\xfe", "UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16; save it as UTF-8"),
)
"""How files begin that are something else."""
KEYS: dict[str, dict[str, type]] = {
    "header": {"schema": str, "scope": str, "texts": bool, "format": int, "head": int},
    "event": {"position": int, "stream": str, "version": int, "name": str, "state": str},
    "article": {"article": str, "salt": str, "bytes": str},
    "more": {"more": str},
    "end": {"end": str, "events": int, "articles": int, "sha256": str},
}
"""What stands on each kind of line, and nothing else."""
Object = dict[str, Any]


class BadLine(ValueError):
    """Why a line is none; whoever reads knows its file and number."""


def begins(line: bytes) -> bytes:
    """The first line without a byte-order mark. Raises: BadLine, for another kind of file."""
    for magic, told in MAGIC:
        if line.startswith(magic):
            raise BadLine(told)
    if b"\0" in line[:2]:
        raise BadLine("UTF-16; save it as UTF-8")
    return line.removeprefix(BOM)


def parse(line: bytes) -> Object:
    """A line as an object. Raises: BadLine."""
    if len(line) > form.LONGEST:
        raise BadLine(f"longer than {form.LONGEST:,} bytes")
    if not line.endswith(b"\n"):
        raise BadLine("ends in the middle: half a file; nothing of it was stored")
    if line.endswith(b"\r\n"):
        raise BadLine("ends in CR LF: it was changed on its way; send it as binary")
    found = _as_written(line)
    return _with_care(line) if found is None else found


def _as_written(line: bytes) -> Object | None:
    """A line that is, byte for byte, as we write it, at a sixth of the cost; else None."""
    try:
        found = from_json(line, allow_inf_nan=False)
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(map(_is_plain, found.values())):
        return None
    return found if to_json(found) == line[:-1] else None


def _is_plain(value: object) -> bool:
    kind = type(value)
    if kind is int:
        return -LARGEST_INTEGER <= value <= LARGEST_INTEGER  # type: ignore[operator]
    return kind is str or kind is bool or value is None


def _with_care(line: bytes) -> Object:
    """Any other line: what of it is no JSON of ours is named. Raises: BadLine."""
    try:
        found = json.loads(
            line.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number,
            parse_float=_no_number, parse_int=_integer,
        )  # fmt: skip
    except UnicodeDecodeError as fault:
        raise BadLine(
            f"not UTF-8: byte {fault.start} of the line is 0x{line[fault.start]:02x}"
        ) from None
    except RecursionError:
        raise BadLine("nested too deep") from None
    except json.JSONDecodeError as fault:
        raise BadLine(f"no JSON: {fault.msg}, at character {fault.pos + 1}") from None
    if not isinstance(found, dict):
        raise BadLine("no JSON object")
    return found


def check(kind: str, found: Object) -> None:
    """Refuse what has other keys than its kind, or values of another type. Raises: BadLine."""
    keys = KEYS[kind]
    if kind == "header":
        _is_ours(found)
    for name in found:
        if name not in keys:
            raise BadLine(f"{name[:40]!r} does not belong to {_an(kind)}")
    for name, wanted in keys.items():
        if name not in found:
            raise BadLine(f"{_an(kind)} without {name!r}")
        _is_a(name, found[name], wanted)


def _is_a(name: str, value: object, wanted: type) -> None:
    if value is None and name == "state":
        return
    if type(value) is not wanted:
        raise BadLine(f"{name}: {json.dumps(value)[:40]} is no {wanted.__name__}")
    if isinstance(value, str) and _is_broken(value):
        raise BadLine(f"{name}: holds half a character (a lone surrogate)")


def _is_ours(found: Object) -> None:
    """Refuse what is no chronicle, or one of another version."""
    schema = found.get("schema")
    if schema == form.SCHEMA:
        return
    if schema == "assertion/1":
        raise BadLine("assertion/1 is a report and goes out only; export it with --full")
    told = "no chronicle/1"
    if isinstance(schema, str) and schema.startswith("chronicle/"):
        told = f"{schema[:40]}, of another version of timeline"
    raise BadLine(f"{told}; import takes what `timeline export --full` writes")


def kind(found: Object) -> str:
    """Which kind of line it is, by the key that only this kind has."""
    return next((name for name in ("end", "more", "article") if name in found), "event")


def _an(kind: str) -> str:
    told = "footer" if kind == "end" else kind
    return f"an {told}" if told[0] in "ae" else f"a {told}"


def _is_broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _once(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadLine("a key stands twice in one object")
    return found


def _no_number(text: str) -> NoReturn:
    raise BadLine(f"{text[:40]} is no integer, and there are no other numbers here")


def _integer(text: str) -> int:
    if len(text) > 16 or abs(int(text)) > LARGEST_INTEGER:
        raise BadLine(f"{text[:20]}… is beyond 2^53")
    return int(text)
