"""Corrections: what a field becomes, what stays for ever, and what the gate refuses."""

import datetime as dt

import pytest

from tests.review import ground as told
from timeline import events as e
from timeline.chronicle import decode, new_envelope
from timeline.errors import BadDate, BadInput, BadUse, NotFound
from timeline.review import take
from timeline.review.correct import Case, Ground, correct, standing_record
from timeline.review.correct.table import FIELDS, asked
from timeline.review.dossier import read
from timeline.review.verdict import retract

ADA = "Ada"
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def chronicle(tmp_path):
    with told.new(tmp_path) as chronicle:
        yield chronicle


@pytest.fixture
def article():
    return told.article(published="2024-07-11")


@pytest.fixture
def one(chronicle, article):
    found = told.assertion(
        article, "said the alliance looked for rivalry", "Chinese", target="alliance", act="accuse"
    )
    told.put(chronicle, article, found)
    return found


@pytest.fixture
def change(chronicle, article, one):
    """Correct fields as a person does; what is stored."""

    def change(*pairs, why="it says so", by=ADA, **more):
        ground = Ground(article, TODAY, **({"names": ("NATO", "China", "Russia")} | more))
        dossier = read(chronicle, one.id, "003@x")
        case = Case(dossier, standing_record(dict(one), dossier))
        done = take(chronicle, correct(case, pairs, why, ground, new_envelope(by)))
        after = read(chronicle, one.id, "003@x")
        return done, standing_record(dict(one), after)

    return change


def test_the_id_and_the_handle_stay_and_the_whole_assertion_is_stored(chronicle, change, one):
    done, now = change("act=reject", "stance=-1")
    stored = decode(chronicle.at(done.positions[0]))
    assert isinstance(stored, e.AssertionCorrected)
    assert (now.id, now.handle) == (one.id, one.handle)
    assert (now.act, now.sign, now.asserted) == ("reject", -1, one.asserted)
    assert done.says == "corrected 003@x: act accuse → reject and stance 0 → -1"


def test_a_speaker_named_in_the_article_is_stored_with_the_place_nearest_to_the_mention(
    change, article
):
    _, now = change("speaker=NATO")
    start = article.text.index("NATO said it again")
    assert (now.speaker_name, now.speaker_name_start) == ("NATO", start)
    assert now.speaker == "Chinese"


def test_a_speaker_whom_only_the_person_knows_is_stored_without_a_place(change):
    _, now = change("speaker=Fu Cong")
    assert (now.speaker_name, now.speaker_name_start, now.speaker_name_end) == (
        "Fu Cong", None, None,
    )  # fmt: skip
    assert now.speaker == "Chinese", "the mention stays"


def test_a_speaker_brings_the_role_with_which_the_article_introduces_it(change):
    known = (("Jens Stoltenberg", "chief", "NATO", "person", "office"),)
    _, now = change("speaker=Jens Stoltenberg", introduced=known)
    assert (now.speaker_role, now.speaker_body, now.authority) == ("chief", "NATO", "office")


def test_a_slip_of_the_pen_is_asked_about_and_not_stored(change):
    with pytest.raises(NotFound, match=r"No actor 'Natto'\. Did you mean NATO"):
        change("speaker=Natto")


def test_a_target_that_stays_keeps_its_mention_and_a_new_one_takes_the_mention_that_is_free(change):
    _, now = change("target=NATO")
    assert (now.targets, now.targets_name) == (["alliance"], ["NATO"])
    _, now = change("target=NATO", "target=Russia")
    assert (now.targets, now.targets_name) == (["alliance", "Russia"], ["NATO", "Russia"])
    assert now.targets_start[1] == now.targets_name_start[1] == -1, "Russia is not in the text"
    _, now = change("target=Russia")
    assert now.targets_name == ["Russia"]
    _, now = change("target=")
    assert now.targets == now.targets_name == now.targets_name_start == []


def test_words_must_stand_in_the_article_letter_for_letter(change):
    with pytest.raises(BadInput, match=r"does not stand.*it has «the alliance looked for rivalry»"):
        change("words=alliance looked for rivalries")


def test_words_that_stand_twice_are_refused_with_both_offsets_unless_one_is_chosen(change, article):
    first = article.text.index("China must")
    second = article.text.index("China on")
    with pytest.raises(BadInput, match=f"stands 2 times.*at {second} .*at {first} .*--at OFFSET"):
        change("words=China")
    _, now = change("words=China", at=first)
    assert now.asserted_start == first


def test_the_passage_grows_with_the_words_and_own_words_are_found_anew(change, article):
    words = "accused China on Tuesday of “enabling” the war"
    _, now = change(f"words={words}")
    assert article.text[now.passage_start : now.passage_end].startswith(words)
    assert article.text[now.own[0] : now.own[1]] == "enabling"
    with pytest.raises(BadUse, match="must hold the asserted words"):
        change("passage=The Chinese mission")


def test_the_form_follows_from_the_words_and_only_words_between_quotation_marks_are_direct(change):
    done, now = change("words=accused China on Tuesday of “enabling” the war")
    assert now.form == "mixed"
    assert done.says.endswith(" and form indirect → mixed")
    for claimed in ("direct", "mixed"):
        with pytest.raises(BadUse, match=f"indirect, not {claimed}: none of them stands between"):
            change("words=China must stop", f"form={claimed}")
    with pytest.raises(BadUse, match="mixed, not direct: not all of them stand between"):
        change("form=direct")
    _, now = change("form=direct", "words=enabling")
    assert (now.form, now.own) == ("direct", [now.asserted_start, now.asserted_end])
    _, now = change("form=indirect")
    assert now.form == "indirect", "marks that are no quotation"
    _, now = change("form=action", "words=China must stop")
    assert now.form == "action"
    _, now = change("words=enabling")
    assert now.form == "action", "what is done is not said, whatever stands between marks"


def test_the_form_follows_from_the_own_words_that_a_person_gives(change):
    change("words=accused China on Tuesday of “enabling” the war")
    assert change("own=")[1].form == "indirect"
    assert change("own=enabling", "own=the war")[1].form == "mixed"


def test_a_date_alone_is_an_event_of_its_own_with_the_person_as_its_basis(chronicle, change):
    done, now = change("said=2024-07-10")
    stored = decode(chronicle.at(done.positions[0]))
    assert isinstance(stored, e.AssertionDated)
    assert (stored.date, stored.basis, stored.reason) == ("2024-07-10", "person", "it says so")
    assert (now.said, now.said_basis, now.said_phrase) == ("2024-07-10", "person", None)
    _, now = change("act=reject")
    assert (now.said, now.said_basis) == ("2024-07-10", "person"), "a later correction keeps it"
    _, now = change("said=unknown")
    assert now.said == ""


def test_a_date_that_could_be_two_is_refused(change):
    with pytest.raises(BadDate):
        change("said=07/08/2024")


def test_a_correction_that_changes_nothing_is_refused(change):
    with pytest.raises(BadUse, match="changes nothing: act is accuse already"):
        change("act=accuse")
    with pytest.raises(BadUse, match="Nothing to correct"):
        change()


def test_a_correction_repeated_after_its_answer_was_lost_is_already_so(change):
    change("act=reject")
    done, _ = change("act=reject")
    assert "already so, Ada corrected it (it says so), #" in done.says
    assert not done.stored
    with pytest.raises(BadUse, match="changes nothing"):
        change("act=reject", by="Bob")


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ("speker=NATO", "No field 'speker'. Did you mean speaker"),
        ("act=acuse", "No act 'acuse'. Did you mean accuse"),
        ("stance=2", "No stance '2'"),
        ("id=5", "id stays as it is"),
        ("NATO", "write FIELD=VALUE"),
    ],
)
def test_what_is_no_field_or_value_is_told_with_what_was_meant(change, pair, says):
    with pytest.raises(BadUse) as fault:
        change(pair)
    assert says in str(fault.value)


def test_the_words_of_the_filters_name_the_same_fields():
    assert asked(["by=NATO", "about=China", "about=Russia"]) == {
        "speaker": ["NATO"], "target": ["China", "Russia"],
    }  # fmt: skip


def test_one_value_is_not_two(change):
    with pytest.raises(BadUse, match="act is given 2 times"):
        change("act=accuse", "act=reject")


@pytest.mark.parametrize("reason", [None, " "])
def test_an_empty_reason_is_refused(change, reason):
    with pytest.raises(BadUse, match="-m WHY"):
        change("act=reject", why=reason)


def test_what_is_retracted_is_not_corrected(chronicle, change, one):
    take(chronicle, retract(read(chronicle, one.id, "003@x"), new_envelope(ADA), "withdrawn"))
    with pytest.raises(BadUse, match="restore it first"):
        change("act=reject")


def test_an_occasion_is_one_known_here_or_named_in_the_article(change):
    _, now = change(
        "occasion=washington summit", occasions=(("washington-2024", "Washington summit"),)
    )
    assert (now.occasion, now.occasion_key, now.occasion_start) == (
        "washington summit", "washington-2024", None,
    )  # fmt: skip
    with pytest.raises(NotFound, match="No occasion 'Vilnius'"):
        change("occasion=Vilnius")


def test_every_field_says_what_it_is():
    assert all(field.help and field.shows for field in FIELDS.values())


def test_a_date_after_the_article_came_out_is_taken_and_that_is_told(change):
    done, now = change("said=2024-07-12")
    assert done.more == ("the article itself came out before that: 2024-07-11",)
    assert (now.said, now.said_basis) == ("2024-07-12", "person")
    done, _ = change("said=2024-07-10", "act=reject")
    assert done.more == ()
    done, _ = change("act=accuse")
    assert done.more == ()


@pytest.mark.parametrize("pair", ["about=2035", "speaker=2024-07-11", "reporter=?"])
def test_what_has_no_letter_names_nobody(change, pair):
    with pytest.raises(BadUse, match="is no name"):
        change(pair)
