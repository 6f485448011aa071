"""Statements: all that one speaker said on one occasion, and repetitions counted once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.story import ARTICLES, HOME, Story
from timeline.projection import Asked
from timeline.projection.duplicates import compatible, merge
from timeline.projection.spoken import Spoken
from timeline.projection.statements import group, statement, whole
from timeline.when import When

OTHER = ARTICLES[1][0]
DECLARATION = {"occasion": "declaration, Washington", "occasion_name": "the Declaration"}


def grouped(story):
    return group(Spoken.of(one) for one in story.told)


def test_three_articles_on_one_declaration_are_one_statement():
    story = Story()
    for article in ("a" * 36, "b" * 36, "c" * 36):
        story.say("NATO", "China", "accuse", "China is a decisive enabler of the war",
                  article=article, **DECLARATION)  # fmt: skip
    (one,) = grouped(story)
    assert len(one.points) == 1
    assert len(one.articles) == 3


def test_a_shared_formula_of_two_summits_stays_two_assertions():
    story = Story()
    words = "stated ambitions and coercive policies challenge our interests"
    story.say("NATO", "China", "criticise", words, said="2023-07-11", occasion="Vilnius")
    story.say("NATO", "China", "criticise", words, said="2024-07-10", occasion="Washington")
    assert len(grouped(story)) == 2


def test_without_a_name_the_article_is_the_occasion():
    story = Story()
    story.say("NATO", "China", "accuse", "helps Russia build missiles", said="../2024-07-11")
    story.say("NATO", "China", "warn", "there will be a price to pay", said="../2024-07-10",
              article=OTHER)  # fmt: skip
    assert len(grouped(story)) == 2


def test_what_repeats_across_articles_within_days_is_one_statement():
    story = Story()
    story.say("NATO", "China", "accuse", "helps Russia build missiles", said="../2024-07-11")
    story.say("NATO", "China", "accuse", "helping Russia to build its missiles",
              said="../2024-07-12", article=OTHER)  # fmt: skip
    (one,) = grouped(story)
    assert len(one.points) == 1


QUOTE = "We cannot accept that our lake dries up"


def test_a_quote_that_an_article_without_a_date_prints_again_is_one_assertion():
    story = Story()
    story.say("Wahome", "", "state", f"{QUOTE},", form="direct", said="unknown", article=OTHER)
    story.say("Wahome", "", "state", QUOTE, form="direct", said="../2023-03-14")
    story.told.reverse()  # as a view gives them: what has no date comes last
    (one,) = grouped(story)
    assert len(one.points) == 1
    assert one.said.text == "../2023-03-14"
    told = statement(one, Asked(articles=ARTICLES))
    assert [handle[:4] for handle in told.points[0].handles] == ["aaaa", "bbbb"]


def test_a_quote_without_a_date_that_was_said_twice_is_put_to_neither():
    story = Story()
    story.say("Wahome", "", "state", QUOTE, form="direct", said="../2021-03-14")
    story.say("Wahome", "", "state", QUOTE, form="direct", said="../2023-03-14", article="c" * 36)
    story.say("Wahome", "", "state", QUOTE, form="direct", said="unknown", article=OTHER)
    assert len(grouped(story)) == 3


def test_a_summary_without_a_date_is_not_put_to_a_date_for_its_words():
    story = Story()
    story.say("Wahome", "", "state", QUOTE, form="indirect", said="../2023-03-14")
    story.say("Wahome", "", "state", QUOTE, form="indirect", said="unknown", article=OTHER)
    assert len(grouped(story)) == 2


def test_one_speaker_on_one_stated_day_makes_one_statement_over_articles():
    story = Story()
    story.say("Wang", "NATO", "criticise", "reminiscent of the Cold War", said="2024-07-11")
    story.say("Wang", "NATO", "ask", "stop provoking confrontation", said="2024-07-11",
              article=OTHER)  # fmt: skip
    (one,) = grouped(story)
    assert len(one.points) == 2


def test_things_said_at_different_times_in_one_article_are_apart():
    story = Story()
    story.say("NATO", "China", "concern", "concerns were expressed", said="2019-12~")
    story.say("NATO", "China", "criticise", "coercive policies", said="2022")
    assert [one.said.text for one in grouped(story)] == ["2019-12~", "2022"]


def test_a_plan_is_never_one_with_what_was_said():
    story = Story()
    story.say("NATO", "China", "accuse", "helps Russia build missiles")
    story.say("NATO", "China", "accuse", "helps Russia build missiles", mode="planned")
    assert len(grouped(story)) == 2


def test_what_an_organisation_says_is_no_agreed_text_where_no_text_is_named():
    """Greenpeace said stocks were falling."""
    story = Story()
    story.say("Greenpeace", "", "state", "stocks were falling", authority="agreed")
    story.say("NATO", "China", "accuse", "enables the war", authority="agreed", **DECLARATION)
    told = [statement(one, Asked(articles=ARTICLES)).through for one in grouped(story)]
    assert sorted(told) == ["", "the Declaration"]


def test_agreed_text_belongs_to_the_side_and_not_to_who_read_it_out():
    story = Story()
    story.say("NATO leaders", "China", "concern", "profound concern", side="NATO",
              authority="agreed", **DECLARATION)  # fmt: skip
    story.say("NATO", "China", "accuse", "decisive enabler", authority="agreed", **DECLARATION)
    assert len(grouped(story)) == 1


def test_the_sharpest_point_leads_and_the_overture_stays():
    story = Story()
    story.say("NATO", "China", "open", "remain open to engagement")
    story.say("NATO", "China", "accuse", "decisive enabler of war")
    line = statement(grouped(story)[0], Asked(articles=ARTICLES))
    assert [point.act for point in line.points] == ["accuse", "open"]
    assert line.act == "accuse, open"
    assert line.sources == ("aaaa",)


def test_the_narrowest_date_stands_for_a_statement():
    story = Story()
    for said in ("../2024-07-11", "2024-07-06/2024-07-11", ""):
        story.say("NATO", "China", "accuse", "decisive enabler of war", said=said)
    assert whole(Spoken.of(one) for one in story.told).text == "2024-07-06/2024-07-11"


def test_a_date_that_another_article_lends_is_marked_so():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-06?/2024-07-11?",
              **DECLARATION)  # fmt: skip
    story.say("NATO", "China", "concern", "shared security concerns", said="2024-07-06/2024-07-11",
              article=OTHER, **DECLARATION)  # fmt: skip
    (one,) = grouped(story)
    assert one.said.label == "2024-07-06..11?"


def test_texts_that_date_one_occasion_apart_are_told():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-09",
              **DECLARATION)  # fmt: skip
    story.say("NATO", "China", "concern", "cause for profound concern", said="2024-07-10",
              article=OTHER, **DECLARATION)  # fmt: skip
    line = statement(grouped(story)[0], Asked(articles=ARTICLES))
    assert line.note == "SOURCES DISAGREE: aaaa says 2024-07-09, bbbb says 2024-07-10"


def test_half_a_quote_is_own_words_and_less_is_the_reporters():
    story = Story()
    story.say("NATO", "China", "ask", "urged China to play a constructive role", form="mixed",
              own=("constructive",))  # fmt: skip
    story.say("NATO", "China", "criticise", "its ambitions and coercive policies", form="mixed",
              own=("ambitions and coercive policies",))  # fmt: skip
    line = statement(grouped(story)[0], Asked())
    assert [(point.mark, point.words) for point in line.points] == [
        ("own", "ambitions and coercive policies"),
        ("reported", "urged China to play a constructive role"),
    ]


def test_a_nameless_speaker_is_shown_as_written_between_quotation_marks():
    story = Story()
    story.say("insiders", "China", "accuse", "testing drones", side="", authority="unnamed",
              reporters=("Bloomberg",))  # fmt: skip
    line = statement(grouped(story)[0], Asked())
    assert (line.who, line.through) == ("“insiders”", "through Bloomberg")
    assert line.points[0].note == "nameless, at third hand: not counted"


@given(
    st.lists(st.sampled_from(["2024-07-11", "../2024-07-11", "2023", "", "2022-05"]), max_size=8)
)
def test_no_assertion_is_lost_or_doubled_by_grouping(dates):
    story = Story()
    for said in dates:
        story.say("NATO", "China", "accuse", "helps Russia build missiles", said=said)
    ids = [entry.id for one in grouped(story) for same in one.points for entry in same]
    assert sorted(ids) == [one.id for one in story.told]


def test_no_date_is_compatible_with_no_date_only():
    known, unknown = When.parse("2024-07-11"), When.parse("unknown")
    assert compatible(unknown, unknown)
    assert not compatible(known, unknown)


DATES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "../"]),
    st.sampled_from(["2024", "2024-07", "2024-07-03", "2024-07-11", "2024-07-12"]),
    st.sampled_from(["", "~", "?"]),
) | st.sampled_from(["unknown", "2023/2024-02", "2024-02/..", "[2024-07-09,2024-07-11]"])


@given(DATES, DATES, st.lists(DATES, max_size=4))
def test_the_same_words_are_one_saying_just_where_their_times_can_be_one(one, other, between):
    story = Story()
    words = ["helps Russia build missiles", *["there was a price"] * len(between)]
    for said, text in zip((one, *between, other), (*words, words[0]), strict=True):
        story.say("NATO", "China", "accuse", text, said=said)
    merged = merge(Spoken.of(told) for told in story.told)
    first = next(same for same in merged if same[0].asserted == words[0])
    assert (len(first) == 2) == compatible(When.parse(one), When.parse(other))


def test_two_open_starts_a_year_apart_are_not_one_saying():
    assert not compatible(When.parse("../2023-07-13"), When.parse("../2024-07-11"))


def test_merging_many_that_share_common_words_stays_fast():
    story = Story()
    for number in range(3000):
        story.say("NATO", "China", "accuse", f"China supports Russia number {number:06}",
                  article=HOME)  # fmt: skip
    assert sum(len(same) for same in merge(Spoken.of(one) for one in story.told)) == 3000


def test_what_a_person_calls_a_repetition_is_one_point():
    story = Story()
    first = story.say("NATO", "China", "accuse", "helps Russia build missiles")
    second = story.say("NATO", "China", "accuse", "lends a hand")
    assert len(merge(Spoken.of(one) for one in story.told)) == 2
    story.told[1] = second._replace(links=(f"repeats {first.id}",))
    assert len(merge(Spoken.of(one) for one in story.told)) == 1


def test_a_refusal_is_told_as_such_and_stands_in_the_column_of_its_family():
    story = Story()
    story.say("Embassy", "NATO", "criticise", "plays no direct role", act="reject")
    (one,) = grouped(story)
    line = statement(one, Asked())
    assert (line.act, line.points[0].act, one.lead.family) == ("reject", "reject", "criticise")


def test_to_condemn_and_to_accuse_of_the_same_is_one_assertion_and_to_reject_it_another():
    story = Story()
    words = "helps Russia build missiles"
    for family, act in (("accuse", "accuse"), ("criticise", "accuse"), ("criticise", "reject")):
        story.say("NATO", "China", family, words, act=act)
    assert [len(same) for same in merge(Spoken.of(one) for one in story.told)] == [2, 1]


def test_two_articles_that_tell_it_of_the_same_two_topics_tell_the_same():
    story = Story()
    topics = ("dual-use exports", "war in Ukraine")
    story.say("Stoltenberg", "China", "accuse", "chips for weapons", said="../2024-07-11",
              topics=topics)  # fmt: skip
    story.say("Stoltenberg", "China", "accuse", "sends microprocessors", said="../2024-07-11",
              topics=topics, article=OTHER, occasion=OTHER)  # fmt: skip
    (one,) = grouped(story)
    assert len(one.points) == 1


def test_two_sentences_of_one_article_on_the_same_topics_are_two_points():
    story = Story()
    for words in ("chips for weapons", "sends microprocessors"):
        story.say("Stoltenberg", "China", "accuse", words, topics=("dual-use exports", "war"))
    (one,) = grouped(story)
    assert len(one.points) == 2


def test_one_topic_or_another_year_is_not_the_same():
    story = Story()
    for words, said, topics in (
        ("chips", "../2023-07-11", ("dual-use exports", "war")),
        ("lathes", "../2024-07-11", ("dual-use exports", "war")),
        ("drones", "../2024-07-11", ("dual-use exports", "space")),
    ):
        article = f"{len(story.told):036}"
        story.say("Stoltenberg", "China", "accuse", words, said=said, topics=topics,
                  article=article, occasion=article)  # fmt: skip
    assert len(grouped(story)) == 3


def test_the_same_by_one_speaker_through_two_media_is_one_and_by_insiders_two():
    story = Story()
    for who in ("Stubb", "insiders"):
        for medium in ("Reuters", "Bloomberg"):
            story.say(who, "Russia", "accuse", "jams the signals of aircraft", authority="unnamed",
                      reporters=(medium,))  # fmt: skip
    assert sorted(len(one.points) for one in grouped(story)) == [1, 2]
