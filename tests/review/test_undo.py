"""Undo: one's own last decision is reversed by another event, and what stood before stands again."""

from contextlib import suppress
from itertools import product

import pytest

from tests.review import ground as told
from timeline.chronicle import decode, new_envelope
from timeline.errors import BadUse, NotFound
from timeline.query import Filters, Library
from timeline.query.held import held
from timeline.review import take, take_all
from timeline.review import verdict as verdicts
from timeline.review.actors import Tie, alias, define, merge, tie, unalias
from timeline.review.article import correct_article
from timeline.review.correct import correct
from timeline.review.desk import Desk
from timeline.review.dossier import read
from timeline.review.link import link, reach
from timeline.review.note import note
from timeline.review.occasion import Occasion, date
from timeline.review.subject import subject
from timeline.review.undo import undo
from timeline.review.verdict import accept, reject, retract


@pytest.fixture
def library(tmp_path):
    with told.new(tmp_path) as chronicle:
        article = told.article(name="003.txt", published="2024-07-11")
        phrase = told.span(article.text, "on Tuesday")
        tuesday = {
            "said": "2024-07-09", "said_basis": "stated", "said_rule": "weekday",
            "said_anchor": "published", "said_phrase": "on Tuesday",
            "said_phrase_start": phrase["start"], "said_phrase_end": phrase["end"],
        }  # fmt: skip
        told.put(
            chronicle, article,
            told.assertion(article, "“enabling” the war", "NATO", **tuesday),
            told.assertion(article, "China must stop", "Jens Stoltenberg"),
        )  # fmt: skip
        library = Library(chronicle, tmp_path / "timeline.views.db")
        library.chronicle = chronicle
        yield library
        library.close()


@pytest.fixture
def ada(library):
    return Desk(library.chronicle, library, "Ada")


@pytest.fixture
def bob(library):
    return Desk(library.chronicle, library, "Bob")


def decide(desk, decision, word, *more):
    return take(desk.chronicle, decision(desk.dossier(word), desk.stamp(), *more))


def back(desk, position=None):
    return take_all(desk.chronicle, undo(desk, position))[0]


ONE, TWO = (f"003@{told.TEXT.index(words)}" for words in ("“enabling”", "China must"))


def test_accept_undo_and_accept_again_are_three_events(ada, library):
    decide(ada, accept, ONE)
    done = back(ada)
    assert done.says.startswith(f"undid #7 on {ONE}: accepted it → reopened it")
    assert library.standing(ONE).status == "proposed"
    decide(ada, accept, ONE)
    assert [one.name for one in library.history(ONE)] == [
        "assertion-recorded.1", "assertion-accepted.1", "assertion-reopened.1",
        "assertion-accepted.1",
    ]  # fmt: skip


def test_undo_goes_back_step_by_step_and_then_says_that_there_is_no_more(ada, library):
    decide(ada, accept, ONE)
    decide(ada, reject, TWO, "third hand")
    back(ada)
    assert (library.standing(ONE).status, library.standing(TWO).status) == ("accepted", "proposed")
    back(ada)
    assert library.standing(ONE).status == "proposed"
    with pytest.raises(NotFound, match="Ada has taken no decision here"):
        back(ada)


def test_what_was_decided_at_once_is_undone_at_once_and_what_came_before_stays(ada, library):
    decide(ada, accept, ONE)
    both = [retract(ada.dossier(one), ada.stamp(), "withdrawn") for one in (ONE, TWO)]
    positions = [done.positions[0] for done in take_all(ada.chronicle, both)]
    told = [done.says for done in take_all(ada.chronicle, undo(ada))]
    assert [says.split(" on ")[0] for says in told] == [f"undid #{place}" for place in positions]
    assert (library.standing(ONE).status, library.standing(TWO).status) == ("accepted", "proposed")


def test_of_what_was_decided_at_once_one_can_be_undone_alone_and_the_rest_after_it(ada, library):
    both = [retract(ada.dossier(one), ada.stamp(), "withdrawn") for one in (ONE, TWO)]
    first, _ = take_all(ada.chronicle, both)
    back(ada, first.positions[0])
    assert (library.standing(ONE).status, library.standing(TWO).status) == ("proposed", "retracted")
    (rest,) = take_all(ada.chronicle, undo(ada))
    assert f"on {TWO}: retracted it" in rest.says
    assert library.standing(TWO).status == "proposed"


def test_only_ones_own_and_only_what_is_in_force(ada, bob):
    decide(ada, accept, ONE)
    with pytest.raises(BadUse, match=r"#7 is Ada's; you, Bob, can undo only your own"):
        back(bob, 7)
    decide(bob, retract, ONE, "withdrawn")
    with pytest.raises(BadUse, match=r"#7 is not in force: Bob retracted it \(withdrawn\), #8"):
        back(ada, 7)
    back(bob)
    with pytest.raises(BadUse, match="#8 was undone already, #9"):
        back(bob, 8)


def test_what_is_no_decision_is_told(ada):
    with pytest.raises(BadUse, match="#1 is no decision, but article-admitted"):
        back(ada, 1)
    for beyond in (99, 10**23):
        with pytest.raises(NotFound, match=f"nothing at #{beyond}; the last is #6"):
            back(ada, beyond)


def test_an_undo_can_be_undone_by_its_position(ada, library):
    decide(ada, reject, ONE, "third hand")
    done = back(ada)
    back(ada, done.positions[0])
    assert library.standing(ONE).status == "rejected"


def test_who_takes_back_a_rejection_has_accepted_nothing(ada, bob, library):
    decide(ada, accept, ONE)
    done = decide(bob, reject, ONE, "third hand")
    assert library.standing(ONE).checked_by == "Bob"
    back(bob)
    assert (library.standing(ONE).status, library.standing(ONE).checked_by) == ("accepted", "Ada")
    with pytest.raises(BadUse, match="was undone already"):
        back(bob, done.positions[0])
    decide(bob, retract, ONE, "no")
    back(bob)
    assert (library.standing(ONE).status, library.standing(ONE).checked_by) == ("accepted", "Ada")


def test_a_retraction_undone_gives_back_the_status_before(ada, library):
    decide(ada, accept, ONE)
    decide(ada, retract, ONE, "withdrawn")
    back(ada)
    assert library.standing(ONE).status == "accepted"


def test_a_correction_undone_gives_back_every_field(ada, library):
    before = library.recorded(ONE)
    ground = ada.ground(ada.article("003").id)
    for pairs in (["act=reject", "speaker=Jens Stoltenberg"], ["said=2024-07-01"]):
        take(ada.chronicle, correct(ada.case(ONE), pairs, "why", ground, ada.stamp()))
    assert library.standing(ONE).said == "2024-07-01"
    back(ada)
    assert (library.standing(ONE).said, library.standing(ONE).act) == ("2024-07-09", "reject")
    back(ada)
    after = ada.case(ONE).record
    assert {
        name: value for name, value in dict(after).items() if value != before.get(name, value)
    } == {}


def test_an_articles_date_undone_takes_its_assertions_along(ada, library):
    ahead, ground = ada.ahead("003"), ada.ground(ada.article("003").id)
    plan = correct_article(ahead, ["published=2024-07-18"], "the masthead", ground, ada.stamp())
    take(ada.chronicle, plan)
    assert library.standing(ONE).said == "2024-07-16"
    done = back(ada)
    assert done.more[0].startswith("moves ")
    assert library.standing(ONE).said == "2024-07-09"
    assert library.article("003").published == "2024-07-11"
    assert library.article("003").basis == "stated", "as the article says, not as a person"


def test_a_link_and_a_note(ada):
    one, other = ada.dossier(ONE), ada.dossier(TWO)
    take(ada.chronicle, link(one, "answers", reach(other, "answers", ada.dossier_of), ada.stamp()))
    back(ada)
    assert ada.dossier(ONE).links == {}
    decide(ada, accept, ONE)
    take(ada.chronicle, note(subject(ada, ONE), "mind the words", ada.stamp()))
    with pytest.raises(BadUse, match="#10 is no decision, but noted"):
        back(ada, 10)
    assert "undid #9" in back(ada).says, "what was decided before it, as if it were not there"


def test_an_occasion_undone_is_dated_by_articles_again(ada):
    found = Occasion("summit", "the summit", "unknown", 0, ())
    take(ada.chronicle, date(found, "2024-07-10", "its heading", ada.stamp()))
    done = back(ada)
    assert done.says.endswith("→ dated the summit as the articles say")
    assert decode(ada.chronicle.at(done.positions[0])).date == ""


def test_decisions_on_names_give_back_whom_they_meant(ada, library):
    before = library.directory().state()
    for plan in (
        lambda: define(ada.scene(), "Nemo", "person", ada.stamp()),
        lambda: alias(ada.scene(), "Captain", "Nemo", ada.stamp()),
        lambda: tie(ada.scene(), Tie("Nemo", "speaks for", "NATO", "2020", ""), ada.stamp()),
        lambda: merge(ada.scene(), "Nemo", "Stoltenberg", ada.stamp()),
    ):
        take(ada.chronicle, plan())
    for _ in range(4):
        done = back(ada)
    assert done.says.endswith("defined Nemo as person → took back what Nemo was defined as")
    assert library.directory().find("Captain") is None
    assert library.directory().find("Nemo") is None
    assert library.directory().state() == before
    back(ada, done.positions[0])
    assert library.directory().kind("Nemo") == "person"


def test_a_kind_undone_is_the_one_before_in_the_end_the_one_that_was_shipped(ada, library):
    for kind in ("group", "media"):
        plan = define(ada.scene(), "NATO", kind, ada.stamp())
        take(ada.chronicle, ada.with_shipped(plan))
    kinds = [library.directory().kind("NATO")]
    for _ in range(2):
        back(ada)
        kinds.append(library.directory().kind("NATO"))
    assert kinds == ["media", "group", "organisation"]
    assert library.directory().find("NATO") == "NATO"


def test_only_undo_gives_the_reason_of_an_undo(ada):
    decide(ada, accept, ONE)
    for decision in (
        lambda: decide(ada, reject, TWO, "undo of #7"),
        lambda: define(ada.scene(), "Nemo", "person", ada.stamp(), "undo of #7"),
    ):
        with pytest.raises(BadUse, match="timeline undo 7"):
            decision()
    assert "undid #7" in back(ada).says


def test_what_was_known_of_an_article_is_told_as_it_was_and_as_it_is_again(ada):
    ahead, ground = ada.ahead("003"), ada.ground(ada.article("003").id)
    take(ada.chronicle, correct_article(ahead, ["title=A"], "why", ground, ada.stamp()))
    ahead = ada.ahead("003")
    take(ada.chronicle, correct_article(ahead, ["title=B"], "why", ground, ada.stamp()))
    assert back(ada).says.endswith("described it: title “B” (why) → described it: title “A”")


def test_an_alias_taken_back_is_given_back(ada, library):
    take(ada.chronicle, define(ada.scene(), "Nemo", "person", ada.stamp()))
    take(ada.chronicle, alias(ada.scene(), "Captain", "Nemo", ada.stamp()))
    take(ada.chronicle, unalias(ada.scene(), "Captain", ada.stamp()))
    back(ada)
    assert library.directory().find("Captain") == "Nemo"


def test_what_moves_with_an_occasion_still_does_after_its_article_was_dated(tmp_path):
    with told.new(tmp_path) as chronicle:
        article = told.article(name="007.txt")
        told.put(
            chronicle, article,
            told.assertion(
                article, "China must stop", occasion_key="summit", occasion="war",
                occasion_start=told.TEXT.index("war"), occasion_end=told.TEXT.index("war") + 3,
                said_basis="occasion", said_anchor="occasion", said_days=[1, 1],
            ),
        )  # fmt: skip
        library = Library(chronicle, tmp_path / "timeline.views.db")
        ada = Desk(chronicle, library, "Ada")
        one = f"007@{told.TEXT.index('China must')}"
        ahead, ground = ada.ahead("007"), ada.ground(ada.article("007").id)
        plan = correct_article(ahead, ["published=2024-07-18"], "why", ground, ada.stamp())
        assert take(chronicle, plan).more == ("moves 1 assertion",)
        assert library.standing(one).said == "../2024-07-18"
        summit = Occasion("summit", "the summit", "unknown", 1, ())
        take(chronicle, date(summit, "2024-07-10", "its heading", ada.stamp()))
        assert library.standing(one).said == "2024-07-11"
        library.close()


VERDICTS = ("accept", "reject", "reopen", "retract", "restore")


def test_any_sequence_of_verdicts_stands_in_the_views_as_it_stands_in_the_dossier(tmp_path):
    sequences = list(product(VERDICTS, repeat=3))
    text = "\n".join(f"A said word{nth} here." for nth in range(len(sequences)))
    with told.new(tmp_path) as chronicle:
        article = told.article(text, name="008.txt")
        found = [told.assertion(article, f"word{nth} here") for nth in range(len(sequences))]
        told.put(chronicle, article, *found)
        stored = 0
        for one, sequence in zip(found, sequences, strict=True):
            for verdict in sequence:
                dossier = read(chronicle, one.id, one.handle)
                with suppress(BadUse):
                    plan = getattr(verdicts, verdict)
                    stored += take(chronicle, plan(dossier, new_envelope("Ada"), "why")).stored
        library = Library(chronicle, tmp_path / "timeline.views.db")
        ours = {one.id: read(chronicle, one.id, "").status for one in found}
        theirs = {
            one.standing.id: one.standing.status
            for one in held(library, Filters(everything=True, points=True))
        }
        library.close()
    assert theirs == ours
    assert set(ours.values()) == {"proposed", "accepted", "rejected", "retracted"}
    assert stored > len(sequences)
