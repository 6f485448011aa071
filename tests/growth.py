"""Whether work grows with what it is done on, or faster: told by proportion, never by a clock alone."""

import time
from collections.abc import Callable

TRIES = 6
LEAST = 0.0005
"""Seconds: what takes less says nothing of how it grows."""


def stays_within(times: float, small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether the large piece of work takes at most so many times as long as the small one.

    The two run in turn, several times: a busy machine slows either at whim, and what holds once
    holds. What grows with the square of its size never does.
    """
    small()  # what is made once is made
    return any(_seconds(large) <= times * max(_seconds(small), LEAST) for _ in range(TRIES))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
