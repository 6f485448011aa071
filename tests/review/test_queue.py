"""What to look at first, and what is like it."""

from timeline.projection import Standing
from timeline.review.queue import alike, queue


def standing(position, form="indirect", said="2024", occasion="", article="a", **more):
    words = more.pop("asserted", f"words {position}")
    given = {"form": form, "said": said, "occasion": occasion or article, "article": article}
    return Standing(
        position, f"{position:036}", f"{article}@{position}", asserted=words,
        asserted_start=position, **(given | more),
    )  # fmt: skip


def positions(made):
    return [one.position for one in made.todo]


def test_own_words_come_first_then_undated_occasions_that_hold_many():
    every = [
        standing(1),
        standing(2, said="unknown", occasion="small"),
        standing(3, said="unknown", occasion="big"),
        standing(4, said="unknown", occasion="big"),
        standing(5, form="direct"),
        standing(6, form="mixed"),
    ]
    assert positions(queue(every)) == [5, 3, 4, 2, 1, 6]


def test_what_was_decided_is_not_asked_again_but_counted():
    every = [standing(1, status="accepted"), standing(2), standing(3, status="retracted")]
    made = queue(every)
    assert positions(made) == [2]
    assert made.checked == 2
    assert positions(queue(every, status=("accepted",))) == [1]


def test_what_is_no_speech_is_asked_for():
    every = [standing(1, form="headline"), standing(2, form="narrative"), standing(3)]
    assert positions(queue(every)) == [3]
    assert sorted(positions(queue(every, everything=True))) == [1, 2, 3]
    assert positions(queue(every, ["headline"])) == [1]


def test_the_like_of_it_is_by_the_same_side_and_in_almost_the_same_words():
    mine = standing(1, asserted="China has become a decisive enabler of the war", side="NATO")
    every = [
        mine,
        standing(2, asserted="China has become a decisive enabler", side="NATO", actor="NATO"),
        standing(3, asserted="China has become a decisive enabler", side="Russia", actor="Russia"),
        standing(4, asserted="support for Ukraine is not charity", side="NATO"),
    ]
    assert [one.position for one in alike(mine, every)] == [2]
