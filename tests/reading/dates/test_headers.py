"""The article's own date: bylines, datelines and header lines of many papers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.dates import header, stamp

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
BODY = "\n\nThe ministers met on Tuesday and will meet again on 3 May 2031.\n"


def seed(number):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_bytes().decode()


def test_a_place_and_a_date_under_a_byline_date_the_article():
    head = header("Tariffs on cars\n\nBy Jane Doe\nBrussels, 4 October 2024" + BODY)
    assert (str(head.when), head.rule) == ("2024-10-04", "byline")
    assert header("Tariffs on cars\n\nBrussels, 4 October 2024" + BODY) is None


def test_a_byline_gives_day_and_clock_without_a_zone():
    head = header(seed("001"))
    assert (str(head.when), head.rule, head.clock, head.zone) == (
        "2024-07-11",
        "byline",
        "3:39 pm",
        None,
    )
    assert head.instants == ()


def test_a_date_run_into_the_title_is_taken_and_the_unfilled_template_told():
    head = header(seed("002"))
    assert (str(head.when), head.phrase) == ("2023-07-13", "2023-07-13")
    assert [fault.phrase for fault in head.findings] == ["[Current Date]"]


def test_central_european_time_in_july_is_two_instants_and_a_finding():
    head = header(seed("004"))
    assert (str(head.when), head.phrase) == ("2024-07-11", "Jul.11 - 2024 10:15 AM CET")
    assert head.instants == ("2024-07-11T08:15Z", "2024-07-11T09:15Z")
    assert "not the time of that zone in summer" in head.findings[0].reason


@pytest.mark.parametrize("number", ["000", "003"])
def test_an_article_that_states_no_date_of_its_own_has_none(number):
    assert header(seed(number)) is None


@pytest.mark.parametrize(
    ("line", "when", "rule", "instants"),
    [
        ("LONDON, July 3, 2024 (Reuters) - The", "2024-07-03", "dateline", ()),
        ("BRUSSELS, 11 July 2024 — The allies", "2024-07-11", "dateline", ()),
        ("Madrid, 3 July 2024 (AFP) - Spain", "2024-07-03", "dateline", ()),
        ("Sudan Tribune, 3 July 2024", "2024-07-03", "source", ()),
        ("The Reporter (Ethiopia), 3 July 2024", "2024-07-03", "source", ()),
        ("The Guardian, Wed 3 Jul 2024 14.05 BST", "2024-07-03", "source", ("2024-07-03T13:05Z",)),
        ("Published: 3 July 2024 14:05 BST", "2024-07-03", "label", ("2024-07-03T13:05Z",)),
        ("Updated 3 July 2024", "2024-07-03", "updated", ()),
        (
            "(CNN) — Updated 7:05 AM EDT, Thu July 11, 2024",
            "2024-07-11",
            "updated",
            ("2024-07-11T11:05Z",),
        ),
        ("Thu 11 Jul 2024 14.05 BST", "2024-07-11", "line", ("2024-07-11T13:05Z",)),
        (
            "July 11, 2024 / 3:39 PM EDT / CBS News",
            "2024-07-11",
            "line",
            ("2024-07-11T19:39Z",),
        ),
        ("By JOHN SMITH | Associated Press | July 11, 2024", "2024-07-11", "byline", ()),
        ("Xinhua | Updated: 2024-07-11 15:39", "2024-07-11", "updated", ()),
        ("(Xinhua) 10:15, July 11, 2024", "2024-07-11", "source", ()),
        ("2024-07-11T15:39:00Z", "2024-07-11", "line", ("2024-07-11T15:39Z",)),
        ("2024-07-11T15:39:00+02:00", "2024-07-11", "line", ("2024-07-11T13:39Z",)),
        ("July 11, 2024 6:00 am ET", "2024-07-11", "line", ("2024-07-11T10:00Z",)),
        ("January 11, 2024 6:00 am ET", "2024-01-11", "line", ("2024-01-11T11:00Z",)),
        (
            "Published July 11, 2024 at 3:39 p.m. EDT|Updated July 12, 2024 at 1:00 a.m. EDT",
            "2024-07-11",
            "label",
            ("2024-07-11T19:39Z",),
        ),
        ("March 01, 2008", "2008-03-01", "line", ()),
    ],
)
def test_the_heads_of_many_papers(line, when, rule, instants):
    text = f"A headline\n\n{line}{BODY}"
    head = header(text)
    assert (str(head.when), head.rule, head.instants) == (when, rule, instants)
    assert text[head.start : head.end] == head.phrase


@pytest.mark.parametrize(
    "line",
    [
        "On July 11, 2024, NATO issued a communique.",
        "Released July 11, 2024 in Washington, the statement says so.",
        "The summit of July 11, 2024 ended",
        "NATO Summit, July 11, 2024",
        "Photo: Reuters, July 11, 2024",
        "KYIV (AP) — Ukraine said on July 11, 2024 that it did.",
        "WASHINGTON (Reuters) - On July 11, 2024, NATO said",
        "2 hours ago",
        "",
    ],
)
def test_a_date_of_the_body_is_not_the_articles_own(line):
    assert header(f"A headline\n\n{line}{BODY}") is None


def test_a_dateline_without_its_year_is_told_and_not_guessed():
    head = header(f"LONDON, July 3 (Reuters) - The ministers met.{BODY}")
    assert (str(head.when), head.rule) == ("unknown", "dateline")
    assert "states no year" in head.findings[0].reason


def test_a_header_that_could_be_two_days_keeps_both():
    head = header(f"Issued on: 11/07/2024 - 15:39{BODY}")
    assert str(head.when) == "[2024-07-11,2024-11-07]"
    assert "neither is chosen" in head.findings[0].reason


def test_a_template_alone_gives_no_date_and_a_finding():
    head = header(f"Date: [Current Date]{BODY}")
    assert (str(head.when), head.rule) == ("unknown", "template")


def test_an_impossible_date_in_the_header_is_told():
    head = header(f"Published: 31 June 2024{BODY}")
    assert str(head.when) == "unknown"
    assert "30 days" in head.findings[0].reason


@pytest.mark.parametrize("line", ["Monday, 5 June 2026", "PARIS, Monday, June 5, 2026 (AFP) - It"])
def test_a_day_with_the_name_of_another_is_taken_and_told(line):
    head = header(f"A headline\n\n{line}{BODY}")
    assert str(head.when) == "2026-06-05"
    (fault,) = head.findings
    assert fault.reason.endswith("that day is a Friday.")


@pytest.mark.parametrize(
    "line", ["PRESS {}!, 3 May 2024", "{} Press 9, 3 May 2024", "{}9! | 3 May 2024"]
)
@pytest.mark.parametrize("unit", ["A", "Ab", "A.", "A-"])
def test_a_line_of_capitals_is_looked_through_at_once(line, unit):
    capitals = unit * (300 // len(unit))
    header(f"A headline\n\n{line.format(capitals)}{BODY}")  # else it would take hours


def test_an_article_is_not_updated_before_it_came_out():
    head = header(f"A headline\n\nPublished: 5 June 2026\nUpdated: 1 June 2026{BODY}")
    assert str(head.when) == "2026-06-05"
    (fault,) = head.findings
    assert fault.reason == "“1 June 2026”, when it was updated, lies before “5 June 2026”."
    head = header(f"A headline\n\nPublished: 1 June 2026\nUpdated: 5 June 2026{BODY}")
    assert head.findings == ()


def test_headings_of_a_chronicle_are_not_the_articles_date():
    assert header("A chronicle\n\nJuly 1, 2024\n\nIt began.\n\nJuly 3, 2024\n\nIt ended.\n") is None


def test_the_foot_of_an_article_can_state_its_date():
    assert str(header(f"A headline\n{BODY * 20}\nPublished: 3 July 2024\n").when) == "2024-07-03"


def test_only_what_stands_before_the_body_counts_where_that_is_known():
    text = f"A headline{BODY}\nPublished: 3 July 2024\n"
    assert header(text, upto=10) is None


def test_a_line_with_the_year_comes_before_a_dateline_without_one():
    text = f"A headline\n\nBy Ann Roe\nMarch 5, 2025 4:12 PM GMT\n\nLIMA, March 5 (Wire) - {BODY}"
    assert str(header(text).when) == "2025-03-05"


def test_a_field_that_is_nothing_but_a_date_is_read_as_one():
    assert stamp("2024-07-11T15:39:00Z").instants == ("2024-07-11T15:39Z",)
    assert str(stamp("11 July 2024").when) == "2024-07-11"
    assert stamp("on 11 July 2024 it rained") is None


@given(st.text(max_size=200))
def test_any_head_is_survived_and_its_words_stand_in_the_text(text):
    head = header(text)
    assert head is None or text[head.start : head.end] == head.phrase
