"""Questions about times before the first event and after the last."""

import json

import pytest

from tests.faults.ground import run


@pytest.mark.parametrize("when", ["2001-01-01", "0", "#0", "2025-12-31T23:59"])
def test_before_the_first_event_nothing_was_held(store, when):
    for view in ("log", "stance", "responses"):
        done = run(view, "--as-of", when, "--json", store=store)
        assert done.code == 0
        assert json.loads(done.out)["entries"] == []


def test_in_the_future_all_is_held_that_is_held_now(store):
    now = run("log", store=store)
    for when in ("2999-01-01", "2999-01-01T00:00"):
        assert run("log", "--as-of", when, store=store).out == now.out


@pytest.mark.parametrize("when", ["99999", "#99999"])
def test_a_position_beyond_the_last_is_no_position(store, when):
    done = run("log", "--as-of", when, store=store)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("timeline: There is no position #99999: the store ends at #")


@pytest.mark.parametrize("when", ["yesteryear", "2024-13-01", "-1", "2024-07-01T99:00", ""])
def test_what_is_no_time_is_refused_in_one_line(store, when):
    done = run("log", f"--as-of={when}", store=store)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
