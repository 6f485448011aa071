"""An article's date and all that hangs on it; its title, publisher and address."""

import datetime as dt
from typing import NamedTuple

import pytest

from tests.review import ground as told
from timeline import events as e
from timeline.chronicle import decode, new_envelope
from timeline.errors import BadDate, BadInput, BadUse, Conflict
from timeline.review import take
from timeline.review.article import Ahead, correct_article, read
from timeline.review.correct import Case, Ground, correct, standing_record
from timeline.review.dossier import read as dossier_of


class Told(NamedTuple):
    key: str
    name: str
    date: str
    rule: str
    anchor: str
    phrase: str
    phrase_start: int
    phrase_end: int


TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


@pytest.fixture
def article():
    return told.article()


@pytest.fixture
def found(chronicle, article):
    phrase = told.span(article.text, "on Tuesday")
    tuesday = {
        "said_basis": "stated", "said_rule": "weekday", "said_anchor": "published",
        "said_phrase": "on Tuesday", "said_phrase_start": phrase["start"],
        "said_phrase_end": phrase["end"],
    }  # fmt: skip
    found = {
        "stated": told.assertion(article, "“enabling” the war", "NATO", **tuesday),
        "not stated": told.assertion(article, "China must stop", "Jens Stoltenberg"),
        "absolute": told.assertion(
            article, "looked for rivalry", said="2023", said_basis="stated", said_rule="year"
        ),
    }
    told.put(chronicle, article, *found.values())
    return found


@pytest.fixture
def cases(chronicle, found):
    def cases():
        made = {}
        for name, one in found.items():
            dossier = dossier_of(chronicle, one.id, one.handle)
            made[name] = Case(dossier, standing_record(dict(one), dossier))
        return made

    return cases


@pytest.fixture
def change(chronicle, article, cases):
    def change(*pairs, why="the masthead", by="Ada", reading=lambda _: ()):
        known = read(chronicle, article.id, "003")
        ahead = Ahead(known, tuple(cases().values()), reading, lambda _: 0)
        ground = Ground(article.model_copy(update={"published": known.published}), TODAY)
        plan = correct_article(ahead, pairs, why, ground, new_envelope(by))
        return take(chronicle, plan)

    return change


def said(cases):
    return {name: (case.record.said, case.record.said_basis) for name, case in cases().items()}


def test_what_hangs_on_the_date_moves_with_it_and_nothing_else(change, cases):
    done = change("published=2024-07-11")
    assert done.says == "corrected 003: published no date → 2024-07-11"
    assert done.more == ("moves 2 assertions",)
    assert said(cases) == {
        "stated": ("2024-07-09", "stated"),
        "not stated": ("../2024-07-11", "article"),
        "absolute": ("2023", "stated"),
    }
    change("published=2024-07-18", why="a slip")
    assert said(cases)["stated"] == ("2024-07-16", "stated")
    change("published=unknown", why="nobody knows")
    assert said(cases)["stated"] == ("", "stated")
    assert said(cases)["not stated"] == ("", "unknown")


def test_it_is_one_transaction_with_the_reason_in_each(chronicle, change):
    done = change("published=2024-07-11")
    events = [decode(chronicle.at(position)) for position in done.positions]
    assert [event.NAME for event in events] == ["article-dated.1", *["assertion-dated.2"] * 2]
    assert {event.reason for event in events} == {"the masthead"}
    assert isinstance(events[0], e.ArticleDated)
    assert (events[0].published, events[0].basis) == ("2024-07-11", "person")


def test_what_a_person_dated_stays(chronicle, article, change, cases):
    case, ground = cases()["stated"], Ground(article, TODAY)
    take(chronicle, correct(case, ["said=2024-07-01"], "minutes", ground, new_envelope("Bob")))
    done = change("published=2024-07-11")
    assert done.more == ("moves 1 assertion; 1 assertion dated by a person: kept",)
    assert said(cases)["stated"] == ("2024-07-01", "person")


def test_a_date_that_another_took_in_the_meantime_is_not_moved(chronicle, article, cases):
    known, before, ground = read(chronicle, article.id, "003"), cases(), Ground(article, TODAY)
    ahead = Ahead(known, tuple(before.values()), lambda _: (), lambda _: 0)
    plan = correct_article(ahead, ["published=2024-07-11"], "why", ground, new_envelope("Ada"))
    hers = correct(before["stated"], ["said=2024-07-01"], "minutes", ground, new_envelope("Bob"))
    take(chronicle, hers)
    with pytest.raises(Conflict, match="Bob dated it 2024-07-01"):
        take(chronicle, plan)
    assert read(chronicle, article.id, "003").published == ""


def test_occasions_that_the_article_dates_are_dated_anew(chronicle, article, change):
    summit = Told(
        "summit", "the summit", "2024-07-09", "weekday", "published", "on Tuesday", 19, 29
    )

    def reading(of):
        return (summit,) if of.published else ()

    done = change("published=2024-07-11", reading=reading)
    event = decode(chronicle.at(done.positions[-1]))
    assert isinstance(event, e.OccasionDated)
    assert (event.date, event.article, event.basis) == ("2024-07-09", article.id, "stated")
    assert done.more == ("moves 2 assertions; dates 1 occasion anew",)


def test_title_publisher_and_address_are_kept_beside_each_other(chronicle, article, change):
    change("title=Leaders meet")
    change("publisher=The Paper", "url=https://paper.example/1")
    known = read(chronicle, article.id, "003")
    assert (known.title, known.publisher, known.url) == (
        "Leaders meet", "The Paper", "https://paper.example/1",
    )  # fmt: skip
    change("publisher=", why="not sure")
    assert read(chronicle, article.id, "003").publisher is None


def test_what_changes_nothing_is_refused_and_what_was_lost_is_already_so(change):
    change("title=Leaders meet")
    assert "already so" in change("title=Leaders meet").says
    with pytest.raises(BadUse, match="title is “Leaders meet” already"):
        change("title=Leaders meet", why="again")


@pytest.mark.parametrize(
    ("pair", "fault", "says"),
    [
        ("publshed=2024", BadUse, "Did you mean published"),
        ("published=07/08/2024", BadDate, "two days"),
        ("published=30 February 2024", BadDate, "2024-02"),
        ("url=javascript:alert(1)", BadInput, "no address"),
        ("speaker=NATO", BadUse, "An article has no field"),
        ("2024", BadUse, "FIELD=VALUE"),
    ],
)
def test_what_is_no_field_or_value_is_told(change, pair, fault, says):
    with pytest.raises(fault) as told_so:
        change(pair)
    assert says in str(told_so.value)


def test_an_empty_reason_is_refused(change):
    with pytest.raises(BadUse, match="-m WHY"):
        change("published=2024-07-11", why=" ")


def test_a_date_that_can_hardly_be_is_taken_and_what_speaks_against_it_is_told(change, cases):
    done = change("published=2030-07-11")
    assert done.more == ("moves 2 assertions", "2030-07-11 is in the future")
    assert said(cases)["not stated"] == ("../2030-07-11", "article")
    done = change("published=2021-07-11", why="no, earlier")
    later = "the article reports what was said later: 2023"
    assert done.more == ("moves 2 assertions", later)
