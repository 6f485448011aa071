"""Articles go in, each in one transaction, and never twice."""

import hashlib
import io
import itertools

import pytest

from timeline.actors import shipped
from timeline.add import Added, Given, Known, Unusable, add
from timeline.assertion import Finding
from timeline.chronicle import Chronicle, decode, streams
from timeline.errors import Conflict

TEXT = "China: will answer\nNATO: is concerned\nNobody says this.\n"


def test_an_article_goes_in_with_its_bytes_its_reading_and_its_assertions(
    put, files, chronicle, recorded
):
    folder = files({"a.txt": TEXT})
    [added] = put(folder)
    assert isinstance(added, Added)
    assert [one.asserted for one in added.assertions] == ["will answer", "is concerned"]
    assert [each.name for each in chronicle.after()] == [
        "gazetteer-adopted.1", "article-admitted.1", "article-described.1", "article-dated.1",
        "article-read.2", "assertion-recorded.1", "assertion-recorded.1",
    ]  # fmt: skip
    assert list(added.positions) == [2, 3, 4, 5, 6, 7]
    [admitted] = recorded("article-admitted")
    held = chronicle.bytes_of(admitted.article)
    assert held.content == TEXT.encode()
    assert admitted.commitment == hashlib.sha256(held.salt + TEXT.encode()).hexdigest()
    assert (admitted.by, admitted.name, admitted.size) == ("Ada", "a.txt", len(TEXT))
    [read] = recorded("article-read")
    assert (read.by, read.found, read.refused) == ("lines/1", 2, [])
    for one in recorded("assertion-recorded"):
        assert TEXT[one.asserted_start : one.asserted_end] == one.asserted
        assert one.by == "lines/1"


def test_the_same_again_adds_nothing(put, files, chronicle):
    folder = files({"a.txt": TEXT, "copy/of/a.txt": TEXT})
    first, second = put(folder)
    head = chronicle.head()
    assert isinstance(first, Added)
    assert second == Known(str(folder / "copy/of/a.txt"), first.article)
    assert [type(each) for each in put(folder)] == [Known, Known]
    assert chronicle.head() == head


def test_a_file_that_cannot_be_used_stops_no_other_and_leaves_nothing(put, files, chronicle):
    folder = files(
        {
            "1.txt": TEXT,
            "2.txt": b"",
            "3.txt": b"caf\xe9",
            "4.txt": b"a\0b",
            "5.txt": "<!DOCTYPE html><p>China: hello",
            "6.txt": "NATO: hello\n",
        }
    )
    told = put(folder, folder / "7.txt")
    assert [type(each) for each in told] == [Added, *[Unusable] * 4, Added, Unusable]
    assert [
        str(each).removeprefix(f"{folder}/") for each in told if isinstance(each, Unusable)
    ] == [
        "2.txt: empty file",
        "3.txt: not UTF-8: byte 3 is 0xe9; save it as UTF-8 and add it again",
        "4.txt: not text: byte 1 is NUL",
        "5.txt: not plain text; save its text as .txt, in UTF-8, and add that",
        "7.txt: no such file",
    ]
    assert len(chronicle.streams("article:")) == 2


def test_what_fails_in_a_reader_is_told_and_stops_no_other(put, files, lines, chronicle):
    class Brittle(lines):
        def read(self, article):
            if "NATO" in article.text:
                raise KeyError("NATO")
            return super().read(article)

    told = put(files({"a.txt": TEXT, "b.txt": "China: hello"}), reader=Brittle())
    assert [type(each) for each in told] == [Unusable, Added]
    assert "the reader lines/1 failed (KeyError: 'NATO')" in str(told[0])
    assert len(chronicle.streams("article:")) == 1


def test_what_the_gate_refuses_is_counted_with_its_reason(put, files, lines, recorded):
    class Inventive(lines):
        def candidate(self, one, article):
            made = super().candidate(one, article)
            return made.model_copy(update={"asserted": "made up"}) if one.start() else made

    [added] = put(files({"a.txt": TEXT}), reader=Inventive())
    assert [one.asserted for one in added.assertions] == ["will answer"]
    [read] = recorded("article-read")
    assert read.found == 1
    assert len(read.refused) == 1
    assert "not «made up»" in read.refused[0]


def test_an_article_in_which_nothing_is_found_is_read_all_the_same(put, files, recorded):
    [added] = put(files({"a.txt": "Nobody says anything."}))
    assert added.assertions == ()
    assert [one.found for one in recorded("article-read")] == [0]


def test_an_article_without_a_date_has_an_unknown_one(put, files, recorded):
    [added] = put(files({"a.txt": TEXT}))
    assert (added.basis, added.article.published) == ("unknown", "")
    assert [(one.published, one.basis) for one in recorded("article-dated")] == [("", "unknown")]


def test_the_head_of_an_article_says_when_and_where_in_it(put, files, recorded):
    text = "Date: 2024-07-11\nSource: The Herald\n\nChina Answers\n\nChina: will answer today\n"
    [added] = put(files({"a.txt": text}))
    [dated] = recorded("article-dated")
    assert (dated.published, dated.basis) == ("2024-07-11", "stated")
    assert text[dated.phrase_start : dated.phrase_end] == dated.phrase
    assert added.article.publisher == "The Herald"
    assert added.assertions[0].said == "2024-07-11"


def test_what_a_person_says_stands_above_what_the_head_says(put, files, recorded):
    text = "Date: 2024-07-11\nSource: The Herald\n\nChina: will answer\n"
    given = Given.of(published="2023-07", title="Mine", url="https://example.org/a")
    [added] = put(files({"a.txt": text}), given=given)
    [dated], [described] = recorded("article-dated"), recorded("article-described")
    assert (dated.published, dated.basis, dated.phrase, dated.by) == (
        "2023-07",
        "person",
        None,
        "Ada",
    )
    assert (described.title, described.publisher) == ("Mine", "The Herald")
    assert described.url == "https://example.org/a"
    assert added.basis == "person"


def test_what_is_said_of_a_known_article_changes_nothing_but_is_told(put, files, chronicle):
    folder = files({"a.txt": TEXT})
    put(folder)
    head = chronicle.head()
    [known] = put(folder, given=Given.of(published="2024-07-11", publisher="The Herald"))
    assert known.differs == ("published", "publisher")
    assert known.article.published == ""
    assert chronicle.head() == head


def test_standard_input_is_an_article_too(put, recorded):
    [added] = put("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(added, Added)
    assert [one.name for one in recorded("article-admitted")] == ["-"]


def test_the_gazetteer_is_adopted_with_the_first_write_and_once(put, files, recorded):
    assert [type(each) for each in put("nowhere.txt")] == [Unusable]
    assert recorded("gazetteer-adopted") == []
    put(files({"a.txt": TEXT, "b.txt": "China: hello"}))
    put(files({"c.txt": "China: hello again"}))
    [adopted] = recorded("gazetteer-adopted")
    assert adopted.version == shipped().version
    assert adopted.entries == list(shipped().entries)


def test_a_byte_order_mark_and_carriage_returns_shift_nothing(put, files):
    content = b"\xef\xbb\xbfChina: will answer\r\nNATO: hello\r\n"
    [added] = put(files({"a.txt": content}))
    text = content.decode()
    assert all(
        text[one.asserted_start : one.asserted_end] == one.asserted for one in added.assertions
    )
    assert added.assertions


def test_what_was_told_is_kept_when_adding_is_broken_off(files, chronicle, lines):
    folder = files({f"{n}.txt": f"China: number {n}" for n in range(4)})
    adding = add(chronicle, [folder], "Ada", reader=lines())
    next(adding), next(adding)
    adding.close()
    assert len(chronicle.streams("article:")) == 2
    again = list(add(chronicle, [folder], "Ada", reader=lines()))
    assert [type(each) for each in again] == [Known, Known, Added, Added]


def test_of_two_that_add_the_same_one_finds_it_known(files, chronicle, lines):
    folder = files({"a.txt": TEXT})

    class Slow(lines):
        def read(self, article):
            with Chronicle.open(chronicle.path) as other:
                list(add(other, [folder], "Ben", reader=lines()))
            return super().read(article)

    [known] = add(chronicle, [folder], "Ada", reader=Slow())
    assert isinstance(known, Known)
    assert len(chronicle.streams("article:")) == 1
    assert decode(chronicle.stream(streams.article(known.article.id))[0]).by == "Ben"


def test_who_always_comes_too_late_is_told(files, chronicle, lines, monkeypatch):
    tries = itertools.count()

    def refused(*_, **__):
        next(tries)
        raise Conflict("changed")

    monkeypatch.setattr(chronicle, "append", refused)
    with pytest.raises(Conflict):
        list(add(chronicle, [files({"a.txt": TEXT})], "Ada", reader=lines()))
    assert next(tries) == 3


def test_what_cannot_be_stored_is_told_and_stops_no_other(put, files, lines, chronicle):
    class Halved(lines):
        def read(self, article):
            half = Finding(0, 1, "C", "\ud800" if "NATO" in article.text else "fine")
            return super().read(article)._replace(findings=(half,))

    told = put(files({"a.txt": TEXT, "b.txt": "China: hello"}), reader=Halved())
    assert [type(each) for each in told] == [Unusable, Added]
    assert "article-read.2: text that is not Unicode" in str(told[0])
    [stream] = chronicle.streams("article:")
    assert stream == streams.article(told[1].article.id)


def test_our_own_reader_reads_unless_another_is_given(chronicle, files):
    text = "Washington, July 11, 2024\n\nChina condemned NATO on Thursday for its “lies”.\n"
    [added] = add(chronicle, [files({"a.txt": text})], "Ada")
    assert isinstance(added, Added)
    assert {one.method for one in added.assertions} == {"rules/1"}


def test_what_speaks_against_a_date_that_is_given_is_told_and_it_is_taken(put, files, lines):
    text = f"Leaders meet\n\nBRUSSELS, July 11, 2024 - It rains.\n\n{TEXT}"
    folder, reader = files({"a.txt": text, "b.txt": TEXT}), lines(said="2024-07-10")
    first, second = put(folder, reader=reader, given=Given.of(published="2023-07-11"))
    assert first.article.published == second.article.published == "2023-07-11"
    later = "the article reports what was said later: 2024-07-10"
    assert first.doubts == ("the article itself says 2024-07-11 (“July 11, 2024”)", later)
    assert second.doubts == (later,)


def test_what_speaks_against_the_date_that_an_article_states_is_told_too(put, files, lines):
    head = "Leaders meet\n\nBRUSSELS, July 11, {} - It rains.\n\n"
    folder = files({"a.txt": head.format(2099) + TEXT, "b.txt": head.format(2023) + TEXT})
    first, second = put(folder, reader=lines(said="2024-07-10"))
    assert first.doubts == ("2099-07-11 is in the future",)
    assert second.doubts == ("the article reports what was said later: 2024-07-10",)


def test_a_date_that_nothing_speaks_against_is_taken_without_a_word(put, files):
    added = put(files({"a.txt": TEXT, "b.txt": f"{TEXT}\n"}), given=Given.of(published="2024"))
    assert [one.doubts for one in added] == [(), ()]
