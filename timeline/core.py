"""Pydantic's core, which reads and writes JSON fastest; loaded when first needed.

Loading it takes longer than all else that a reading command does when its view is up to date.
"""

from functools import cache
from types import ModuleType


@cache
def core() -> ModuleType:
    """The module: `core().from_json(text)`, `core().to_json(value)`."""
    import pydantic_core

    return pydantic_core
