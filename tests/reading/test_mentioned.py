"""Where an article mentions an actor."""

import pytest

from tests.reading.told import Told


@pytest.mark.parametrize("head", ["TEHRAN, June 10 (Reuters) - ", "BONN (AFP) — ", "OSLO (BBC): "])
def test_the_agency_of_a_dateline_is_nobody_whom_anything_is_about(head):
    told = Told(f"Iran speaks\n\n{head}Iran rejected the claim, saying its ships had left.\n")
    assert told.targets("the claim") == []
    assert told.targets("its ships") == []


def test_an_agency_that_the_story_tells_of_is_one():
    told = Told("Iran speaks\n\nOSLO (Reuters) - Iran criticised Reuters (an agency) on Monday.\n")
    assert told.targets("Reuters") == ["Reuters"]
