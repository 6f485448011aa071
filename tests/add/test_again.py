"""A newer reader reads a known article again: what is the same keeps its id."""

import re

from hypothesis import given
from hypothesis import strategies as some

from timeline.add.again import differs, matched
from timeline.assertion import Assertion

TEXT = "China: will answer all of it\nNATO: is concerned\n"


def test_a_newer_version_that_reads_the_same_records_only_that_it_read(
    put, files, lines, chronicle, recorded
):
    folder = files({"a.txt": TEXT})
    [first] = put(folder)
    [again] = put(folder, reader=lines(version="2"))
    assert (again.reader, again.fresh, again.again) == ("lines/2", (), ())
    assert [one.version for one in recorded("article-read")] == ["1", "2"]
    assert len(recorded("assertion-recorded")) == len(first.assertions)
    assert put(folder, reader=lines(version="2"))[0].reader is None
    assert put(folder)[0].reader is None


def test_another_configuration_is_another_reading(put, files, lines, recorded):
    folder = files({"a.txt": TEXT})
    put(folder)
    put(folder, reader=lines(configuration="d"))
    assert [one.configuration for one in recorded("article-read")] == ["c", "d"]


def test_what_overlaps_by_half_keeps_id_and_handle_and_is_recorded_as_it_reads_now(
    put, files, lines, recorded
):
    folder = files({"a.txt": TEXT})
    [first] = put(folder)
    [again] = put(folder, reader=lines(version="2", cut=3))
    assert [one.id for one in again.again] == [one.id for one in first.assertions]
    assert [one.handle for one in again.again] == [one.handle for one in first.assertions]
    assert [one.asserted for one in again.again] == ["will answer all of", "is concer"]
    assert again.fresh == ()
    assert len(recorded("assertion-recorded")) == 4
    [third] = put(folder, reader=lines(version="3", cut=3))
    assert (third.fresh, third.again) == ((), ())


def test_what_an_earlier_reading_missed_is_fresh(put, files, lines):
    folder = files({"a.txt": TEXT})
    only = re.compile(r"^(?P<speaker>NATO): (?P<words>.+)$", re.MULTILINE)
    put(folder, reader=lines(seen=only))
    [again] = put(folder, reader=lines(version="2"))
    assert [one.speaker for one in again.fresh] == ["China"]


def test_a_known_article_is_read_again_with_the_date_it_is_known_by(put, files, lines, recorded):
    from timeline.add import Given

    folder = files({"a.txt": TEXT})
    put(folder, given=Given.of(published="2024-07-11"))
    [again] = put(folder, reader=lines(version="2"))
    assert again.again == ()
    assert {one.said for one in recorded("assertion-recorded")} == {"2024-07-11"}


def assertion(start, end, name="China", number=1, said=""):
    return Assertion(
        id=f"id {number}", handle=f"8e2b0f11@{start}", article="x",
        passage_start=0, passage_end=100, asserted="x" * (end - start),
        asserted_start=start, asserted_end=end, speaker=name, said=said,
        method=f"m/{number}", pattern="p", confidence=9,
    )  # fmt: skip


def test_less_than_half_is_another_assertion():
    [kept] = matched([assertion(6, 16, number=2)], [assertion(0, 10)])
    assert kept.id == "id 2"
    [kept] = matched([assertion(5, 15, number=2)], [assertion(0, 10)])
    assert kept.id == "id 1"


def test_a_few_words_inside_a_long_assertion_are_another():
    [kept] = matched([assertion(0, 4, number=2)], [assertion(0, 10)])
    assert kept.id == "id 2"


def test_another_name_is_another_assertion():
    [kept] = matched([assertion(0, 10, "NATO", 2)], [assertion(0, 10)])
    assert kept.id == "id 2"


def test_the_larger_overlap_comes_first_and_no_id_is_given_twice():
    found = [assertion(4, 10, number=2), assertion(0, 9, number=3)]
    assert [one.id for one in matched(found, [assertion(0, 10)])] == ["id 2", "id 1"]


def test_a_new_assertion_does_not_take_a_handle_that_another_has():
    new = assertion(0, 3, number=2)
    assert [one.handle for one in matched([new], [assertion(0, 10)])] == ["8e2b0f11@0.2"]


def test_only_the_method_may_differ_for_nothing():
    one = assertion(0, 10)
    assert differs(one, None)
    assert not differs(one.model_copy(update={"method": "m/2"}), one)
    assert differs(one.model_copy(update={"said": "2024"}), one)


SPANS = some.lists(
    some.tuples(some.integers(0, 30), some.integers(1, 20), some.sampled_from(["China", "NATO"])),
    max_size=6,
    unique=True,
)


@given(SPANS, SPANS)
def test_ids_and_handles_stay_unique_and_the_words_stay_their_own(new, old):
    found = [assertion(s, s + n, who, 100 + i) for i, (s, n, who) in enumerate(new)]
    earlier = [
        one.model_copy(update={"handle": f"8e2b0f11@{one.asserted_start}.{i}"})
        for i, one in enumerate(assertion(s, s + n, w, i) for i, (s, n, w) in enumerate(old))
    ]
    kept = matched(found, earlier)
    assert [one.asserted_start for one in kept] == [one.asserted_start for one in found]
    assert len({one.id for one in kept}) == len(kept)
    ids = {one.handle: one.id for one in earlier}
    for one in kept:
        assert ids.setdefault(one.handle, one.id) == one.id


@given(SPANS)
def test_the_same_reading_again_keeps_every_id(spans):
    found = [assertion(s, s + n, who, i) for i, (s, n, who) in enumerate(spans)]
    later = [one.model_copy(update={"method": "m/9"}) for one in found]
    assert [one.id for one in matched(later, found)] == [one.id for one in found]


def test_what_a_new_reading_no_longer_finds_is_marked_and_stays(put, files, lines, recorded):
    folder = files({"a.txt": TEXT})
    [first] = put(folder)
    only = re.compile(r"^(?P<speaker>NATO): (?P<words>.+)$", re.MULTILINE)
    [again] = put(folder, reader=lines(configuration="d", seen=only))
    china = first.assertions[0].id
    assert (again.fresh, again.again, again.missed) == ((), (), (china,))
    assert [one.missed for one in recorded("article-read")] == [[], [china]]
    assert recorded("assertion-retracted") == []
    [third] = put(folder, reader=lines(version="3"))
    assert third.missed == ()
