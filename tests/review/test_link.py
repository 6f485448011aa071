"""Links: once, never to itself, never in a circle, also when two people make half of one each."""

import pytest

from tests.review import ground as told
from timeline.chronicle import new_envelope
from timeline.errors import BadUse, Conflict
from timeline.review import take
from timeline.review.dossier import read
from timeline.review.link import a_relation, link, reach, unlink


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


@pytest.fixture
def ids(chronicle):
    article = told.article()
    words = ("“enabling” the war", "China must stop", "the alliance looked for rivalry")
    found = [told.assertion(article, one) for one in words]
    told.put(chronicle, article, *found)
    return {name: one.id for name, one in zip("abc", found, strict=True)}


@pytest.fixture
def tie(chronicle, ids):
    def plan(one, relation, other, by="Ada"):
        look = {name: read(chronicle, ids[name], name) for name in ids}
        by_id = {dossier.id: dossier for dossier in look.values()}
        reached = reach(look[other], relation, by_id.__getitem__)
        return link(look[one], relation, reached, new_envelope(by))

    def tie(*words, by="Ada"):
        return take(chronicle, plan(*words, by=by))

    tie.plan = plan
    return tie


def test_a_link_stands_until_it_is_taken_back(chronicle, ids, tie):
    assert str(tie("b", "answers", "a")).endswith("linked b answers a")
    one, other = (read(chronicle, ids[name], name) for name in "ba")
    assert list(one.links) == [("answers", ids["a"])]
    take(chronicle, unlink(one, "answers", other, new_envelope("Ada")))
    assert read(chronicle, ids["b"], "b").links == {}


def test_the_first_answer_that_a_person_links_says_that_the_text_tells_no_more_of_it(tie):
    assert tie("b", "repeats", "a").more == ()
    (told,) = tie("c", "answers", "a").more
    assert "nothing else that its text suggests" in told
    assert tie("c", "answers", "b").more == ()


def test_nothing_is_linked_to_itself(tie):
    with pytest.raises(BadUse, match="a cannot be linked to itself"):
        tie("a", "repeats", "a")


def test_a_circle_is_refused_with_the_way_that_is_there(tie):
    tie("b", "answers", "a")
    tie("c", "answers", "b")
    with pytest.raises(BadUse, match=r"circle: c → b → a \(answers\)"):
        tie("a", "answers", "c")
    assert tie("a", "repeats", "c").stored, "another relation is another matter"


def test_two_people_cannot_close_a_circle_between_them(chronicle, ids, tie):
    hers, his = tie.plan("b", "answers", "a"), tie.plan("a", "answers", "b", by="Bob")
    take(chronicle, hers)
    with pytest.raises(Conflict, match="Ada linked it"):
        take(chronicle, his)
    assert read(chronicle, ids["a"], "a").links == {}


def test_the_same_link_twice_is_already_so_and_a_contradiction_goes_both_ways(tie):
    tie("b", "contradicts", "a")
    assert "already so" in tie("b", "contradicts", "a").says
    assert "already so" in tie("a", "contradicts", "b", by="Bob").says


def test_what_is_not_linked_cannot_be_unlinked_and_unlinking_twice_is_already_so(
    chronicle, ids, tie
):
    def look():
        return [read(chronicle, ids[name], name) for name in "ba"]

    one, other = look()
    with pytest.raises(BadUse, match="b is not linked so: b answers a"):
        unlink(one, "answers", other, new_envelope("Ada"))
    tie("b", "answers", "a")
    one, other = look()
    take(chronicle, unlink(one, "answers", other, new_envelope("Ada")))
    one, other = look()
    assert "already so" in take(chronicle, unlink(one, "answers", other, new_envelope("Ada"))).says


def test_a_relation_is_one_of_three():
    assert a_relation(" Answers ") == "answers"
    with pytest.raises(BadUse, match="Did you mean answers"):
        a_relation("answer")
