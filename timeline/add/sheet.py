"""A sheet says of many files at once what a person knows of them: CSV or TOML."""

import csv
import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from timeline.add.given import Given
from timeline.article import Unusable
from timeline.errors import BadInput, BadUse

COLUMNS = ("file", "published", "title", "publisher", "url")
HEADER = re.compile(r"^\s*\[\[", re.MULTILINE)


class Row(NamedTuple):
    """One row: what is said of one file."""

    line: int
    file: str
    given: Given


class Sheet(NamedTuple):
    """A sheet that was read, with the rows that could not be."""

    path: Path
    rows: Mapping[Path, Row]
    """By the file's resolved path; `file` is told from the sheet's own folder."""
    faults: Mapping[Path, Unusable]
    """Rows that are not usable, each `sheet.csv:3: reason`; their files are not added."""

    @classmethod
    def read(cls, path: Path) -> "Sheet":
        """Read a sheet with the columns file, published, title, publisher, url.

        Only `file` is needed. A TOML sheet is a list of tables of any one name: `[[article]]`.

        Raises:
            BadInput: it cannot be read at all; the message says file, line and reason.
        """
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as fault:
            raise BadInput(f"{path}: {fault.strerror}") from None
        except UnicodeDecodeError as fault:
            raise BadInput(f"{path}: not UTF-8: byte {fault.start}") from None
        read = _toml if path.suffix.lower() == ".toml" else _csv
        rows: dict[Path, Row] = {}
        faults: dict[Path, Unusable] = {}
        for line, cells in read(path, text):
            where = f"{path}:{line}"
            file = cells.pop("file", "").strip()
            target = (path.parent / file).resolve()
            try:
                row = Row(line, file, Given.of(**cells))
            except BadUse as fault:
                faults[target] = Unusable(where, str(fault))
                continue
            if not file:
                faults[Path(where)] = Unusable(where, "no file is named")
            elif target in rows:
                said = f"{file} stands in line {rows[target].line} already"
                faults[Path(where)] = Unusable(where, said)
            else:
                rows[target] = row
        return cls(path, rows, faults)

    def files(self) -> list[Path]:
        """Give the files that it names, as they are told from here, in its order."""
        return [self.path.parent / row.file for row in self.rows.values()]


def _csv(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        _known(path, 1, header)
        for row in rows:
            if len(row) > len(header):
                raise BadInput(
                    f"{path}:{rows.line_num}: {len(row)} cells under {len(header)} columns;"
                    ' put "quotes" around a cell that holds a comma'
                )
            if any(cell.strip() for cell in row):
                yield rows.line_num, dict(zip(header, row, strict=False))
    except csv.Error as fault:
        raise BadInput(f"{path}:{rows.line_num}: {fault}") from None


def _toml(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadInput(f"{path}: {fault}") from None
    lists = list(tables.values())
    if len(lists) != 1 or not isinstance(lists[0], list):
        raise BadInput(
            f"{path}: write one list of tables: [[article]], then file = …, published = …"
        )
    lines = [1 + text.count("\n", 0, found.end()) for found in HEADER.finditer(text)]
    for number, row in enumerate(lists[0]):
        line = lines[number] if number < len(lines) else 1
        if not isinstance(row, dict):
            raise BadInput(f"{path}:{line}: not a table")
        _known(path, line, list(row))
        yield line, {name: _text(path, line, name, value) for name, value in row.items()}


def _text(path: Path, line: int, name: str, value: Any) -> str:  # noqa: ANN401 — whatever TOML holds
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    raise BadInput(f"{path}:{line}: {name}: not text")


def _known(path: Path, line: int, names: list[str]) -> None:
    if unknown := [name for name in names if name not in COLUMNS]:
        raise BadInput(f"{path}:{line}: no column {unknown[0]!r}; there are {', '.join(COLUMNS)}")
    if "file" not in names:
        raise BadInput(f"{path}:{line}: no column 'file', which says which file a row is about")
