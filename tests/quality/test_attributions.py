"""Floors for attributions on PolNeAR dev, where a checkout is at hand."""

import pytest

from tests.quality.attributions import checkout, measure


def test_attributions_hold_their_floors_on_unseen_news():
    place = checkout()
    if place is None:
        pytest.skip("no PolNeAR here (set POLNEAR to a checkout)")
    figures = measure(place, "dev")
    assert figures.found["direct"] >= 91
    assert figures.speaker["direct"] >= 93
    assert figures.found["indirect"] >= 44
    assert figures.precision >= 80
