"""The measure by which it is told that reading looks at each word once, or so."""

from tests.growth import stays_within


def once(size):
    return lambda: [None for _ in range(size)]


def each_with_each(size):
    return lambda: [None for _ in range(size) for _ in range(size)]


def test_eight_times_the_work_is_told_from_its_square():
    assert stays_within(24, once(50_000), once(400_000))
    assert not stays_within(24, each_with_each(200), each_with_each(1600))
