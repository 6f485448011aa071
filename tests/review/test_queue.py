"""What to look at first, and what is like it."""

from timeline.projection import Standing
from timeline.query import Found
from timeline.review.queue import alike, queue


def found(position, form="indirect", said="2024", occasion="", article="a", **more):
    words = more.pop("asserted", f"words {position}")
    given = {"form": form, "said": said, "occasion": occasion or article, "article": article}
    standing = Standing(
        position, f"{position:036}", f"{article}@{position}", asserted=words,
        asserted_start=position, **(given | more),
    )  # fmt: skip
    return Found(standing, {})


def positions(made):
    return [one.standing.position for one in made.todo]


def test_own_words_come_first_then_undated_occasions_that_hold_many():
    every = [
        found(1),
        found(2, said="unknown", occasion="small"),
        found(3, said="unknown", occasion="big"),
        found(4, said="unknown", occasion="big"),
        found(5, form="direct"),
        found(6, form="mixed"),
    ]
    assert positions(queue(every)) == [5, 3, 4, 2, 1, 6]


def test_what_was_decided_is_not_asked_again_but_counted():
    every = [found(1, status="accepted"), found(2), found(3, status="retracted")]
    made = queue(every)
    assert positions(made) == [2]
    assert made.checked == 2
    assert positions(queue(every, status=("accepted",))) == [1]


def test_what_is_no_speech_is_asked_for():
    every = [found(1, form="headline"), found(2, form="narrative"), found(3)]
    assert positions(queue(every)) == [3]
    assert sorted(positions(queue(every, everything=True))) == [1, 2, 3]
    assert positions(queue(every, ["headline"])) == [1]


def test_the_like_of_it_is_by_the_same_side_and_in_almost_the_same_words():
    mine = found(1, asserted="China has become a decisive enabler of the war", side="NATO")
    every = [
        mine,
        found(2, asserted="China has become a decisive enabler", side="NATO", actor="NATO"),
        found(3, asserted="China has become a decisive enabler", side="Russia", actor="Russia"),
        found(4, asserted="support for Ukraine is not charity", side="NATO"),
    ]
    assert [one.standing.position for one in alike(mine, every)] == [2]
