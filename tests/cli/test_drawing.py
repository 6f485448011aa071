"""Drawing: what a page, a pipe and a program get of one sheet."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.draw.lines import COLUMNS, lines
from timeline.cli.draw.machine import blocks, csv_lines, dumps
from timeline.cli.draw.markdown import markdown_lines
from timeline.cli.draw.page import Page, refs
from timeline.cli.draw.safe import UNSAFE, cell, guarded, shown
from timeline.cli.draw.sheet import draw
from timeline.cli.draw.signs import FULL, PLAIN, signs
from timeline.cli.trim import trimmed
from timeline.projection import (
    Cell,
    Deferred,
    Grid,
    Heading,
    Point,
    Reply,
    Sentence,
    Statement,
    Table,
    Thread,
)

WIDE = Page(80, FULL)


def said(words="decisive enabler of war", *, marks=("own",), **more):
    given = {
        "points": tuple(
            Point((f"id{i}",), (f"003@{922 + i}",), mark, words, "accuse")
            for i, mark in enumerate(marks)
        ),
        "said": "../2024-07-11",
        "who": "Jens Stoltenberg",
        "side": "NATO",
        "through": "",
        "toward": ("China",),
        "act": "accuse",
        "sources": ("003",),
    }
    return Statement(**(given | more))


def page(*sheet, width=80, signs=FULL, opened=False):
    return list(draw(sheet, Page(width, signs, opened)))


def test_one_statement_is_one_line_of_eighty_columns():
    (line,) = page(
        said(brief=True, marks=("own", "own", "reported"), sources=("003", "001", "004"))
    )
    assert line == ("≤2024-07-11      Jens Stoltenberg, NATO → China    accuse     +2 ■ 003@922 ×3")


def test_below_eighty_columns_it_takes_two():
    first, second = page(said(brief=True), width=60)
    assert first.startswith("≤2024-07-11")
    assert second == "  Jens Stoltenberg, NATO → China"


def test_own_words_and_a_reporters_have_different_signs():
    text = "\n".join(page(said(marks=("own", "reported"))))
    assert "■ accuse «decisive enabler of war» 003@922" in text
    assert "▒ accuse «decisive enabler of war» 003@923" in text


def test_five_points_are_shown_and_the_rest_counted_unless_opened():
    many = said(marks=("own",) * 7)
    assert page(many)[-1] == "  + 2 more: --points"
    assert sum("■" in line for line in page(many, opened=True)) == 7


def test_an_overture_is_not_hidden_by_five_accusations():
    many = said(marks=("own",) * 7)
    overture = many.points[-1]._replace(act="open", words="remain open to engagement")
    text = "\n".join(page(many._replace(points=(*many.points[:-1], overture))))
    assert "open «remain open to engagement»" in text
    assert text.count("accuse «") == 4


def test_no_date_is_never_dressed_as_a_day():
    (line, *_) = page(said(said="unknown"))
    assert "20" not in line.replace("003@922", "")


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100])
def test_no_line_is_wider_than_the_page(width):
    one = said("words " * 60, marks=("own",) * 9, through="Washington Summit Declaration",
               note="SOURCES DISAGREE: 000 says 2019, 002 says 2022")  # fmt: skip
    cells = tuple(Cell(("own",) * n) for n in (0, 1, 12))
    sheet = (
        Sentence("word " * 50, "count"),
        Heading("2024"),
        one,
        one._replace(brief=True),
        Grid(("accuse", "criticise", "ask"), ((one, cells),)),
        Table(("who", "families"), (("NATO", "accuse 1, " * 20),)),
        Thread((one, one), (Reply(one, "SAID in the text, «In response»", "1 day"),)),
    )
    assert max(map(len, page(*sheet, width=width))) <= width


NAMES = ("European Union Commissioner for Trade", "European Union Commissioner for Peace")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_name_in_a_table_is_wrapped_and_never_cut_to_look_like_another(width):
    rows = tuple((name, "12", "2024-07-06..11?", "they " * 30) for name in NAMES)
    told = page(Table(("who", "statements", "first", "what"), rows), width=width)
    assert max(map(len, told)) <= width
    whole = "".join("\n".join(told).split())
    assert "…" not in whole
    assert sum("Peace" in line for line in told) == sum("Trade" in line for line in told) == 1


def test_a_span_of_days_that_has_no_room_is_broken_between_its_ends():
    columns = ("who", "for", "statements", "own", "undated", "first", "last")
    days = "2024-07-06..11?"
    row = ("Jens Stoltenberg", "Bucknell University", "3", "2", "1", days, days)
    _, first, second = page(Table(columns, (row,)))
    assert first.split()[-2:] == ["2024-07-06..", days]
    assert second.split() == ["Stoltenberg", "University", "11?"]


def test_a_change_is_marked_and_the_mark_explained_below():
    grid = Grid(("accuse", "ask"), ((said(), (Cell(("own",), first=True), Cell(()))),))
    _, row, legend = page(grid)
    assert "›■" in row
    assert legend == "› the first in its column, as far as dates tell"
    assert len(page(Grid(("ask",), ((said(), (Cell(("own",)),)),)))) == 2


def test_families_are_told_in_full_where_the_speaker_has_room_beside_them():
    row = (said(), (Cell(("own",)), Cell(())))
    assert page(Grid(("criticise", "support"), (row,)))[0].split()[1:3] == ["criticise", "support"]
    many = Grid(("criticise",) * 5, ((said(), (Cell(()),) * 5),))
    assert page(many)[0].split()[1:6] == ["critic"] * 5


def test_ascii_where_the_encoding_cannot_carry_the_signs():
    assert signs("utf-8") is FULL
    assert signs("ascii") is PLAIN
    assert signs("no-such-encoding") is PLAIN
    text = "\n".join(page(said(said="../2024-07-11"), Thread((said(),), (Reply(said(), "x", "y"),)),
                          signs=PLAIN))  # fmt: skip
    assert text.isascii()
    assert "<=2024-07-11" in text


def test_an_answer_hangs_on_its_question_with_link_and_delay():
    answer = Reply(said("no direct role", who="Embassy", side="China", toward=("NATO",)),
                   "SAID in the text, «In response»", "not known: 0 to 5 days")  # fmt: skip
    assert page(Thread((said(),), (answer, answer))) == [
        "Jens Stoltenberg, NATO → China, ≤2024-07-11 (003@922)",
        "  ├  ≤2024-07-11  Embassy, China → NATO  003@922",
        "  │  ■ accuse «no direct role»",
        "  │  link: SAID in the text, «In response»",
        "  │  delay: not known: 0 to 5 days",
        "  └  ≤2024-07-11  Embassy, China → NATO  003@922",
        "     ■ accuse «no direct role»",
        "     link: SAID in the text, «In response»",
        "     delay: not known: 0 to 5 days",
    ]


def test_a_pipe_gets_one_line_a_statement_with_nothing_shortened():
    words = "long words " * 40
    sheet = (Sentence("1 statement"), Heading("2024"), said(words, brief=True), Grid((), ()))
    (line,) = lines(sheet)
    cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
    assert cells["words"] == words
    assert cells["said"] == "../2024-07-11"
    assert cells["handle"] == "003@922"


def test_a_pipe_keeps_an_answer_with_what_it_answers():
    thread = Thread((said(),), (Reply(said(), "SAID", "1 day"),))
    question, answer = (line.split("\t") for line in lines((thread,)))
    assert question[-3:] == ["", "", ""]
    assert answer[-3:] == ["SAID", "1 day", "003@922"]


HOSTILE = "red\x1b[31m\x1b]52;c;Zm9v\x07 \u202eevil\u2066 \x9b2J a\u200bb"


def test_escape_and_direction_characters_are_shown_never_sent():
    everywhere = said(HOSTILE, who=HOSTILE, toward=(HOSTILE,), note=HOSTILE, through=HOSTILE)
    sheet = (Sentence(HOSTILE), Heading(HOSTILE), everywhere, Table((HOSTILE,), ((HOSTILE,),)),
             Thread((everywhere,), (Reply(everywhere, HOSTILE, HOSTILE),)))  # fmt: skip
    for text in (
        page(*sheet),
        lines(sheet),
        markdown_lines(sheet, WIDE),
        map(dumps, blocks(sheet)),
    ):
        assert not UNSAFE.search("".join(text))
    assert "\\x1b[31m" in "".join(page(*sheet))


@given(st.text())
def test_whatever_is_shown_is_safe_and_json_stays_exact(text):
    assert not UNSAFE.search(shown(text))
    assert not UNSAFE.search(dumps(text))
    assert "\t" not in cell(text)
    assert "\n" not in cell(text)
    if text.isprintable():
        assert json.loads(dumps(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\x00=1"])
def test_no_cell_runs_in_a_spreadsheet(text):
    assert guarded(text)[0] in "'\\"


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])), min_size=1)
)
def test_csv_comes_back_as_it_was_but_for_the_guard(values):
    names = [f"c{i}" for i in range(len(values))]
    text = "\n".join(csv_lines([dict(zip(names, values, strict=True))], names))
    (_, row) = csv.reader(io.StringIO(text))
    assert row == [guarded(value) for value in values]


def test_markdown_makes_no_link_and_no_html_of_an_articles_words():
    text = "\n".join(markdown_lines((said("[x](javascript:alert(1)) <script>"),), WIDE))
    assert "](" not in text
    assert "<script" not in text.replace("\\<", "")


def test_beside_the_leading_words_stand_the_other_articles_whichever_came_first():
    assert refs(said(sources=("001", "003", "004")), WIDE, 20) == "003@922 001 004"
    assert refs(said(sources=("003", "001")), WIDE, 20) == "003@922 001"


def test_markdown_ends_a_list_before_a_sentence_goes_on():
    """A line right below an item would be read as part of it."""
    text = "\n".join(markdown_lines((said(), said(), Sentence("Articles here: 2.")), WIDE))
    assert "\n\nArticles here" in text
    assert text.count("\n\n") == 1


def test_a_limit_keeps_sentences_and_says_what_is_left():
    sheet = (
        Sentence("3 statements"),
        Heading("2023"),
        said(),
        said(),
        Heading("2024"),
        said(),
        Sentence("Articles"),
    )
    kept = trimmed(sheet, 2, reverse=False)
    assert sum(isinstance(block, Statement) for block in kept) == 2
    assert [block for block in kept if isinstance(block, Heading)] == [Heading("2023")]
    assert kept[-1] == Sentence("1 more: give a greater --limit", "hint")


def test_a_limit_counts_what_is_not_made_yet():
    sheet = (Sentence("3 statements"), *(Deferred(said) for _ in range(3)))
    assert trimmed(sheet, 2, reverse=False) == (
        *sheet[:3],
        Sentence("1 more: give a greater --limit", "hint"),
    )


def test_reversed_the_newest_comes_first_and_the_undated_stay_at_the_foot():
    old, new, none = said(said="2022"), said(said="2024"), said(said="unknown")
    sheet = (Sentence("3"), Heading("2022"), old, Heading("2024"), new, Heading("NO DATE"), none)
    told = [
        block.said for block in trimmed(sheet, None, reverse=True) if isinstance(block, Statement)
    ]
    assert told == ["2024", "2022", "unknown"]


def test_a_table_without_rows_leaves_no_empty_line():
    empty = Table(("row", "id"), ())
    assert page(Sentence("Nothing differs.", "count"), empty) == ["Nothing differs."]
