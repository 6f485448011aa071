"""Floors for attributions on PolNeAR dev, where a checkout is at hand."""

import pytest

from tests.quality.attributions import apart, checkout, measure
from timeline.reading.frames.confidence import measured


@pytest.fixture(scope="module")
def figures():
    place = checkout()
    if place is None:
        pytest.skip("no PolNeAR here (set POLNEAR to a checkout)")
    return measure(place, "dev")


def test_attributions_hold_their_floors_on_unseen_news(figures):
    assert figures.found["direct"] >= 93
    assert figures.speaker["direct"] >= 95
    assert figures.found["indirect"] >= 49
    assert figures.speaker["indirect"] >= 91
    assert figures.precision >= 81


def test_a_stated_confidence_is_what_is_measured(figures):
    assert apart(figures) == {}


def test_every_pattern_that_fires_has_a_figure(figures):
    assert [pattern for pattern in figures.patterns if measured(pattern) is None] == []
