"""Which dates are found, what days they are, and what they rest on: each rule by a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.dates import find, sentence
from timeline.reading.dates.rule import RULES
from timeline.when import UNKNOWN, When

THURSDAY = When.parse("2024-07-11")


def dates(text, anchor=THURSDAY):
    return [(one.phrase, str(one.when)) for one in find(text, anchor)]


ABSOLUTE = [
    ("It was signed on 4 April 1949 in Washington.", "4 April 1949", "1949-04-04"),
    ("On July 11, 2024, it said so.", "July 11, 2024", "2024-07-11"),
    ("On Thursday, July 11, 2024, it said so.", "Thursday, July 11, 2024", "2024-07-11"),
    ("On the 3rd of May 2023 they met.", "3rd of May 2023", "2023-05-03"),
    ("Filed 2024-07-11T15:39Z by hand.", "2024-07-11T15:39Z", "2024-07-11"),
    ("It will end on 2024/07/31.", "2024/07/31", "2024-07-31"),
    ("It dates from 31/07/2024.", "31/07/2024", "2024-07-31"),
    ("In March 2022 they met.", "March 2022", "2022-03"),
    ("In 2022 they met.", "2022", "2022"),
    ("In fiscal 2023 it fell.", "fiscal 2023", "2023"),
    ("the 1990s were", "1990s", "199X"),
    ("the early 1980s were", "early 1980s", "198X"),
    ("In the 19th century it was.", "19th century", "18XX"),
    ("In Q3 2023 it rose.", "Q3 2023", "2023-35"),
    ("In the first half of 2024 it rose.", "first half of 2024", "2024-40"),
    ("the spring of 2019", "spring of 2019", "2019-21"),
    ("It fell between 6-11 July 2023.", "6-11 July 2023", "2023-07-06/2023-07-11"),
    ("in the season 2019-2021", "2019-2021", "2019-01-01/2021-12-31"),
    ("nineteen ninety-one was", "nineteen ninety-one", "1991"),
    ("since the September 11 attacks", "September 11", "2001-09-11"),
    ("on Easter Sunday 2024", "Easter Sunday 2024", "2024-03-31"),
    ("on Thanksgiving Day 2023", "Thanksgiving Day 2023", "2023-11-23"),
]


@pytest.mark.parametrize(("text", "phrase", "when"), ABSOLUTE)
def test_what_stands_by_itself_rests_on_nothing(text, phrase, when):
    assert dates(text) == [(phrase, when)]
    assert dates(text, None) == [(phrase, when)]
    assert find(text)[0].anchor is None


RELATIVE = [
    ("They met on Thursday.", "Thursday", "2024-07-11"),
    ("They met on Friday.", "Friday", "2024-07-05"),
    ("They will meet on Friday.", "Friday", "2024-07-12"),
    ("Talks are scheduled for Tuesday.", "Tuesday", "2024-07-16"),
    ("The deadline was extended until Monday.", "Monday", "2024-07-15"),
    ("They spoke on Tuesday night.", "Tuesday night", "2024-07-09"),
    ("They met last Thursday.", "last Thursday", "2024-07-04"),
    ("They meet next Thursday.", "next Thursday", "2024-07-18"),
    ("On Monday of next week they meet.", "Monday of next week", "2024-07-15"),
    ("He spoke yesterday.", "yesterday", "2024-07-10"),
    ("He spoke the day before yesterday.", "day before yesterday", "2024-07-09"),
    ("He spoke last night.", "last night", "2024-07-10"),
    ("He spoke this morning.", "this morning", "2024-07-11"),
    ("In June he spoke.", "June", "2024-06"),
    ("In December he spoke.", "December", "2023-12"),
    ("He will speak in December.", "December", "2024-12"),
    ("Last June he spoke.", "Last June", "2024-06"),
    ("On July 2 he spoke.", "July 2", "2024-07-02"),
    ("On 30 December he spoke.", "30 December", "2023-12-30"),
    ("He spoke between June 2 and 4.", "June 2 and 4", "2024-06-02/2024-06-04"),
    ("It rose from March to May.", "March to May", "2024-03-01/2024-05-31"),
    ("The summit, 6-11 July, is over.", "6-11 July", "2024-07-06/2024-07-11"),
    ("released last year, which", "last year", "2023"),
    ("held this week will", "this week", "2024-07-08/2024-07-14"),
    ("It starts next month.", "next month", "2024-08"),
    ("three days ago it", "three days ago", "2024-07-08"),
    ("a few days ago it", "a few days ago", "2024-07-04/2024-07-10"),
    ("six weeks ago it", "six weeks ago", "2024-05-27/2024-06-02"),
    ("two years ago it", "two years ago", "2022"),
    ("a year earlier it", "a year earlier", "2023"),
    ("in the third quarter it", "third quarter", "2024-35"),
    ("in the fourth quarter it", "fourth quarter", "2023-36"),
    ("by the end of the year.", "end of the year", "2024"),
    ("over the weekend it", "weekend", "2024-07-06/2024-07-07"),
    ("last summer it", "last summer", "2023-22"),
    ("back in '98 it", "98", "1998"),
    ("in the eighties it", "eighties", "198X"),
]


@pytest.mark.parametrize(("text", "phrase", "when"), RELATIVE)
def test_what_is_told_from_the_articles_day_rests_on_it(text, phrase, when):
    found = find(text, THURSDAY)
    assert [(one.phrase, str(one.when), one.anchor) for one in found] == [
        (phrase, when, "published")
    ]


@pytest.mark.parametrize(("text", "phrase", "when"), RELATIVE)
def test_without_an_anchor_it_is_kept_with_its_phrase_and_no_days(text, phrase, when):
    assert dates(text, None) == [(phrase, "unknown")] == dates(text, UNKNOWN)


def test_a_weekday_equal_to_the_articles_own_is_that_same_day():
    assert dates("China responded on Thursday, condemning it.") == [("Thursday", "2024-07-11")]


def test_a_doubtful_anchor_gives_the_days_that_follow_from_all_it_can_be():
    anchor = When.parse("2024-07-10/2024-07-12")
    assert dates("He spoke yesterday.", anchor) == [("yesterday", "2024-07-09/2024-07-11")]
    assert dates("He spoke last year.", anchor) == [("last year", "2023")]
    assert dates("He spoke yesterday.", When.parse("../2024-07-12")) == [
        ("yesterday", "../2024-07-11")
    ]


def test_a_day_without_its_year_lies_in_the_year_of_an_article_dated_by_its_year_only():
    assert dates("On July 2 he spoke, in June he wrote.", When.parse("2024")) == [
        ("July 2", "2024-07-02"),
        ("June", "2024-06"),
    ]


def test_the_same_day_and_the_next_count_from_the_day_told_before():
    text = "He left on 3 May 2022. The following day she left. Two days later they met."
    first, second, third = find(text, THURSDAY)
    assert (str(second.when), second.anchor, second.rests_on) == (
        "2022-05-04",
        "mention",
        (first.start, first.end),
    )
    assert (str(third.when), third.rests_on) == ("2022-05-06", (second.start, second.end))


def test_the_same_period_a_year_earlier_is_that_of_the_period_told_before():
    text = "Sales rose in February, compared to the same month last year."
    assert dates(text) == [("February", "2024-02"), ("same month last year", "2023-02")]


def test_both_ends_of_a_span_keep_their_days_and_mean_the_span():
    text = "from 2019 to 2021"
    assert dates(text) == [("2019", "2019"), ("2021", "2021")]
    assert {str(one.meant) for one in find(text)} == {"2019-01-01/2021-12-31"}


def test_the_first_end_of_a_span_takes_its_year_from_the_second():
    text = "between 2 June and 4 July 2023"
    assert {str(one.meant) for one in find(text, THURSDAY)} == {"2023-06-02/2023-07-04"}


@pytest.mark.parametrize(
    ("text", "when", "meant"),
    [
        ("since 2022", "2022", "2022-01-01/.."),
        ("by the end of the year", "2024", "../2024-12-31"),
        ("until May 2025", "2025-05", "../2025-05-31"),
        ("before 2 May 2024", "2024-05-02", "../2024-05-01"),
        ("after 2022,", "2022", "2023-01-01/.."),
        ("after Monday's attack", "2024-07-08", "2024-07-08"),
        ("at the end of 2019", "2019", "2019-12~"),
        ("in mid-2023", "2023", "2023-04~/2023-09~"),
        ("in early 2022", "2022", "2022-01~/2022-04~"),
        ("late in 2022", "2022", "2022-09~/2022-12~"),
        ("in early June", "2024-06", "2024-06-01~/2024-06-10~"),
        ("about two years ago", "2022", "2022~"),
        ("around 1 May 2024", "2024-05-01", "2024-05-01~"),
        ("the late 1990s", "199X", "1996~/1999~"),
    ],
)
def test_the_words_around_make_a_part_or_a_bound_of_it(text, when, meant):
    (one,) = find(text, THURSDAY)
    assert (str(one.when), str(one.meant)) == (when, meant)


@pytest.mark.parametrize(
    ("text", "phrase", "clock"),
    [
        ("It struck at 10:15 a.m. on Tuesday.", "10:15 a.m. on Tuesday", "10:15 a.m."),
        ("It opens July 11, 2024, 3:39 pm today", "July 11, 2024, 3:39 pm", "3:39 pm"),
        ("It struck on Tuesday at 14:48 UTC.", "Tuesday at 14:48 UTC", "14:48 UTC"),
        ("It struck at noon Thursday.", "noon Thursday", "noon"),
        ("It struck Wednesday evening.", "Wednesday evening", "evening"),
    ],
)
def test_a_clock_beside_a_day_is_kept_as_written(text, phrase, clock):
    one = find(text, THURSDAY)[0]
    assert (one.phrase, one.clock) == (phrase, clock)


@pytest.mark.parametrize(
    "text",
    [
        "He served three years and two months.",
        "The 44-year-old man, aged 55, spoke for two hours.",
        "It fell 12.5 percent to 1,998 points, or 2000 soldiers.",
        "Call 555-2024 or +1 202 555 1998 now.",
        "They may march on the capital.",
        "May the best win; we march, and august guests may sit.",
        "Theresa May spoke, as did Jan Kavan and April Glaspie.",
        "Resolution 1973 and flight 1549 and Windows 2000.",
        "See https://example.org/2024/07/11/summit or report_2024-07-11.pdf or a/2024-07-11/b.txt.",
        "It cost $2024, a second time, in the second half of the match.",
        "Black Monday was bad.",
        "He sat second; the sun set; she wed.",
    ],
)
def test_durations_ages_numbers_names_and_addresses_are_no_dates(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "occasion", "offset"),
    [
        ("a few days before the summit, he", "the summit", (-7, -1)),
        (
            "just a day after the NATO summit communique was issued",
            "the NATO summit communique",
            (1, 1),
        ),
        ("two weeks after the attacks on Kyiv", "the attacks", (11, 17)),
        ("weeks ahead of the vote", "the vote", (-73, -11)),
    ],
)
def test_what_hangs_on_an_occasion_is_known_once_the_occasion_is(text, occasion, offset):
    (one,) = find(text, THURSDAY)
    assert (one.anchor, str(one.when)) == ("occasion", "unknown")
    assert text[slice(*one.occasion)] == occasion
    assert one.offset == offset


def test_an_occasion_gives_what_hangs_on_it_its_days_and_its_doubt():
    (one,) = find("a few days before the summit")
    assert str(one.on(When.parse("2024-07-09/2024-07-11"))) == "2024-07-02/2024-07-10"
    assert str(one.on(When.parse("2024-07-09?"))) == "2024-07-02?/2024-07-08?"
    assert one.on(UNKNOWN) == UNKNOWN


def test_earlier_in_the_day_without_any_day_is_unknown_until_the_occasion_is():
    (one,) = find("Earlier in the day, Stoltenberg said so.")
    assert (str(one.when), one.rule, one.offset) == ("unknown", "same-day", (0, 0))
    assert str(one.on(When.parse("2024-07-10"))) == "2024-07-10"


def test_every_rule_says_in_a_sentence_why():
    assert all(sentence(name)[-1] == "." and len(sentence(name)) > 20 for name in RULES)


PHRASES = [text for text, _, _ in ABSOLUTE + RELATIVE] + [
    "the following day",
    "April 24 and 25",
    "April 24 and 3",
    "10 p.m. Wednesday",
    "10 p.m.",
    "a few days before the summit",
    "Earlier in the day",
    "31 June",
    "07/08/2024",
    "from 2 May to 3 June",
    "earlier this year",
    " and ",
    ", ",
    "'s",
    "(",
    "\n\n",
]
texts = st.lists(st.sampled_from(PHRASES), max_size=8).map(" ".join) | st.text(max_size=60)


@given(texts)
def test_found_dates_stand_in_order_apart_and_letter_for_letter(text):
    end = 0
    for one in find(text, THURSDAY):
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.phrase
        end = one.end


@given(texts, st.sampled_from(["2024-07-11", "2024", "../2023-02-28", "0001-01-01", "9999-12-31"]))
def test_another_anchor_moves_the_days_and_never_the_words(text, anchor):
    spans = [(one.start, one.end, one.rule) for one in find(text)]
    assert [(one.start, one.end, one.rule) for one in find(text, When.parse(anchor))] == spans


@given(texts)
def test_typographic_quotes_dashes_and_line_ends_change_nothing(text):
    folded = text.replace("'", "’").replace("-", "–").replace(" ", "\u00a0")
    assert [str(one.when) for one in find(folded, THURSDAY)] == [
        str(one.when) for one in find(text, THURSDAY)
    ]


def seed(number):
    (path,) = (Path(__file__).resolve().parents[3] / "seeds").glob(f"{number}_*.txt")
    return path.read_bytes().decode()


def test_seed_001_puts_the_summit_on_its_days():
    assert ("6-11 July", "2024-07-06/2024-07-11") in dates(seed("001"))


def test_seed_002_released_last_year_and_hangs_a_day_on_the_communique():
    anchor = When.parse("2023-07-13")
    assert ("last year", "2022") in dates(seed("002"), anchor)
    hanging = [one for one in find(seed("002"), anchor) if one.occasion]
    assert [one.phrase for one in hanging] == ["just a day after the NATO summit communique"]


def test_seed_004_answers_on_the_thursday_of_its_publication():
    assert ("Thursday", "2024-07-11") in dates(seed("004"))


def test_seed_000_keeps_its_relative_dates_until_it_has_a_date():
    found = {one.phrase: (str(one.when), str(one.meant)) for one in find(seed("000"))}
    assert found["this week"] == found["Tuesday"] == found["July 2"] == ("unknown", "unknown")
    assert found["end of 2019"] == ("2019", "2019-12~")
    dated = dict(dates(seed("000"), When.parse("2024-07-10")))
    assert dated["this week"] == "2024-07-08/2024-07-14"
    assert (dated["Tuesday"], dated["July 2"], dated["June"]) == (
        "2024-07-09",
        "2024-07-02",
        "2024-06",
    )


def test_seed_003_says_earlier_in_the_day_of_no_day():
    (one,) = find(seed("003"))
    assert (one.phrase, str(one.when), one.offset) == ("Earlier in the day", "unknown", (0, 0))


def test_what_a_quote_says_will_be_puts_no_day_behind_it_after_today():
    text = '"We will appeal," read a letter on Monday.'
    assert str(find(text, When.parse("2024-07-11"))[0].when) == "2024-07-08"
