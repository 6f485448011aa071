"""Whom pronouns, descriptions and deeds mean where an assertion names nobody."""

from tests.reading.told import DIRECTORY, Told

FERRY = """ROME, Sept 12 (Wire) - Harbour Lines began sending dismissal letters on Monday. Mayor Jan Roe accused Harbour Lines of contempt for its crews.

"They sent those letters at night," Roe said.

Transport Minister Ann Mott said that she backed the mayor. "He has never bothered to ask us," she added.
"""
RULING = """A dispute is over. The Rowing Tribunal ruled on Monday that Nils Holm had done nothing wrong.

Rower Sven Lund called the decision "a joke". The minister, Ann Mott, praised the tribunal. Holm's coach said that councillors had been shamefully slow. Jo Beck urged ministers to act.
"""


def test_what_a_speaker_goes_on_to_say_of_the_one_just_accused_is_held_against_him():
    one = Told(FERRY)("sent those letters")
    assert (one.act, one.sign, one.targets_name) == ("accuse", -1, ["Harbour Lines"])


def test_he_in_a_quote_is_never_who_speaks():
    told = Told(FERRY)
    assert told.targets("never bothered") == ["Jan Roe"]
    assert told("never bothered").sign == -1


def test_a_decision_is_whose_it_was():
    assert Told(RULING).targets("a joke") == ["Rowing Tribunal"]


def test_people_without_a_name_are_blamed_as_they_are_called():
    assert Told(RULING).targets("shamefully slow") == ["councillors"]


def test_who_is_urged_need_have_no_name():
    assert Told(RULING)("to act").targets == ["ministers"]


DEFENCE = """Brightline forced its drivers to work nights, the Drivers' Union said. "We have always paid our drivers," said Brightline's chairman, Jan Roe.

Mayor Ann Cole said that Roe had lied. Roe called that claim “false and silly”. Cole urged voters not to believe him.

France's Trade Ministry warned that Paris would seek duties on Brazilian corn.
"""


def test_who_praises_himself_is_about_his_own_side():
    one = Told(DEFENCE)("always paid")
    assert (one.act, one.sign, one.targets) == ("support", 1, ["We"])
    assert one.targets_name == ["Brightline"]


def test_to_call_a_claim_false_is_to_reject_it():
    one = Told(DEFENCE)("that claim")
    assert (one.act, one.sign) == ("reject", -1)


def test_of_people_at_large_no_wrong_is_presupposed():
    one = Told(DEFENCE)("to believe him")
    assert (one.act, one.sign, one.targets) == ("request", 0, ["voters"])


def test_to_warn_of_what_one_will_do_oneself_is_a_threat():
    one = Told(DEFENCE)("seek duties")
    assert (one.act, one.sign) == ("threaten", -1)


def test_who_is_accused_without_a_name_is_called_as_the_article_calls_him():
    told = Told("Ann Cole accused the former owners of greed. “They took the profits,” she said.")
    assert told("greed").targets_name == ["former owners"]
    assert told("took the profits").targets_name == ["former owners"]


QUARRY = """Stonecut chief Jan Roe criticised Mayor Ann Cole on Monday. "Two hundred people had a wage in March," Roe said.

The Miners' Union would not support Cole. Its leader Bo Lund said the quarry would reopen in May. Analyst Kim Vale predicted that prices would rise.

Trader Sam Hale said Cole was a very good mayor. "I think she's a brave woman," he said.
"""


def test_a_quote_enlarges_upon_the_criticism_before_it():
    told = Told(QUARRY)
    one = told("Two hundred")
    assert (one.act, one.sign, one.targets_name) == ("accuse", -1, ["Ann Cole"])


def test_who_does_not_back_a_plan_is_against_it():
    one = Told(QUARRY).assertions[2]
    assert (one.asserted, one.act, one.sign) == ("Cole", "reject", -1)


def test_what_others_will_do_is_announced_and_what_will_happen_is_only_thought():
    told = Told(QUARRY)
    assert told("reopen in May").act == "announce"
    assert told("prices would rise").act == "state"


def test_who_thinks_well_of_another_does_not_speak_of_himself():
    told = Told(QUARRY)
    assert told("a brave woman").sign == 1
    assert told.targets("a brave woman") == ["Ann Cole"]


FISHING = """Talks between Kenya and Brazil broke down on Thursday. The United Nations called on both sides to meet again. "Both countries should show restraint," its envoy, Lena Holm, said.

The Shipping Office warned the carrier Zelvia that its crews had broken the law. Zelvia warned that poor harvests were coming.

Norway's Prime Minister Kari Nes criticised Brazil's Energy Minister Rui Costa. Nes said that Kenya's minister Ola Roe had urged both sides to pay.
"""


def test_both_sides_are_the_two_named_before():
    told = Told(FISHING)
    assert set(told.targets("to meet again")) == {"Kenya", "Brazil"}
    assert set(told.targets("show restraint")) == {"Kenya", "Brazil"}


def test_who_is_warned_of_his_own_doing_is_accused():
    told = Told(FISHING)
    one = told("broken the law")
    assert (one.targets_name, one.act, one.sign) == (["Zelvia"], "accuse", -1)
    assert told("poor harvests").act == "state"


def test_who_is_blamed_comes_before_the_country_whose_minister_that_is():
    assert Told(FISHING).targets("Rui Costa") == ["Rui Costa", "Brazil"]


MINISTERS = """Norway's Prime Minister Kari Nes said that Brazil was late. Brazil's Energy Minister Rui Costa rejected Nes's remarks. A harbour union rejected Nes's remarks. Norway's trade minister, Ola Roe, criticised Nes.
"""


def test_what_a_country_says_of_anothers_minister_is_about_the_other():
    told = Told(MINISTERS)
    assert DIRECTORY.sides("Kari Nes") == ("Kari Nes",), "her name alone tells no country"
    answers = [one for one in told.assertions if one.asserted == "Nes's remarks"]
    assert answers[0].targets_name == ["Kari Nes", "Norway"]


def test_what_ones_own_country_or_a_union_says_of_a_minister_is_about_her_alone():
    told = Told(MINISTERS)
    answers = [one for one in told.assertions if one.asserted.startswith("Nes")]
    assert [one.targets_name for one in answers][1:] == [["Kari Nes"], ["Kari Nes"]]


FACTORY = """Carmaker Velmora said on Thursday that it would cut jobs at its plant in Nitra. The union Kovo said that it was sad. Rival maker Auriga said it had no plans to cut jobs.

Velmora said that it had to save. Chief Executive Anke Vogel defended the cuts. Bavaria's state government thanked the company for sparing it. Nitra's mayor, Tomas Kral, said that the town would survive.

Traders praised the move. The United States and Britain urged both sides to talk.
"""


def test_a_town_with_a_mayor_is_no_company():
    assert Told(FACTORY).targets("for sparing it") == ["Velmora"]


def test_what_is_not_done_is_no_deed_and_who_defends_a_deed_is_on_his_own_side():
    told = Told(FACTORY)
    assert told.targets("the move") == ["Velmora"]
    assert told.targets("the cuts") == []


def test_both_sides_are_nobody_where_no_two_are_named_together():
    assert Told(FACTORY).targets("to talk") == []


CABINET = """Kenya's Finance Minister Asha Odera accused Prime Minister Juma Keno of wasting money. Kenya's Trade Minister Ola Wanga said that Keno was a very good man. He blasted farmers for asking too much.
"""


def test_two_of_one_government_are_about_one_another():
    told = Told(CABINET)
    assert told.targets("wasting money") == ["Juma Keno"]
    assert told.targets("a very good man") == ["Juma Keno"]


def test_people_without_a_name_are_judged_as_they_are_called():
    assert Told(CABINET)("asking too much").targets == ["farmers"]


VERDICT = """Mayor Anna Roe was banned on Monday. The bank Fjordtrust said that it stood by her.

Judge Claire Petit said there was no evidence that Roe had deceived anyone. Her coach said the test was flawed and called the agency "incompetent".
"""


def test_a_body_can_mean_nobody_but_another_by_her():
    assert Told(VERDICT).targets("stood by her") == ["Anna Roe"]


def test_what_is_unproved_is_not_held_against_anybody():
    assert Told(VERDICT)("no evidence").sign == 0


def test_what_is_said_ends_where_its_speaker_calls_somebody_something():
    assert Told(VERDICT)("flawed").asserted == "the test was flawed"
