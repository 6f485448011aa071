"""The rows of a TOML file of actors: what each may say, checked before anything is decided."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from timeline.errors import BadDate, BadInput, unreadable
from timeline.review.near import perhaps
from timeline.when import When

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name that is one: blanks are none."""


class Whole(BaseModel):
    """What an actor belongs to, between two EDTF dates."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Name
    since: str = ""
    until: str = ""


class Row(BaseModel):
    """One actor of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Name
    kind: str = ""
    aliases: tuple[Name, ...] = ()
    merged_into: str = ""
    part_of: tuple[Whole, ...] = ()
    member_of: tuple[Whole, ...] = ()
    speaks_for: tuple[Whole, ...] = ()
    not_aliases: tuple[Name, ...] = ()
    """Names that came with the program and do not mean it here."""
    not_part_of: tuple[Whole, ...] = ()
    not_member_of: tuple[Whole, ...] = ()
    not_speaks_for: tuple[Whole, ...] = ()


def opened(path: Path) -> list[Row]:
    """Read the file of actors at a path. Raises: BadInput, also where there is none."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None
    return read(path.name, content)


def read(name: str, content: bytes) -> list[Row]:
    """Read a file of actors.

    Raises:
        BadInput: it is no TOML, or says what cannot be; with the file, the place and the reason.
    """
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadInput(f"{name}: {fault}") from None
    if set(data) - {"actor"} or not isinstance(data.get("actor", []), list):
        raise BadInput(f"{name}: only [[actor]] tables are understood")
    return [_row(name, nth, row) for nth, row in enumerate(data.get("actor", []), 1)]


def _row(name: str, nth: int, row: object) -> Row:
    try:
        made = Row.model_validate(row)
        for whole in (*made.part_of, *made.member_of, *made.speaks_for):
            for text in (whole.since, whole.until):
                When.parse(text)
    except ValidationError as fault:
        first = fault.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        meant = perhaps(field, Row.model_fields) if first["type"] == "extra_forbidden" else ""
        told = "no such field" if first["type"] == "extra_forbidden" else first["msg"]
        raise BadInput(f"{name}: actor {nth}: {field}: {told}.{meant}") from None
    except BadDate as fault:
        raise BadInput(f"{name}: actor {nth}: {fault}") from None
    return made
