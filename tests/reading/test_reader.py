"""Articles read from end to end: who said what about whom, when, in answer to what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.told import Told
from timeline.reading import RULES
from timeline.reading.reader import Rules

TRADE = """EU imposes tariffs on Chinese electric cars

The European Commission announced the duties on Friday. "China's subsidies are unfair," Trade Commissioner Maros Sefcovic said on Thursday. He added that Brussels had waited long enough.

China rejected the accusation. Commerce Ministry spokesman He Yongqian said the duties were wrong, and urged Europe to stop.

Chancellor Olaf Scholz criticised the Commission last week. "Protectionism makes everything more expensive," he said.
"""
COURT = """Norvale Chemicals must pay

Judge Maria Castellano said Norvale had lied to regulators. The governor declined to comment.

Norvale denied any wrongdoing. Mayor Luis Ortega accused it of poisoning children and praised Castellano.
"""
SUMMIT = """Leaders of NATO met. The NATO summit in Oslo, held on 3 July, ended well. The summit's final declaration said that Iran had violated the rules.

In a statement, NATO leaders welcomed Japan. Iran responded on Friday, dismissing the declaration's claims. The Iranian mission said NATO should mind its own business.

A few days before the summit, French President Emmanuel Macron told reporters that Iran was a threat.
"""
OPEC = """Saudi Arabia and Russia have both blamed Nigeria for the glut. Nigeria said it would cut output by September.

The Saudi embassy in Paris said that Saudi Arabia rejects any delay. Kuwait defended Kuwait’s quota. A stance backed by Iraq.
"""


@pytest.fixture(scope="module")
def trade():
    return Told(TRADE, "2024-10-04")


@pytest.fixture(scope="module")
def court():
    return Told(COURT, "")


@pytest.fixture(scope="module")
def summit():
    return Told(SUMMIT)


@pytest.fixture(scope="module")
def opec():
    return Told(OPEC)


@pytest.mark.parametrize("text", [TRADE, COURT, SUMMIT, OPEC, "x", "“", "x\r\n\r\n", "He said."])
def test_the_gate_refuses_nothing_that_rules_propose(text):
    assert Told(text).refused == ()


def test_every_candidate_names_its_method_and_a_measured_confidence(trade):
    assert trade.assertions
    for one in trade.assertions:
        assert one.method == "rules/1"
        assert 0 < one.confidence <= 100


def test_whom_it_is_about_is_of_another_side_than_the_speaker(trade):
    assert trade.targets("subsidies are unfair") == ["China"]
    assert trade("subsidies are unfair").sign == -1


def test_a_stated_day_is_resolved_against_the_articles_own(trade):
    one = trade("subsidies are unfair")
    assert (one.said, one.said_basis, one.said_phrase) == ("2024-10-03", "stated", "on Thursday")
    assert one.said_anchor == "published"


def test_the_same_speakers_next_sentence_inherits_the_day(trade):
    one = trade("waited long enough")
    assert (one.said, one.said_basis, one.said_phrase) == ("2024-10-03", "inherited", "on Thursday")


def test_what_states_no_day_was_said_no_later_than_the_article_came_out(trade):
    one = trade("duties were wrong")
    assert (one.said, one.said_basis, one.said_rule) == ("../2024-10-04", "article", "not stated")


def test_where_the_article_has_no_date_either_it_is_unknown(court):
    one = court("lied to regulators")
    assert (one.said, one.said_basis) == ("", "unknown")


def test_a_relative_day_without_an_anchor_keeps_its_phrase():
    one = Told("Ana Souza said on Tuesday that the bridge is safe.", "")("bridge")
    assert (one.said, one.said_basis, one.said_phrase) == ("", "stated", "on Tuesday")


def test_a_date_at_the_end_of_a_thing_criticised_is_of_the_saying(trade):
    one = trade("the Commission")
    assert one.said == "2024-09-23/2024-09-29"
    assert one.about == ""
    assert trade.targets("the Commission") == ["European Commission"]


def test_a_rejection_is_an_answer_to_who_accused(trade):
    one = trade("the accusation")
    assert (one.act, one.reply, one.answers) == ("reject", "rejected", "the accusation")


def test_a_date_inside_the_words_is_what_they_are_about(opec):
    one = opec("cut output by September")
    assert one.about_phrase == "by September"
    assert one.said_basis == "article"


def test_a_speaker_of_no_known_body_is_a_target_by_the_name_it_has_here(court):
    assert court.targets("lied to regulators") == ["Norvale Chemicals"]


def test_a_denial_without_a_name_is_toward_whoever_accused(court):
    assert court.targets("any wrongdoing") == ["Maria Castellano"]


def test_it_means_an_organisation_and_a_surname_a_person(court):
    assert court.targets("poisoning children") == ["Norvale Chemicals"]
    assert court.targets("Castellano")[0] == "Maria Castellano"


def test_what_is_stated_next_was_said_when_the_document_was():
    text = (
        "In a declaration by NATO leaders in 2019, concerns about China were expressed. In 2022, "
        "NATO’s key document, “Strategic Concept,” mentioned Beijing. NATO stated that China lied."
    )
    assert Told(text)("lied").said == "2022"


def test_who_is_accused_is_whom_it_is_about_though_nobody_knows_that_name():
    told = Told("Adviser Paul Renner accused Stavex of hurting American firms.")
    assert told.targets("hurting")[0] == "Stavex"


def test_declining_to_comment_is_no_assertion(court):
    assert not [one for one in court.assertions if "comment" in one.asserted]


def test_a_document_speaks_for_who_issued_it(summit):
    words = "Iran had violated the rules"
    assert summit.speaker(words) == "NATO"
    assert summit(words).occasion_key == "NATO summit, Oslo"
    assert summit(words).authority == "agreed"


def test_what_stands_in_a_document_was_said_when_its_occasion_was(summit):
    one = summit("Iran had violated the rules")
    assert (one.said, one.said_basis, one.said_days) == ("2024-07-03", "occasion", [0, 0])
    assert one.said_phrase == "on 3 July"


def test_an_occasion_that_the_article_dates_is_told(summit):
    (found,) = summit.reading.occasions
    assert (found.key, found.date, found.phrase) == ("NATO summit, Oslo", "2024-07-03", "on 3 July")
    assert SUMMIT[found.phrase_start : found.phrase_end] == found.phrase


def test_a_date_that_hangs_on_an_occasion_moves_with_it(summit):
    one = summit("Iran was a threat")
    assert one.said_phrase == "A few days before the summit"
    assert one.said_anchor == "occasion"
    assert one.said_days[1] < 0
    assert one.said.endswith("2024-07-02")
    assert one.occasion_key == "NATO summit, Oslo"


def test_the_words_that_make_an_answer_run_on_to_the_same_side(summit):
    claims, business = summit("claims"), summit("own business")
    assert claims.reply
    assert business.reply == claims.reply
    assert business.answers == claims.answers == "the declaration's claims"
    assert business.said == claims.said == "2024-07-05"
    assert summit.targets("own business") == ["NATO"]


def test_two_sides_in_one_subject_are_two_assertions(opec):
    both = [
        one
        for one in opec.assertions
        if "Nigeria for the glut" in one.asserted or one.cue == "blamed"
    ]
    assert {one.speaker for one in both} == {"Saudi Arabia", "Russia"}
    assert len({one.id for one in both}) == 2


def test_what_a_mouth_says_of_its_own_side_it_says_itself(opec):
    one = opec("any delay")
    assert one.speaker == "The Saudi embassy in Paris"
    assert one.reporters == []
    assert one.act == "reject"


def test_a_defence_is_of_ones_own(opec):
    assert opec.targets("quota")[0] == "Kuwait"
    assert opec("quota").sign == 1


def test_findings_are_told_once_each():
    text = "A title\n\nDate: [Current Date]\n\nAna Souza said on 31 June 2024 that it rained."
    words = [finding.words for finding in Told(text).reading.findings]
    assert "[Current Date]" in words
    assert any("31 June" in found for found in words)
    assert len(words) == len(set(words))


def test_the_configuration_changes_with_the_lexicon_and_with_nothing_else(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('[[issue]]\ntopic = "rain"\nphrases = ["rain*"]\n')
    own = Rules(path)
    assert own.configuration != RULES.configuration == Rules().configuration
    text = Told("Ana Souza said the rain was heavy.").article
    assert own.read(text).candidates[0].topics == ["rain"]


def test_reading_twice_gives_the_same():
    article = Told(TRADE).article
    assert RULES.read(article) == RULES.read(article) == Rules().read(article)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 3000,
        "said " * 300,
        "NATO’s summit in " * 800,
        "\u202e\u200bNATO\u200b said \x1b[31mred\x07.",
        "China said that <b>Japan</b> &amp; Korea agreed.\r\n" * 40,
        "(" * 3000 + "said on on on " * 500,
    ],
)
def test_hostile_text_neither_crashes_nor_passes_the_gate(text):
    told = Told(text)
    for one in told.assertions:
        assert told.article.text[one.asserted_start : one.asserted_end] == one.asserted


def test_what_a_document_says_in_passing_is_its_issuers():
    text = "The NATO summit in Oslo ended. The summit's declaration marks a shift, citing threats from Iran."
    told = Told(text)
    assert told.speaker("threats from Iran") == "NATO"
    assert told("threats from Iran").family in {"accuse", "concern"}


def test_concerns_expressed_in_a_declaration_are_its_issuers():
    text = "In a declaration by NATO leaders at the end of 2019, concerns about Iran under its council were expressed."
    told = Told(text)
    one = told("Iran")
    assert told.speaker("Iran") == "NATO"
    assert (one.act, one.family, one.sign) == ("accuse", "concern", -1)
    assert one.said == "2019-12~"
    assert one.occasion_key == "NATO declaration, 2019"


def test_a_programme_aims_at_things_for_whose_it_is():
    text = "The Open Water Program aims to deepen the European Union's relations with Chile."
    assert Told(text).speaker("Chile") == "European Union"


def test_a_medium_before_a_title_is_no_part_of_the_body():
    text = "According to Gazette U.S. President Joe Biden, fuel is cheap."
    assert Told(text)("fuel is cheap").speaker_body == "U.S."


def test_who_asks_a_question_asks():
    text = "The minister was asked by a Chilean reporter whether the U.S. would pay."
    assert all(one.act == "request" for one in Told(text).assertions if one.mode == "asked")


def test_a_date_in_between_ends_what_runs_on():
    text = "NATO said on Monday that it was ready. In 2019 it was not. NATO said Iran was near."
    assert Told(text)("Iran was near").said_basis == "article"


WORDS = (
    'NATO| said | accused |China| of |“|”|"|. |, |\n\n|The summit in Oslo| on Monday| that |it|He'
)
MORE = " declaration| in response| denied |a b|‘|\u200b|\r| and | which | by |(|)|1999|?"
PIECES = st.lists(st.sampled_from((WORDS + "|" + MORE).split("|")), min_size=1, max_size=40)


@given(PIECES)
@settings(max_examples=60)
def test_whatever_the_text_every_candidate_passes_the_gate(pieces):
    text = "".join(pieces)
    if text.strip():
        told = Told(text)
        assert [one for one in told.refused if "again" not in one.reason] == []


def test_a_headline_verb_makes_no_person_of_a_country():
    text = "Council Accuses Chile of Aiding Russia's War\n\nChile said on Monday that Russia was wrong.\n"
    assert Told(text).targets("Russia was wrong") == ["Russia"]


def test_the_group_speaks_as_the_body_last_spoken_of():
    text = "NATO met in Oslo. The group said Iran was a threat."
    assert Told(text).speaker("Iran was a threat") == "NATO"


def test_the_members_of_a_body_are_one_actor_however_they_are_called():
    told = Told(
        "NATO member states said on Friday that China was wrong. "
        "The 32 member countries of NATO said on Monday that Russia was late."
    )
    assert told("China was wrong").authority == "member"
    assert told.speaker("China was wrong") == told.speaker("Russia was late")


@pytest.mark.parametrize("who", ["They", "We", "Some"])
def test_who_is_named_nowhere_is_quoted_and_has_no_name(who):
    told = Told(f"{who} said that the bridge at Orlo would stay closed until the spring.")
    one = told("closed")
    assert (one.speaker, one.speaker_name, one.speaker_kind) == (who, None, "unknown")


def test_who_is_told_by_a_word_alone_is_called_by_it():
    told = Told("Farmers said that the bridge at Orlo would stay closed until the spring.")
    assert told("closed").speaker_name == "Farmers"


def test_a_day_without_a_year_at_the_head_is_asked_about_until_the_article_is_of_that_day():
    text = "OSLO, Nov. 19 (UPI) — The bridge at Orlo would stay closed, farmers said."
    asked = [finding.says for finding in Told(text, "").reading.findings]
    assert "“Nov. 19” states no year." in asked
    assert Told(text, "2015-11-20").reading.findings == ()
    assert Told(text, "2015-09-30").reading.findings
