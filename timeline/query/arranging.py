"""What a projection makes of the entries that answer, with its own faults named as its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any, get_args

from timeline.errors import BadDate, TimelineError, ViewError, raised
from timeline.projection import (
    Arrangement,
    Asked,
    Block,
    Deferred,
    Heading,
    Projection,
    Sentence,
    Sheet,
    Statement,
    Table,
    Thread,
)  # fmt: skip

BLOCKS = (*get_args(Block), Deferred)
Part = Callable[[Arrangement], Arrangement]


@contextmanager
def named(projection: Projection[Any], act: str) -> Iterator[None]:
    """Tell whatever a projection raises as a fault of that projection.

    Raises: ViewError; what is of the store, as it was raised.
    """
    try:
        yield
    except (KeyboardInterrupt, GeneratorExit, BrokenPipeError):
        raise
    except BaseException as fault:
        # A date is read by a projection as well; of all else that is ours, the store is the cause.
        if isinstance(fault, TimelineError) and not isinstance(fault, BadDate):
            raise
        place = f"{type(projection).__module__}.{type(projection).__name__}"
        raise ViewError(
            f"{projection.name} cannot {act} its entries: {raised(fault)}"
            f" (in {place}; -vv shows where)"
        ) from fault


def arranged(
    projection: Projection[Any],
    entries: Iterable[Any],
    asked: Asked,
    part: Part = lambda whole: whole,
) -> Sheet:
    """The sheet that a projection makes of entries, or a part of it. Raises: ViewError.

    Args:
        projection: whose sheet.
        entries: those selected, in their order.
        asked: what the reader asked for.
        part: what is shown of it: all else that is deferred is never made.
    """
    shown = part(_blocks(projection, entries, asked))
    with named(projection, "arrange"):
        return tuple([_made(block) if isinstance(block, Deferred) else block for block in shown])


def _made(block: Deferred) -> Statement | Thread:
    made = block.make()
    if not isinstance(made, Statement | Thread):
        raise TypeError(f"a statement or a thread is needed, not {type(made).__name__}")
    return made


def _blocks(projection: Projection[Any], entries: Iterable[Any], asked: Asked) -> Arrangement:
    """All blocks, each looked at as far as it is made."""
    with named(projection, "arrange"):
        sheet: Any = projection.arrange(entries, asked)
        if isinstance(sheet, str) or not isinstance(sheet, Iterable):
            raise TypeError(f"blocks are needed, not {type(sheet).__name__}")
        blocks = tuple(sheet)
        for block in blocks:
            if type(block) not in BLOCKS:
                raise TypeError(f"a block is needed, not {type(block).__name__}")
            for text in _texts(block):
                if not isinstance(text, str):
                    kind, odd = type(block).__name__, type(text).__name__
                    raise TypeError(f"a {kind} holds strings, and here {odd}: {text!r}")
        return blocks


def _texts(block: Block | Deferred) -> Iterable[object]:
    """What of a block is text, where that is all there is in it."""
    match block:
        case Table(columns, rows):
            return chain(columns, *rows)
        case Sentence(text) | Heading(text):
            return (text,)
    return ()


def selecting(projection: Projection[Any], asked: Asked) -> Callable[[Any], bool]:
    """What tells whether an entry answers. It raises: ViewError."""
    select = projection.select

    def selected(entry: Any) -> bool:  # noqa: ANN401 - of whatever type the projection keeps
        try:
            return select(entry, asked)
        except BaseException:
            with named(projection, "select"):
                raise

    return selected
