"""Search words are compared however their apostrophes and quotation marks are written."""

import pytest

from timeline.query import Filters

CANNOT = ("can't", "can’t", "can‘t", "canʼt")


@pytest.fixture
def asked(world):
    """What `log TEXT` answers, and what any view does that is asked for a text: the same."""

    def ask(text: str) -> list[str]:
        library = world.library()
        found = [one.asserted for one in library.ask("log", words=tuple(text.split())).entries]
        for answer in (
            library.ask("log", words=(text,)),
            library.ask("log", Filters(text=text)),
            library.ask("log", Filters(text=text, as_of=library.position())),
        ):
            assert [one.asserted for one in answer.entries] == found
        library.close()
        return found

    return ask


@pytest.mark.parametrize("written", CANNOT)
def test_an_apostrophe_is_one_however_it_is_written(world, asked, written):
    said = f"the port {written} be closed"
    world.article("0.txt", {"words": said}, {"by": written.replace("can", "L") + "Orel"})
    for typed in CANNOT:
        assert asked(typed) == [said]
        assert asked(typed.replace("can", "l") + "orel") == ["words 1"]


@pytest.mark.parametrize("written", CANNOT)
def test_words_that_were_corrected_away_are_not_found_by_another_apostrophe(world, asked, written):
    world.article("0.txt", {"words": f"the port {written} be closed"})
    world.decide(0, "correct", asserted="the port is closed")
    assert [asked(typed) for typed in CANNOT] == [[], [], [], []]
    world.decide(0, "correct", asserted="the port can’t be closed")
    assert [asked(typed) for typed in CANNOT] == [["the port can’t be closed"]] * 4


@pytest.mark.parametrize("written", ['"quiet" harbour', "“quiet” harbour", "«quiet» harbour"])
def test_a_quotation_mark_is_no_part_of_a_word_however_it_is_written(world, written):
    world.article("0.txt", {"words": written}, {"words": "a quiet harbour"})
    library = world.library()
    for typed in ('"quiet"', "“quiet”", "„quiet“", "«quiet»"):
        found = library.ask("log", words=(typed, "harbour")).entries
        assert [one.asserted for one in found] == [written, "a quiet harbour"]
    library.close()


@pytest.mark.parametrize(
    "typed", ['"ballot stuffing"', "stuffing.", "“Ballot,", "(stuffing)", '"" ballot']
)
def test_signs_around_a_word_do_not_matter(world, asked, typed):
    world.article("0.txt", {"words": "it saw ballot stuffing there"}, {"words": "C++ is don't"})
    assert asked(typed) == ["it saw ballot stuffing there"]
    assert asked("C++,") == asked("don't!") == ["C++ is don't"]


def test_letters_that_fold_into_two_are_found_as_they_are_written(world, asked):
    world.article("0.txt", {"words": "die Straße bleibt"}, {"words": "R&D’s “C++”"})
    assert asked("Straße") == ["die Straße bleibt"]
    assert asked("r&d's") == asked('"C++"') == ["R&D’s “C++”"]


@pytest.mark.parametrize("written", ["Erdoğan", "ERDOGAN", "Erdog\u0306an"])
def test_an_accent_tells_no_words_apart(world, asked, written):
    world.article("0.txt", {"words": f"{written} is silent"}, {"by": f"{written} Party"})
    for typed in ("Erdoğan", "erdogan"):
        assert asked(typed) == [f"{written} is silent", "words 1"]


def test_what_was_said_on_an_occasion_is_found_by_its_name(world, asked):
    on = {"occasion": "the Oslo Declaration", "occasion_key": "NATO summit, Oslo"}
    world.article("0.txt", {"words": "it rains", **on}, {"words": "it snows"})
    assert asked("oslo declaration") == ["it rains"]
    assert asked("declaration rains") == ["it rains"]
