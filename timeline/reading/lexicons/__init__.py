"""Lexicons: words as data. Each is a TOML file in this folder, read once, when first needed."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `name`.toml. The answer is shared by all who ask: do not alter it."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(lexicon: str, table: str) -> frozenset[str]:
    """The words of a lexicon's table, as a set."""
    return frozenset(load(lexicon)[table]["words"].split())
