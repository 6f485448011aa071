"""Whose plan, vote or agreement it is that an assertion takes up."""

from tests.reading.told import Told

QUARRY = """Members of Marle Valley County Council's roads committee voted on Monday to back the application from Tarn Quarries. Jan Roe, planning director at Tarn Quarries, was glad.

Jo Beck said the scheme would destroy the valley. The developer was late, Beck added. Nils Holm criticised the plan. Ann Mott praised the committee for "its patience".

'I am disgusted,' Beck said after the vote. She accused the developer of greed. 'I don't believe a word they say,' she said.
"""
OIL = """Vienna | 1 December 2024

OPEC and its allies agreed on Sunday to cut output. The International Energy Agency said that demand was low.

Ann Mott of the Mole Foundation praised the agreement. She warned that the cartel was reckless. Jan Roe appealed to all parties to talk. Roe said that councils must save water.
"""


def test_a_scheme_is_whose_application_it_was():
    told = Told(QUARRY)
    assert told.targets("destroy the valley") == ["Tarn Quarries"]
    assert told.targets("the plan") == ["Tarn Quarries"]


def test_who_reacts_to_a_vote_is_on_who_voted():
    assert Told(QUARRY).targets("disgusted") == ["Marle Valley County Council"]


def test_a_committee_is_that_of_the_body_whose_part_was_called_so():
    assert Told(QUARRY).targets("its patience") == ["Marle Valley County Council"]


def test_they_anywhere_in_a_quote_goes_on_about_the_one_just_accused():
    one = Told(QUARRY)("believe a word")
    assert (one.act, one.sign, one.targets_name) == ("accuse", -1, ["Tarn Quarries"])


def test_an_agreement_is_theirs_who_agreed():
    assert Told(OIL).targets("the agreement") == ["OPEC"]


def test_a_cartel_is_no_agency():
    assert Told(OIL).targets("reckless") == ["OPEC"]


def test_of_whom_it_is_asked_need_have_no_name():
    told = Told(OIL)
    assert told.targets("to talk") == ["parties"]
    assert told.targets("save water") == ["councils"]


def test_the_place_where_an_article_was_written_is_no_country_in_it():
    told = Told(
        "Vienna | 1 December 2024\n\nThe oil minister, Ann Mott, said the kingdom was weak."
    )
    assert told("was weak").targets_name == []


def test_a_school_board_is_known_by_whose_it_is():
    told = Told(
        "The Norwell school board voted on Monday to close a school. "
        "Jo Beck called the decision a disgrace."
    )
    assert told("disgrace").targets_name == ["Norwell school board"]


def test_who_walks_out_of_a_meeting_and_complains_does_so_of_whom_it_met():
    told = Told(
        "The Tarn Union walked out of a meeting with the European Commission, saying that it was ignored."
    )
    assert told.targets("was ignored") == ["European Commission"]


def test_the_agents_of_somebody_are_somebody_else():
    told = Told(
        "The striker, Nils Holm, left Tarn Rovers. "
        "Rovers' president, Jan Roe, blamed the striker's agents for the sale."
    )
    assert "Nils Holm" not in told("for the sale").targets_name
