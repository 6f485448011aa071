"""The gate: nothing enters whose words do not stand in the article."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.admission import BARE, DATES, FREE, LISTS, WORDS, admit, admit_all
from timeline.article import Article
from timeline.assertion import Assertion, Candidate, Refusal

TEXT = "\ufeffNATO “deplores” China.\r\nIt said so on Thursday, officials said."


def article(text=TEXT):
    made = Article.of(text.encode(), "a.txt")
    assert isinstance(made, Article)
    return made


def words(name, phrase, text=TEXT):
    start = text.index(phrase)
    return {name: phrase, f"{name}_start": start, f"{name}_end": start + len(phrase)}


def listed(name, *phrases, text=TEXT):
    starts = [text.index(phrase) for phrase in phrases]
    return {
        name: list(phrases),
        f"{name}_start": starts,
        f"{name}_end": [start + len(p) for start, p in zip(starts, phrases, strict=True)],
    }


def candidate(**fields):
    given_fields = {
        "passage_start": 1,
        "passage_end": 23,
        **words("asserted", "“deplores” China"),
        "own": [7, 15],
        **words("speaker", "NATO"),
        **words("speaker_name", "NATO"),
        **listed("targets", "China"),
        **listed("targets_name", "China"),
        **words("cue", "deplores"),
        **words("said_phrase", "on Thursday"),
        "said": "2024-07-11",
        "act": "accuse",
        "method": "rules/1",
        "pattern": "subject",
        "confidence": 80,
    }
    return Candidate.model_validate(given_fields | fields)


def refusal(**fields):
    judged = admit(candidate(**fields), article())
    assert isinstance(judged, Refusal), judged
    return judged.reason


def test_a_candidate_whose_words_stand_in_the_text_becomes_an_assertion():
    judged = admit(candidate(), article())
    assert isinstance(judged, Assertion)
    assert judged.asserted == "“deplores” China"
    assert judged.handle == f"{article().sha256[:8]}@6"
    assert UUID(judged.id).version == 5


def test_the_id_hangs_on_article_span_and_speaker_alone():
    one = admit(candidate(), article())
    same = admit(candidate(act="state", confidence=3, said=""), article())
    other = admit(candidate(**words("speaker", "officials")), article())
    assert one.id == same.id != other.id


def test_no_field_with_an_offset_escapes_the_gate():
    placed = {
        name.removesuffix("_start") for name in Candidate.model_fields if name.endswith("_start")
    }
    assert placed == {*WORDS, *LISTS, "passage"}


def test_every_field_of_free_words_or_dates_is_known_to_the_gate():
    texts = {
        name
        for name, field in Candidate.model_fields.items()
        if field.annotation in (str, str | None, list[str])
        and not name.endswith(("_start", "_end"))
    }
    assert texts == {*WORDS, *LISTS, *BARE, *DATES, *FREE}


@pytest.mark.parametrize("name", WORDS)
def test_words_one_place_off_are_refused(name):
    off = words(name, "Thursday")
    reason = refusal(**(off | {f"{name}_start": off[f"{name}_start"] - 1}))
    assert reason.startswith((name, "passage"))


@pytest.mark.parametrize("name", LISTS)
def test_a_listed_mention_one_place_off_is_refused(name):
    main = name.removesuffix("_name")
    fields = listed(main, "China") | listed(f"{main}_name", "China")
    fields[f"{name}_start"] = [fields[f"{name}_start"][0] - 1]
    assert refusal(**fields).startswith(name)


@pytest.mark.parametrize("name", LISTS)
def test_lists_that_do_not_run_in_parallel_are_refused(name):
    assert "parallel" in refusal(**listed(name, "China", "NATO"))


@pytest.mark.parametrize("name", [name for name in WORDS if name != "asserted"])
def test_words_without_a_place_are_refused(name):
    assert "without" in refusal(**{name: "NATO", f"{name}_start": None, f"{name}_end": None})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"own": [7, 99]}, "own"),
        ({"own": [7]}, "own"),
        ({"own": [9, 7]}, "own"),
        ({"own": [7, 9, 8, 10]}, "own"),
        ({"own": [7, 7]}, "own"),
        ({"repeats": [0, 500]}, "repeats"),
        ({"repeats": [-5, 3]}, "repeats"),
        ({"repeats": [3, 30]}, "repeats"),
        ({"passage_start": 8}, "passage"),
        ({"passage_end": 10}, "passage"),
        ({"passage_end": 9000}, "passage"),
        ({"said": "2024-02-30"}, "said"),
        ({"about": "last Thursday"}, "about"),
        ({"confidence": 101}, "confidence"),
        ({"said_days": [3]}, "said_days"),
        ({"said_days": [3, 1]}, "said_days"),
        ({"said_days": [0, 2**70]}, "said_days"),
        ({"speaker_role": "Grand Vizier"}, "speaker_role"),
        ({"speaker_body": "Ruritania"}, "speaker_body"),
        ({"topics": ["\ud800"]}, "topics"),
        ({"topics": [" "]}, "topics"),
        ({"occasion_key": "NATO summit"}, "occasion_key"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field_named(fields, reason):
    assert refusal(**fields).startswith(reason)


def test_words_spelt_with_another_quotation_mark_are_refused():
    assert "not «" in refusal(asserted='"deplores" China')


def test_a_candidate_built_past_its_checks_is_refused_and_does_not_crash():
    fields = dict(candidate()) | {"sign": 7, "asserted_start": "six"}
    judged = admit(Candidate.model_construct(**fields), article())
    assert isinstance(judged, Refusal)


def test_further_assertions_at_one_place_are_numbered_whatever_their_order():
    longer = candidate(**words("asserted", "“deplores” China."))
    other = candidate(**words("speaker", "officials"))
    one, refused = admit_all([candidate(), other, longer], article())
    two, _ = admit_all([longer, candidate(), other], article())
    assert one == two
    assert refused == ()
    assert [a.handle.partition("@")[2] for a in one] == ["6", "6.2", "6.3"]


def test_the_same_words_by_the_same_speaker_are_one_assertion():
    admitted, refused = admit_all([candidate(), candidate(act="state")], article())
    assert len(admitted) == len(refused) == 1


TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab. “”\r\n\u200b\u202e\ufeff‘’"), st.characters(exclude_categories=["Cs"])
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip("\ufeff \t\r\n\f\v\u00a0") and "\0" not in text)


@st.composite
def spans(draw, text):
    start = draw(st.integers(-2, len(text)))
    end = draw(st.integers(start, len(text) + 3))
    kept = text[max(start, 0) : end]
    return draw(st.sampled_from([kept, kept, kept, kept + "x"])), start, end


@st.composite
def stories(draw):
    text = draw(TEXTS)
    fields = {
        "passage_start": 0,
        "passage_end": len(text),
        "method": "m",
        "pattern": "p",
        "confidence": 1,
    }
    for name in WORDS:
        if name == "asserted" or draw(st.integers(0, 3)) == 0:
            found = draw(spans(text))
            fields |= dict(zip((name, f"{name}_start", f"{name}_end"), found, strict=True))
    for name in LISTS:
        if draw(st.integers(0, 3)) == 0:
            pairs = draw(st.lists(spans(text), max_size=2))
            columns = zip(*pairs, strict=True) if pairs else ((), (), ())
            keys = (name, f"{name}_start", f"{name}_end")
            fields |= {key: list(column) for key, column in zip(keys, columns, strict=True)}
    fields["own"] = draw(st.lists(st.integers(-1, len(text) + 1), max_size=4))
    return article(text), Candidate.model_validate(fields)


@given(stories())
def test_every_span_of_what_is_admitted_equals_the_text_there(story):
    source, proposed = story
    admitted, refused = admit_all([proposed], source)
    assert len(admitted) + len(refused) == 1
    for assertion in admitted:
        values = dict(assertion)
        for name in WORDS:
            if values[name] is not None:
                start, end = values[f"{name}_start"], values[f"{name}_end"]
                assert 0 <= start < end
                assert source.text[start:end] == values[name]
        for name in LISTS:
            placed = zip(values[name], values[f"{name}_start"], values[f"{name}_end"], strict=True)
            for phrase, start, end in placed:
                assert 0 <= start < end
                assert source.text[start:end] == phrase
        low, high = assertion.asserted_start, assertion.asserted_end
        assert assertion.own == sorted(assertion.own)
        assert all(low <= offset <= high for offset in assertion.own)


@given(TEXTS, st.booleans())
def test_line_ends_and_a_byte_order_mark_shift_nothing(body, mark):
    text = ("\ufeff" if mark else "") + "A said:\r\nB.\r\n" + body
    start = text.index("B.")
    proposed = Candidate(
        passage_start=0, passage_end=len(text), asserted="B.", asserted_start=start,
        asserted_end=start + 2, method="m", pattern="p", confidence=1,
    )  # fmt: skip
    judged = admit(proposed, article(text))
    assert isinstance(judged, Assertion)
    assert text[judged.asserted_start : judged.asserted_end] == "B."
