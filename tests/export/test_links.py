"""How many independent origins a repeated assertion has, told from the articles themselves."""

import io
import tempfile
from pathlib import Path

import pytest

from timeline.add import add
from timeline.chronicle import Chronicle
from timeline.chronicle.hardening import Hardening
from timeline.export import linked
from timeline.export.links import Links
from timeline.query import Filters, Library
from timeline.query.held import held

AGENCY = """{title}

July 11, 2024

According to {agency}, Finland accused Russia of jamming the signals of civil aircraft.{more}
"""


def read(*texts: str) -> tuple[Links, dict[str, list[str]]]:
    """Links of some articles, and the ids of assertions by a word of theirs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.db"
        paths = []
        for number, text in enumerate(texts):
            paths.append(Path(folder) / f"{number}.txt")
            paths[-1].write_text(text)
        chronicle = Chronicle.create(path, hardening=Hardening(full=False))
        list(add(chronicle, paths, "Ada", stdin=io.BytesIO()))
        library = Library(chronicle, path.with_suffix(".views.db"))
        links = linked(library, None, 1000)
        words: dict[str, list[str]] = {}
        for one in held(library, Filters(everything=True)):
            for word in one.standing.asserted.split():
                words.setdefault(word, []).append(one.standing.id)
        library.close()
        chronicle.close()
    assert links is not None
    return links, words


def test_two_papers_that_quote_one_agency_are_one_origin():
    links, words = read(
        AGENCY.format(title="Baltic air traffic disturbed", agency="Reuters", more=""),
        AGENCY.format(title="Pilots lose their way", agency="Reuters", more=" Pilots complained."),
    )
    one, two = words["jamming"]
    assert links.same[one] == (two,)
    assert links.origins[one] == links.origins[two] == 1


def test_two_papers_that_quote_two_agencies_are_two():
    links, words = read(
        AGENCY.format(title="Baltic air traffic disturbed", agency="Reuters", more=""),
        AGENCY.format(title="Pilots lose their way", agency="Agence France-Presse", more=""),
    )
    one, two = words["jamming"]
    assert links.same[one] == (two,)
    assert links.origins[one] == 2


COPIED = """{title}

July 11, 2024

Finland accused Russia of jamming the signals of civil aircraft over the Baltic Sea.{more}

"We saw it again last night over the whole of the gulf," Foreign Minister Ann Lind said.
"""


def test_who_prints_the_words_of_another_reporter_is_no_second_origin_of_what_is_quoted_there():
    links, words = read(
        COPIED.format(title="Baltic air traffic disturbed", more=""),
        COPIED.format(title="Pilots lose their way", more=" Pilots complained."),
    )
    for word in ("jamming", "gulf"):
        one, two = words[word]
        assert links.same[one] == (two,)
        assert links.origins[one] == links.origins[two] == 1


def test_a_paper_that_sets_an_agencys_text_with_other_signs_is_no_second_origin():
    army = COPIED.replace("Russia of", "Russia's army of")
    links, words = read(
        army.format(title="Baltic air traffic disturbed", more=""),
        army.replace("'", "’").format(title="Pilots lose their way", more="\n\n(AFP)"),
    )
    one, two = words["jamming"]
    assert links.same[one] == (two,)
    assert links.origins[one] == 1


def test_two_that_hear_the_same_words_and_tell_them_each_in_their_own_are_two():
    other = COPIED.replace(
        "accused Russia of jamming the signals", "accused Russia of blocking signals"
    )
    links, words = read(
        COPIED.format(title="Baltic air traffic disturbed", more=""),
        other.format(title="Pilots lose their way", more=" Pilots complained."),
    )
    one, _ = words["gulf"]
    assert links.origins[one] == 2


DECLARATION = """{title}

June 20, 2024

In the Oslo Summit Declaration, NATO accused Russia of jamming the signals of civil aircraft.{more}
"""


def test_three_papers_on_one_declaration_are_one_origin():
    links, words = read(
        DECLARATION.format(title="Alliance speaks out", more=""),
        DECLARATION.format(title="Summit ends", more=" Leaders left early."),
        DECLARATION.format(title="Airspace in danger", more=" Airlines had asked for it."),
    )
    ids = words["jamming"]
    assert len(ids) == 3
    assert [links.origins[one] for one in ids] == [1, 1, 1]


def test_a_lede_printed_twice_is_one_assertion():
    lede = "Finland accused Russia of jamming the signals of civil aircraft over the Baltic Sea."
    _, words = read(
        f"Signals lost\n\n{lede}\n\nby Ann Lee - July 11, 2024\n\n{lede}\n\nIt rained.\n"
    )
    assert len(words["jamming"]) == 1


@pytest.mark.parametrize("headline", ["NATO accuses Russia of jamming aircraft signals"])
def test_a_headline_is_no_second_source(headline):
    body = "NATO accused Russia of jamming the signals of civil aircraft."
    links, words = read(
        f"{headline}\n\nJuly 11, 2024\n\nIt rained in Oslo on Thursday, and trains were late.\n",
        f"Airspace in danger\n\nJuly 11, 2024\n\n{body} Airlines had asked for it.\n",
    )
    headlined, told = words["jamming"]
    assert links.same[told] == (headlined,)
    assert links.origins[told] == 1
