"""Several speakers of one verb: each says it, in the role in which each is introduced."""

import pytest

from tests.reading.told import Told


def speakers(who):
    told = Told(f"{who} said that the soup was cold.")
    return [one.speaker for one in told.assertions], told


@pytest.mark.parametrize(
    ("who", "each"),
    [
        ("The United States, Japan and South Korea", ["The United States", "Japan", "South Korea"]),
        ("Italy, Spain, and Malta", ["Italy", "Spain", "Malta"]),
        ("Meanwhile, Peru and Chad", ["Peru", "Chad"]),
        ("In Rome, Peru and Chad", ["Peru", "Chad"]),
        ("On Monday, Italy, Peru and Chad", ["Italy", "Peru", "Chad"]),
        ("After lunch in Geneva, Peru and Chad", ["Peru", "Chad"]),
        ("The foreign ministers of Britain, France and Germany", ["The foreign ministers of Britain", "France", "Germany"]),
        ("The British, French and German ambassadors", ["The British", "French", "German ambassadors"]),
        ("Ann Roe, the mayor of Rome, and Peru", ["Peru"]),
    ],
)  # fmt: skip
def test_whoever_is_listed_says_it(who, each):
    assert speakers(who)[0] == each


@pytest.mark.parametrize(
    ("who", "each"),
    [
        (
            "Prime Minister Ann Roe of Norland and President Zor Kral of Sudland",
            [("Ann Roe", "Prime Minister", "Norland"), ("Zor Kral", "President", "Sudland")],
        ),
        (
            "German Chancellor Ute Kern and France's Foreign Minister Luc Pain",
            [("Ute Kern", "Chancellor", "German"), ("Luc Pain", "Foreign Minister", "France")],
        ),
    ],
)
def test_two_who_speak_together_keep_their_posts_and_countries(who, each):
    told = speakers(who)[1]
    found = [(one.speaker_name, one.speaker_role, one.speaker_body) for one in told.assertions]
    assert found == each


def test_last_names_joined_are_those_introduced_before():
    told = Told(
        "Peru's envoy Ann Roe and Chad's envoy Zor Kral met. Roe and Kral said that it was cold."
    )
    found = [
        (one.speaker_name, one.speaker_body) for one in told.assertions if "cold" in one.asserted
    ]
    assert found == [("Ann Roe", "Peru"), ("Zor Kral", "Chad")]
