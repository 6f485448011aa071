"""Dates that carry their doubt: what is written, what it covers, how two compare."""

import datetime as dt
import json
import pickle
import re

import pydantic
import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from timeline.errors import BadDate
from timeline.when import UNKNOWN, When

TODAY = dt.date(2024, 7, 12)

dates = st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31))
marks = st.sampled_from(["", "", "~", "?", "%"])


@st.composite
def points(draw, mark=marks):
    day = draw(dates)
    year = f"{day.year:04}"
    text = draw(
        st.sampled_from(
            [
                year,
                f"{year[:3]}X",
                f"{year[:2]}XX",
                f"{year}-{day.month:02}",
                f"{year}-XX",
                f"{year}-XX-XX",
                f"{year}-{day.month:02}-XX",
                day.isoformat(),
                f"{year}-{draw(st.sampled_from([21, 22, 23, 33, 34, 35, 36, 40, 41]))}",
            ]
        )
    )
    return text + draw(mark)


@st.composite
def texts(draw):
    kind = draw(st.integers(0, 5))
    one = draw(points())
    if kind < 2:
        return one
    if kind == 2:
        return draw(st.sampled_from([f"../{one}", f"{one}/..", f"/{one}", f"{one}/"]))
    two = draw(points())
    if kind == 3:
        return f"[{one},{two}]"
    assume(When.parse(one).earliest <= When.parse(two).latest)
    return f"{one}/{two}" if kind == 4 else f"[{one}..{two}]"


whens = texts().map(When.parse) | st.just(UNKNOWN)


@given(whens)
def test_what_is_printed_reads_back_as_the_same(when):
    assert When.parse(str(when)) == when
    assert hash(When.parse(str(when))) == hash(when)


@given(whens)
def test_the_first_day_is_not_after_the_last(when):
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(whens)
def test_meaning_it_roughly_keeps_the_days(when):
    about = when.about()
    assert (about.earliest, about.latest) == (when.earliest, when.latest)
    assert about.approximate == when.known
    assert about.uncertain == when.uncertain


def written(end):
    return dt.date(end.tm_year, end.tm_mon, end.tm_mday)


# The package cannot parse a marked season or quarter, nor a mark within a set, and has a year 0.
plain = points(mark=st.just("")).filter(lambda text: not text.startswith("00"))
marked = st.tuples(dates, st.sampled_from([4, 7, 10]), marks).map(
    lambda parts: parts[0].isoformat()[: parts[1]] + parts[2]
)


@settings(max_examples=60)  # the oracle is slow
@given(plain | marked)
def test_bounds_are_those_of_the_edtf_package(text):
    theirs, ours = parse_edtf(text), When.parse(text)
    assert written(theirs.lower_strict()) == ours.earliest
    assert written(theirs.upper_strict()) == ours.latest


@settings(max_examples=40)
@given(marked, marked)
def test_bounds_of_spans_are_those_of_the_edtf_package(one, two):
    assume(When.parse(one).earliest <= When.parse(two).earliest)
    theirs, ours = parse_edtf(f"{one}/{two}"), When.parse(f"{one}/{two}")
    assert written(theirs.lower_strict()) == ours.earliest
    assert written(theirs.upper_strict()) == ours.latest or one == two


@settings(max_examples=40)
@given(dates, dates)
def test_bounds_of_sets_are_those_of_the_edtf_package(one, two):
    text = f"[{one.isoformat()},{two.isoformat()[:7]}]"
    theirs, ours = parse_edtf(text), When.parse(text)
    assert written(theirs.lower_strict()) == ours.earliest
    assert written(theirs.upper_strict()) == ours.latest


@given(whens, whens)
def test_what_is_certain_is_possible(one, two):
    assert not one.certainly_before(two) or one.possibly_before(two)
    assert not one.certainly_after(two) or one.possibly_after(two)
    assert not one.within(two) or one.overlaps(two)


@given(whens, whens)
def test_what_is_certainly_before_is_not_possibly_after_and_shares_no_day(one, two):
    if one.certainly_before(two):
        assert not one.possibly_after(two)
        assert not one.overlaps(two)
        assert two.certainly_after(one)


@given(whens, whens)
def test_sharing_a_day_is_mutual(one, two):
    assert one.overlaps(two) == two.overlaps(one)


@given(whens)
def test_a_date_shares_its_days_with_itself_and_lies_in_itself_if_it_is_firm(when):
    assert when.overlaps(when)
    if not when.approximate:
        assert when.within(when) == (when.known and not when.uncertain)


@given(whens)
def test_marking_doubt_keeps_the_days_and_takes_the_certainty(when):
    doubtful = when.doubtful()
    assert (doubtful.earliest, doubtful.latest) == (when.earliest, when.latest)
    assert doubtful.uncertain == when.known
    assert not doubtful.within(When.parse("../9999"))


@given(whens)
def test_a_label_can_be_typed_again(when):
    assume(when.known and "[" not in when.text and "X" not in when.text)
    assume(not re.search(r"-(2[1-9]|3[3-6]|4[01])(?![0-9-])", when.text))
    ends = [re.sub(r"[^~?%]", "", end) for end in when.text.split("/") if end not in ("", "..")]
    assume(len(set(ends)) == 1)
    for text in (when.label, when.show(ascii=True)):
        again = When.asked(text, TODAY)
        assert (again.earliest, again.latest) == (when.earliest, when.latest)
        assert (again.approximate, again.uncertain) == (when.approximate, when.uncertain)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_sentence_saying_why_not(text):
    for read in (When.parse, lambda typed: When.asked(typed, TODAY)):
        try:
            outcome = str(read(text))
        except BadDate as fault:
            outcome = str(fault)
        assert re.search(r"^[0-9\[./]|^unknown$|[.!)]$", outcome)


@pytest.mark.parametrize(
    ("text", "label", "plain"),
    [
        ("../2024-07-11", "≤2024-07-11", "<=2024-07-11"),
        ("2024-07-06/2024-07-11", "2024-07-06..11", "2024-07-06..11"),
        ("2024-07-06?/2024-07-11?", "2024-07-06..11?", "2024-07-06..11?"),
        ("2019-12~", "~2019-12", "~2019-12"),
        ("2019-12%", "~2019-12?", "~2019-12?"),
        ("2024-06-28/2024-07-02", "2024-06-28..07-02", "2024-06-28..07-02"),
        ("2024-03/2024-05", "2024-03..05", "2024-03..05"),
        ("2023/2024-02", "2023..2024-02", "2023..2024-02"),
        ("2022/..", "≥2022", ">=2022"),
        ("[2024-07-09,2024-07-10]", "2024-07-09|2024-07-10", "2024-07-09|2024-07-10"),
        ("201X", "2010s", "2010s"),
        ("2024-35", "2024-Q3", "2024-Q3"),
        ("2024-24", "2024-winter", "2024-winter"),
        ("unknown", "no date", "no date"),
    ],
)
def test_labels(text, label, plain):
    assert When.parse(text).label == label
    assert When.parse(text).show(ascii=True) == plain


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2024-07-06/2024-07-11", dt.date(2024, 7, 6)),
        ("../2024-07-11", dt.date(2024, 7, 11)),
        ("2022/..", dt.date(2022, 1, 1)),
        ("unknown", None),
    ],
)
def test_a_date_is_placed_at_its_earliest_day_and_with_an_open_start_at_its_end(text, place):
    assert When.parse(text).place == place


def test_sorting_puts_an_open_start_first_within_a_day_and_no_date_last():
    order = ["../2024-07-11", "2024-07-11", "2024-07-11/2024-07-12", "2024-07-12", "unknown"]
    assert sorted(map(When.parse, reversed(order)), key=lambda when: when.order) == list(
        map(When.parse, order)
    )


def test_winter_runs_into_the_february_that_follows():
    winter = When.parse("2023-24")
    assert (winter.earliest, winter.latest) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))


@pytest.mark.parametrize(
    "text",
    [
        "2024-06-31",
        "2023-02-29",
        "2024-13",
        "0000",
        "10000",
        "-0044",
        "2024/2023",
        "٢٠٢٤",
        "24-07-11",
        "2024-7-1",
        "07/08/2024",
        "2024-07-11T10:15",
        "2024-XX-09",
        "201X-07",
        "yesterday",
        "2024-42",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadDate, match="“"):
        When.parse(text)


def test_the_refusal_says_what_is_wrong_with_the_thirty_first_of_june():
    with pytest.raises(BadDate, match="June 2024 has 30 days"):
        When.parse("2024-06-31")


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("30d", "2024-06-12"),
        ("2w", "2024-06-28"),
        ("1m", "2024-06-12"),
        ("1y", "2023-07-12"),
        ("today", "2024-07-12"),
        ("yesterday", "2024-07-11"),
        ("2024-07", "2024-07"),
        ("2024-W28", "2024-07-08/2024-07-14"),
        ("2024-Q3", "2024-35"),
        ("2024H1", "2024-40"),
        ("11 July 2024", "2024-07-11"),
        ("July 11th, 2024", "2024-07-11"),
        ("Jul 2024", "2024-07"),
        ("≤2024-07-11", "../2024-07-11"),
        ("2024-07-06..11?", "2024-07-06?/2024-07-11?"),
    ],
)
def test_what_a_person_types(typed, edtf):
    assert str(When.asked(typed, TODAY)) == edtf


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("07/08/2024", "Write 2024-08-07 or 2024-07-08"),
        ("13/07/2024", "Write 2024-07-13"),
        ("07/13/2024", "Write 2024-07-13"),
        ("11/07/24", "four digits"),
        ("31 June 2024", "June 2024 has 30 days"),
        ("2024/07/11", "write it 2024-07-11"),
        ("20240711", "write it 2024-07-11"),
        ("2024-W60", "no week 60"),
        ("2024-Q5", "four quarters"),
        ("last tuesday", "Write it like"),
        ("", "A date is needed"),
        ("unknown", "A date is needed"),
        ("99999y", "before the year 1"),
    ],
)
def test_what_cannot_be_understood_says_what_would_be(typed, instead):
    with pytest.raises(BadDate, match=re.escape(instead)):
        When.asked(typed, TODAY)


def test_constructors():
    day = dt.date(2024, 7, 11)
    assert str(When.day(day)) == "2024-07-11"
    assert str(When.between(day, day)) == "2024-07-11"
    assert str(When.between(None, None)) == "unknown"
    assert str(When.not_after(day)) == "../2024-07-11"
    assert When.unknown() == UNKNOWN == When.parse("")


def test_about_a_day_is_not_certainly_that_day():
    about = When.parse("2024-07-09~")
    assert not about.within(When.parse("2024-07-09"))
    assert about.within(When.parse("2024-07"))
    assert not about.certainly_before(dt.date(2024, 7, 10))
    assert about.certainly_before(dt.date(2024, 7, 11))
    assert about.overlaps(dt.date(2024, 7, 10))


def test_a_pydantic_field_takes_edtf_and_gives_it_back():
    class Holder(pydantic.BaseModel):
        when: When

    held = Holder.model_validate_json('{"when": "../2024-07-11"}')
    assert held.when == When.not_after(dt.date(2024, 7, 11))
    assert json.loads(held.model_dump_json()) == {"when": "../2024-07-11"}
    with pytest.raises(pydantic.ValidationError, match="30 days"):
        Holder(when="2024-06-31")


def test_a_date_survives_pickling_and_cannot_be_changed():
    when = When.parse("2024-07~")
    assert pickle.loads(pickle.dumps(when)) == when
    with pytest.raises(AttributeError):
        when.text = "2025"
