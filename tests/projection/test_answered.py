"""What an answer answers: what its text names, else what its two sides had said."""

from tests.story import ARTICLES, Story
from timeline.projection.exchanges import exchanges
from timeline.projection.spoken import Spoken
from timeline.projection.statements import group

OTHER = ARTICLES[1][0]


def pairs(story: Story) -> list[tuple[list[str], list[str]]]:
    """The words of what is answered and of what answers, exchange by exchange."""
    told = exchanges(group(Spoken.of(one) for one in story.told))
    return [
        (
            [entry.asserted for part in one.question for entry in part.entries],
            [entry.asserted for each in one.answers for entry in each.group.entries],
        )
        for one in told
    ]


def test_who_answers_a_proposal_is_not_shown_as_answering_all_that_was_said_beside_it():
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war")
    story.say("NATO", "Japan", "open", "a liaison office in Tokyo", act="announce")
    story.say("China", "NATO", "criticise", "reminiscent of the Cold War", reply="responded")
    story.say("France", "NATO", "criticise", "opposition from France", act="reject",
              reply="opposition", answers="NATO’s proposal for a liaison office in Tokyo")  # fmt: skip
    assert pairs(story) == [
        (["its help for the war"], ["reminiscent of the Cold War"]),
        (["a liaison office in Tokyo"], ["opposition from France"]),
    ]


def test_whose_words_the_text_says_are_answered_is_answered_whomever_they_were_about():
    story = Story()
    story.say("Paul Renner", "Brussels", "accuse", "hiding behind rules", side="United States")
    story.say("Japan", "France", "accuse", "hiding its subsidies")
    story.say("Trade Ministry", "Paul Renner", "criticise", "fiction", side="France", act="reject",
              reply="rejected", answers="Renner's remarks")  # fmt: skip
    assert pairs(story) == [(["hiding behind rules"], ["fiction"])]


def test_of_two_statements_of_one_speaker_none_is_guessed():
    story = Story()
    story.say("Renner", "Brussels", "accuse", "hiding behind rules", said="2024-05-01")
    story.say("Renner", "Brussels", "accuse", "closing its ports", said="2024-06-01")
    story.say("Trade Ministry", "Renner", "criticise", "fiction", side="France", said="2024-06-02",
              reply="rejected", answers="Renner's remarks")  # fmt: skip
    assert pairs(story) == []


def test_who_alone_is_named_as_answered_is_answered_even_where_the_article_tells_it_later():
    story = Story()
    story.say("Lima", "France", "accuse", "too late by years")
    story.say("Roe", "Renner", "state", "we have every right", side="France",
              reply="responding to", answers="Renner")  # fmt: skip
    story.say("Renner", "Brussels", "accuse", "hiding behind rules")
    assert pairs(story) == [(["hiding behind rules"], ["we have every right"])]


def test_that_claim_is_the_last_that_was_said_of_who_answers():
    story = Story()
    story.say("Pruitt", "Lowell", "accuse", "voted against every bill")
    story.say("Pruitt", "Texas", "open", "send troopers")
    story.say("Valdez", "", "criticise", "false and tired", side="Lowell", reply="called",
              answers="that claim")  # fmt: skip
    story.say("Haddix", "Lowell", "accuse", "said later and so not answered")
    assert pairs(story) == [(["voted against every bill"], ["false and tired"])]


def test_this_move_is_what_was_announced_or_done_and_none_of_the_words_beside_it():
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war")
    story.say("NATO", "China", "state", "will invite four partners", mode="planned", act="announce")
    story.say(
        "China", "NATO", "concern", "its growing influence", reply="raised", answers="This move"
    )
    assert pairs(story) == [(["will invite four partners"], ["its growing influence"])]
    assert pairs_without_the_plan() == []


def pairs_without_the_plan() -> list[tuple[list[str], list[str]]]:
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war")
    story.say(
        "China", "NATO", "concern", "its growing influence", reply="raised", answers="This move"
    )
    return pairs(story)


def test_a_plan_is_no_statement_that_is_answered_unless_the_text_says_so():
    story = Story()
    story.say("NATO", "China", "accuse", "will call it an enabler", mode="planned")
    story.say("China", "NATO", "criticise", "Cold War rhetoric", reply="responded")
    assert pairs(story) == []


def test_two_that_answer_the_same_points_stand_in_one_exchange():
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war")
    story.say("Embassy", "NATO", "criticise", "no direct role", side="China", reply="responded")
    story.say("Mission", "NATO", "ask", "stop inciting rivalry", side="China", reply="responded")
    assert pairs(story) == [
        (["its help for the war"], ["no direct role", "stop inciting rivalry"]),
    ]


def test_an_answer_in_another_article_is_linked_and_nobody_answers_an_answer_to_himself():
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war", said="2024-07-10")
    story.say("China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11", reply="replied",
              article=OTHER, occasion=OTHER)  # fmt: skip
    story.say("NATO", "China", "criticise", "no Cold War at all", said="2024-07-12", reply="replied",
              article=OTHER, occasion=OTHER)  # fmt: skip
    assert pairs(story) == [
        (["its help for the war"], ["Cold War rhetoric"]),
        (["Cold War rhetoric"], ["no Cold War at all"]),
    ]


def test_the_claim_is_the_last_hostile_word_before_where_nobody_else_is_named_in_it():
    story = Story()
    story.say("Ruiz", "", "accuse", "the budget would ruin hospitals")
    story.say("Ruiz", "Spain", "accuse", "a named third party")
    story.say("Ortega", "", "criticise", "scaremongering", reply="dismissed", answers="the claim")
    assert pairs(story) == [(["the budget would ruin hospitals"], ["scaremongering"])]


def test_who_hits_back_at_somebody_answers_what_he_said_of_a_group_without_a_name():
    story = Story()
    story.say("Voss", "drivers", "accuse", "holding commuters hostage")
    story.say("Lindt", "Voss", "criticise", "refused to meet her", reply="hit back")
    assert pairs(story) == [(["holding commuters hostage"], ["refused to meet her"])]


def test_nobody_answers_what_only_comes_later_in_the_article():
    story = Story()
    story.say("Japan", "China", "accuse", "ships in its waters")
    story.say("China", "Japan", "criticise", "rejected the protest", act="reject",
              reply="rejected", answers="the protest")  # fmt: skip
    story.say("Noda", "China", "criticise", "a weak answer", side="Japan")
    assert pairs(story) == [(["ships in its waters"], ["rejected the protest"])]


def test_without_a_word_of_what_is_answered_nobody_answers_the_nearest_sentence():
    story = Story()
    story.say("Association", "Lowell", "accuse", "soft on crime")
    story.say("Democrats", "", "accuse", "murders are falling", reply="responded")
    assert pairs(story) == []


def test_a_rejection_that_names_nobody_is_of_what_was_said_of_who_rejects():
    story = Story()
    story.say("Authority", "Nordhem", "accuse", "misleading prices")
    story.say("Nordhem", "", "criticise", "disagreed with the ruling", act="reject")
    assert pairs(story) == [(["misleading prices"], ["disagreed with the ruling"])]


def test_what_a_person_links_is_that_very_point_in_an_exchange_of_its_own():
    story = Story()
    story.say("NATO", "China", "accuse", "its help for the war")
    linked = story.say("NATO", "China", "accuse", "its stock of warheads")
    story.say("China", "NATO", "criticise", "reminiscent of the Cold War", reply="responded")
    story.say("Mission", "NATO", "ask", "stop inciting rivalry", side="China",
              links=(f"answers {linked.id}",))  # fmt: skip
    assert pairs(story) == [
        (["its help for the war", "its stock of warheads"], ["reminiscent of the Cold War"]),
        (["its stock of warheads"], ["stop inciting rivalry"]),
    ]
