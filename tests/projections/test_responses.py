"""`responses`: who answered whom, and what nobody answered."""

from projections.responses import Responses
from tests.story import ARTICLES, Story, ask, of
from timeline.projection import Heading, Sentence, Statement, Thread
from timeline.projection.exchanges import delay
from timeline.projection.spoken import Spoken
from timeline.projection.statements import group

OTHER = ARTICLES[1][0]
DECLARATION = {"occasion": "declaration, Washington", "occasion_name": "Washington Declaration"}
SPAN = "2024-07-06/2024-07-11"


def exchanged(story, *words):
    return of(Thread, ask(Responses(), story.told, *words))


def accused_and_answered():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said=SPAN, **DECLARATION)
    story.say("Embassy", "NATO", "criticise", "plays no direct role", side="China", act="reject",
              said="../2024-07-11", reply="In response", answers="NATO’s accusations")  # fmt: skip
    return story


def test_an_answer_hangs_on_the_statement_with_the_words_that_make_it_one():
    (thread,) = exchanged(accused_and_answered(), "China")
    assert [one.who for one in thread.question] == ["NATO"]
    (answer,) = thread.answers
    assert answer.statement.who == "Embassy"
    assert answer.link == "SAID in the text, «In response», to «NATO’s accusations»"


def test_the_delay_is_an_interval_where_the_dates_leave_one():
    (thread,) = exchanged(accused_and_answered(), "China")
    assert thread.answers[0].delay == "not known: 0 to 5 days"


def test_one_day_after_is_one_day():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    story.say(
        "China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11", reply="responded"
    )
    question, answer = group(Spoken.of(one) for one in story.told)
    assert delay([question], answer) == "1 day"
    assert delay([question], question) == "the same day"


def test_two_texts_that_only_say_by_when_leave_the_delay_unknown():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="../2023-07-13")
    story.say(
        "China", "NATO", "criticise", "small circles", said="../2023-07-13", reply="responded"
    )
    question, answer = group(Spoken.of(one) for one in story.told)
    assert delay([question], answer) == "not known: no first day, only by 2023-07-13"


def test_where_one_of_two_may_be_years_old_only_the_least_delay_is_known():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="../2024-07-11")
    story.say("NATO", "China", "accuse", "challenges our values", said="2024-07-10")
    story.say("China", "NATO", "criticise", "small circles", said="2024-07-14")
    *asked, answer = group(Spoken.of(one) for one in story.told)
    assert len(asked) == 2
    assert delay(asked, answer) == "not known: at least 3 days"


def test_what_was_checked_is_counted_of_what_is_told():
    story = accused_and_answered()
    story.say("China", "Russia", "support", "a friend", status="accepted")
    first, *_ = ask(Responses(), story.told, "China")
    assert first.text.endswith("CHECKED BY A PERSON: 0.")


def test_an_answer_stands_once_though_it_answers_two_statements():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said=SPAN, **DECLARATION)
    story.say("Stoltenberg", "China", "accuse", "dual-use equipment", side="NATO",
              said="../2024-07-11")  # fmt: skip
    story.say(
        "China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11", reply="responded"
    )
    (thread,) = exchanged(story, "China")
    assert [one.who for one in thread.question] == ["NATO", "Stoltenberg"]
    assert len(thread.answers) == 1


def test_a_reply_answers_the_last_exchange_and_not_one_of_years_ago():
    story = Story()
    story.say("NATO", "China", "criticise", "coercive policies", said="2022", occasion="concept")
    story.say("NATO", "China", "accuse", "decisive enabler of war", said=SPAN, **DECLARATION)
    story.say(
        "China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11", reply="responded"
    )
    (thread,) = exchanged(story, "China")
    assert [one.through for one in thread.question] == ["Washington Declaration"]


def test_the_occasion_that_the_text_names_is_what_is_answered():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said=SPAN, **DECLARATION)
    story.say("Stoltenberg", "China", "accuse", "dual-use equipment", side="NATO",
              said="../2024-07-11")  # fmt: skip
    story.say("China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-11", reply="responded",
              answers="the Washington Declaration")  # fmt: skip
    (thread,) = exchanged(story, "China")
    assert [one.through for one in thread.question] == ["Washington Declaration"]


def test_the_nearest_sentence_about_another_side_is_not_what_is_answered():
    story = Story()
    story.say("Japan", "Russia", "accuse", "missiles over Hokkaido")
    story.say("China", "NATO", "criticise", "Cold War rhetoric", reply="responded")
    assert not exchanged(story, "China")


def test_nobody_answers_what_was_said_later():
    story = Story()
    story.say(
        "China", "NATO", "criticise", "Cold War rhetoric", said="2023-07-13", reply="responded"
    )
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    assert not exchanged(story, "China")


def test_a_reply_reaches_over_articles_within_a_month_and_says_that_it_is_inferred():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    story.say("China", "NATO", "criticise", "Cold War rhetoric", said="2024-07-12",
              reply="responded", article=OTHER)  # fmt: skip
    (thread,) = exchanged(story, "China")
    assert thread.answers[0].link == (
        "SAID in the text, «responded»; which statement: inferred from time"
    )


def test_a_rejection_without_a_cue_is_an_inferred_answer():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war")
    story.say("China", "NATO", "criticise", "supplies no weapons", act="reject")
    (thread,) = exchanged(story, "China")
    assert thread.answers[0].link == "inferred: a rejection of what is told here"


def test_what_is_not_answered_and_what_answers_nothing_stand_apart():
    story = Story()
    story.say("NATO", "China", "accuse", "cyber attacks and disinformation", said="2024-07-10")
    story.say("China", "NATO", "criticise", "eastward expansion", said="2023-07-13")
    sheet = ask(Responses(), story.told, "China")
    assert [block.text for block in of(Heading, sheet)] == [
        "no answer in these 2 articles, 2024-07-11 to 2024-07-11",
        "China on others: answers nothing named here",
    ]
    assert [line.who for line in of(Statement, sheet)] == ["NATO", "China"]


def test_everybodys_exchanges_are_shown_without_a_word():
    assert len(exchanged(accused_and_answered())) == 1
    assert not exchanged(accused_and_answered(), "NATO")


def test_a_persons_link_pairs_what_no_text_pairs():
    story = Story()
    first = story.say("NATO", "China", "accuse", "decisive enabler of war", said=SPAN)
    story.say("NATO", "China", "accuse", "cyber activities", article=OTHER, occasion=OTHER)
    links = (f"answers {first.id}",)
    story.say("Mission", "NATO", "criticise", "looks for rivalry", side="China", links=links)
    (thread,) = exchanged(story, "China")
    assert [one.points[0].words for one in thread.question] == ["decisive enabler of war"]
    assert [(one.statement.who, one.link) for one in thread.answers] == [("Mission", "analyst")]


def test_a_persons_link_counts_before_what_the_text_suggests():
    story = accused_and_answered()
    other = story.say("NATO", "China", "warn", "a price to pay", said=SPAN, article=OTHER,
                      occasion=OTHER)  # fmt: skip
    story.told[1] = story.told[1]._replace(links=(f"answers {other.id}",))
    (thread,) = exchanged(story, "China")
    assert [one.points[0].words for one in thread.question] == ["a price to pay"]
    assert [one.link for one in thread.answers] == ["analyst"]


def test_what_a_person_linked_elsewhere_answers_nothing_here():
    story = accused_and_answered()
    story.told[1] = story.told[1]._replace(links=("answers what-is-not-here",))
    assert not exchanged(story, "China")


def test_topics_of_which_no_answer_speaks_are_named_with_their_place():
    story = Story()
    for words, topic in (("cyber attacks", "cyber"), ("more cyber attacks", "cyber"),
                         ("arms for the war", "war")):  # fmt: skip
        story.say("NATO", "China", "accuse", words, topics=(topic,), **DECLARATION)
    story.say("Embassy", "NATO", "criticise", "no part in the war", side="China", reply="responded")
    sheet = ask(Responses(), story.told, "China")
    assert (
        "Of NATO, Washington Declaration (no date), no answer quoted here speaks of: cyber"
        " (aaaa@100, aaaa@200)."
    ) in [block.text for block in of(Sentence, sheet)]


def test_what_itself_answers_is_not_said_to_be_without_an_answer():
    story = Story()
    story.say("China", "NATO", "ask", "whether it wants an Asian alliance")
    story.say(
        "NATO", "China", "criticise", "disagrees with the view", act="reject", reply="responded"
    )
    sheet = ask(Responses(), story.told, "China")
    assert [block.text for block in of(Heading, sheet)] == [
        "China on others: answers nothing named here"
    ]


def test_who_is_nobody_in_particular_or_asks_somebody_else_calls_for_no_answer():
    story = Story()
    story.say("(unattributed)", "China", "accuse", "tensions will escalate")
    story.say("Sweden", "NATO", "ask", "more efforts", targets=("NATO", "China"),
              target_sides=("NATO", "China"))  # fmt: skip
    assert not of(Heading, ask(Responses(), story.told, "China"))


def test_a_plan_that_is_answered_is_told_as_one_and_is_no_statement_without_an_answer():
    story = Story()
    story.say("NATO", "China", "accuse", "will blame it", mode="planned", act="announce")
    assert not of(Heading, ask(Responses(), story.told, "China"))
    story.say("China", "NATO", "concern", "its influence", reply="raised", answers="This move")
    (thread,) = exchanged(story, "China")
    assert [one.through for one in thread.question] == ["announced, not yet said"]


def test_what_answers_something_that_is_not_here_says_what():
    story = Story()
    story.say("France", "NATO", "criticise", "opposition from France", act="reject",
              reply="opposition", answers="NATO’s proposal")  # fmt: skip
    (line,) = of(Statement, ask(Responses(), story.told, "France"))
    assert line.note == (
        "an answer by its text, «opposition», to «NATO’s proposal»: if that is in this store,"
        " timeline responses shows it"
    )
