"""Each frame on the sentence that made it necessary."""

import pytest

from tests.reading.told_attributions import heard, said


@pytest.mark.parametrize(
    ("text", "speaker", "content", "frame"),
    [
        ("“We stay in the pact,” Souza said.", "Souza", "We stay in the pact", "quoted_before"),
        ("“We stay in the pact,” said the Geneva Declaration.", "the Geneva Declaration", "We stay in the pact", "quoted_before"),
        ("“We stay in the pact,” said the declaration issued by the ministers after the meeting.", "the declaration", "We stay in the pact", "quoted_before"),
        ("Souza told Reuters on July 2, “We stay in the pact.”", "Souza", "We stay in the pact.", "quoted_after"),
        ("The accession makes them safer, the ministry said.", "the ministry", "The accession makes them safer", "trailing"),
        ("The war has shattered peace, said the declaration.", "the declaration", "The war has shattered peace", "trailing"),
        ("Souza emphasized that this approach differs.", "Souza", "this approach differs", "clause"),
        ("The leaders said they remain open to talks.", "The leaders", "they remain open to talks", "clause"),
        ("Brazil accused Chile of dumping steel.", "Brazil", "dumping steel", "accusing"),
        ("Brazilian leaders urged Chile to play a role.", "Brazilian leaders", "to play a role", "urging"),
        ("The communique criticized Chile’s partnership with Peru.", "The communique", "Chile’s partnership with Peru", "judging"),
        ("Brazil plans to leave the pact.", "Brazil", "to leave the pact", "intending"),
        ("According to Brazil, trade with Peru aids the rebels.", "Brazil", "trade with Peru aids the rebels", "according"),
        ("Trade with Peru aids the rebels, according to Brazil.", "Brazil", "Trade with Peru aids the rebels", "according"),
        ("The deal was condemned by Chile.", "Chile", "The deal", "passive"),
        ("The tariff faced significant opposition from France.", "France", "significant opposition from France", "nominal"),
        ("It was met by Chile’s denial of supplying arms.", "Chile", "supplying arms", "nominal"),
        ("South Korea has already signed a partnership plan with Chile.", "South Korea", "South Korea has already signed a partnership plan with Chile", "doing"),
        ("The meeting saw the participation of four countries.", "four countries", "the participation of four countries", "taking_part"),
        ("Brazil agreed on Sunday to extend the mission.", "Brazil", "to extend the mission", "intending"),
        ("Brazil urged both sides to keep talking.", "Brazil", "to keep talking", "urging"),
        ("Democrats responded by pointing to figures.", "Democrats", "figures", "judging"),
        ("Souza called that claim “false and tired.”", "Souza", "that claim “false and tired.”", "judging"),
        ("The prosecution had asked for nine years.", "The prosecution", "nine years", "judging"),
        ("Souza accused Lima of “playing politics with safety,” as both toured the south.", "Souza", "playing politics with safety", "accusing"),
    ],
)  # fmt: skip
def test_a_frame_finds_speaker_and_content(text, speaker, content, frame):
    assert (speaker, content, frame) in [(h.speaker, h.content, h.frame) for h in heard(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Peru was accused by several neighbours of trying to weaken it.", "several neighbours", "trying to weaken it"),
        ("Minister Ana Souza was questioned by an officer about whether it is late.", "an officer", "whether it is late"),
        ("Polls show a tied race, according to Franklin Hale.", "Franklin Hale", "Polls show a tied race"),
        ("The document, “Strategic Concept,” mentioned Chile.", "The document", "Chile"),
        ("EU vows firm answer as Chile readies duties\n\nBy Ana Souza\n\nIt was late.", "EU", "firm answer"),
    ],
)  # fmt: skip
def test_words_end_where_the_speakers_matter_ends(text, speaker, content):
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The Communique names Chile for supporting Peru.",
        "The EU would respond “firmly and without delay” if it must.",
    ],
)
def test_manner_and_reasons_are_no_words_of_the_subject(text):
    assert said(text) == []


def test_what_shows_no_emotion_is_no_speaker():
    text = "Souza, who denied all charges, showed no emotion as it was read."
    assert said(text) == [("Souza", "all charges")]


def test_a_passive_without_an_agent_has_no_speaker():
    (one,) = heard("It is reported that a clearer strategy will be a priority.")
    assert (one.speaker, one.mode) == (None, "hedged")


def test_concerns_that_were_expressed_have_no_speaker():
    (one,) = heard("In a declaration, concerns about Chile were expressed for the first time.")
    assert (one.speaker, one.content) == (None, "concerns about Chile")


def test_a_quote_of_two_sentences_is_two_attributions_of_one_utterance():
    assert [h.content for h in heard("“We stay. They go,” Souza said.")] == ["We stay.", "They go"]


def test_a_split_quote_keeps_its_speaker():
    text = "“They can’t have it both ways,” he said. “Unless they change course, allies will act.”"
    assert [h.speaker for h in heard(text)] == ["he", "he"]


def test_a_signature_behind_a_dash_speaks():
    assert said("“We will never leave this pact.” — Ana Souza") == [
        ("Ana Souza", "We will never leave this pact.")
    ]


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next():
    text = "Ana Souza wrote on Monday to all of the members of the pact:\n“We will never leave it now.”"
    assert said(text)[-1] == ("Ana Souza", "We will never leave it now.")


def test_coordinated_predicates_are_two_attributions_of_one_speaker():
    text = "Chile responded on Thursday, condemning the statements as rhetoric and calling for the pact to stop."
    assert said(text) == [("Chile", "the statements as rhetoric"), ("Chile", "the pact to stop")]


def test_a_scare_quote_stays_inside_the_paraphrase():
    (one,) = heard("Souza emphasized that it differs from “small circles” of confrontation.")
    assert (one.form, one.content) == ("mixed", "it differs from “small circles” of confrontation")


def test_nested_attribution_is_one_with_its_reporter():
    text = "The Wall Street Journal also reported that NATO diplomats indicated that NATO plans to criticize Chile."
    (one,) = heard(text)
    assert (one.speaker, one.reporters, one.content) == (
        "NATO diplomats", ("The Wall Street Journal",), "NATO plans to criticize Chile",
    )  # fmt: skip


def test_a_pronoun_inside_does_not_take_what_its_own_speaker_said():
    assert said("Souza said she opposed the war.") == [("Souza", "she opposed the war")]


def test_a_concession_is_the_articles_own():
    text = "According to Brazil, trade aids the rebels, despite Chile’s denial of supplying arms."
    assert ("Brazil", "trade aids the rebels") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report on the United States is long.",
        "His call was short, and the claim is old.",
        "They walked to a place of support near the border.",
    ],
)
def test_a_noun_is_no_cue(text):
    assert said(text) == []


def test_rates_support_nothing():
    """ "Rising rates will support a stronger dollar": nobody means anything."""
    assert said("Rising rates will support a stronger currency.") == []


def test_a_title_in_quotation_marks_is_no_utterance():
    assert said("On “Morning With Friends,” Souza walked in.") == []


def test_what_stands_between_commas_parts_no_subject_from_its_verb():
    text = "President Ana Souza, addressing the summit, emphasized the importance of trade."
    assert ("President Ana Souza", "the importance of trade") in said(text)


def test_a_subordinate_clause_ends_at_the_main_one():
    text = "While NATO is striving to deepen its cooperation with Peru, France has expressed reservations regarding expansion."
    assert said(text) == [("NATO", "to deepen its cooperation with Peru"), ("France", "expansion")]


def test_a_briefing_is_an_occasion_and_no_verb():
    text = "White House officials stated during a NATO summit briefing that the text will change."
    assert said(text) == [("White House officials", "the text will change")]


def test_a_participle_far_from_its_subject_finds_it():
    text = "Jens Stoltenberg wrote an article before the summit emphasizing that “security is not a regional issue.”"
    assert said(text) == [("Jens Stoltenberg", "security is not a regional issue.")]


def test_who_is_cited_came_through_who_cites():
    (one,) = heard("According to insiders cited by Bloomberg, Russia is testing drones there.")
    assert (one.speaker, one.reporters) == ("insiders", ("Bloomberg",))


def test_an_expectation_nobody_voices_is_hedged():
    (one,) = heard("The court is expected to rule against the plan.")
    assert (one.speaker, one.mode) == (None, "hedged")


@pytest.mark.parametrize(
    "who",
    [
        "Ann Roe, a spokesperson for the Office of the Larder",
        "Ann Roe, Norland's global stew and dumpling outreach director",
        "Zor Kral, editor in chief of the Soup Gazette",
    ],
)
def test_who_said_it_is_no_part_of_what_was_said(who):
    content = "the planned soups seriously violate the recipe"
    assert said(f"The planned soups seriously violate the recipe, said {who}.")[0][1] == (
        content.capitalize()
    )
