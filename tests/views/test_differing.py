"""Two tables in one order: the keys of rows that differ, whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.views.differing import PAGE, differing

VALUES = st.one_of(
    st.none(), st.integers(-3, 3), st.sampled_from(["", "a", "b"]), st.binary(max_size=1)
)
TABLES = st.dictionaries(VALUES, st.integers(0, 2))


def as_sqlite_sorts(table):
    """The rows of a table by its key: nothing, numbers, text, bytes."""
    kinds = {type(None): 0, int: 1, str: 2, bytes: 3}
    return sorted(table.items(), key=lambda row: (kinds[type(row[0])], row[0] or type(row[0])()))


@given(TABLES, TABLES)
def test_the_keys_are_those_that_are_not_alike_in_both(one, other):
    nowhere = object()
    wanted = {key for key in {**one, **other} if one.get(key, nowhere) != other.get(key, nowhere)}
    found = [key for (key,) in differing(as_sqlite_sorts(one), as_sqlite_sorts(other))]
    assert len(found) == len(wanted)
    assert set(found) == wanted


def test_a_row_that_differs_pages_away_is_found_and_what_follows_it_is_not():
    ours = [(key, "same") for key in range(3 * PAGE)]
    theirs = [(key, "same") for key in range(3 * PAGE)]
    theirs[PAGE + 3] = (PAGE + 3, "other")
    assert list(differing(ours, theirs)) == [(PAGE + 3,)]


def test_a_row_too_many_at_the_end_is_found():
    assert list(differing([(1,), (2,)], [(1,)])) == [(2,)]
    assert list(differing([], [(1, 2, "x")], 2)) == [(1, 2)]
