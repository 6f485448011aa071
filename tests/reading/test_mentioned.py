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


@pytest.mark.parametrize("again", ["al-Zand", "Al-Zand"])
def test_a_last_name_behind_a_small_article_means_its_bearer(again):
    text = (
        "Iraqi Prime Minister Shia al-Zand said on Monday that it is late.\n\n"
        f'"{again} is lying," President Ana Roe said.'
    )
    assert Told(text).targets("is lying")[:1] == ["Shia al-Zand"]


def test_what_a_name_with_a_small_article_said_is_answered_by_its_name():
    text = "The minister rejected al-Zand's claim."
    assert Told(text)("claim").answers == "al-Zand's claim"
