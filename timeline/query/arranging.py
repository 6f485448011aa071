"""What a projection makes of the entries that answer, with its own faults named as its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any, get_args

from timeline.errors import BadDate, TimelineError, ViewError, raised
from timeline.projection import Asked, Block, Heading, Projection, Sentence, Sheet, Table

BLOCKS = get_args(Block)


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


def arranged(projection: Projection[Any], entries: Iterable[Any], asked: Asked) -> Sheet:
    """The sheet that a projection makes of entries. Raises: ViewError."""
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


def _texts(block: Block) -> Iterable[object]:
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
