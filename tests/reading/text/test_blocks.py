"""What each paragraph of an article serves as."""

import pytest

from timeline.reading.text.blocks import LONGEST, blocks


def kinds(text):
    return [(block.kind, text[block.start : block.end][:12].strip()) for block in blocks(text)]


BLANK = str.maketrans("", "", " _\r")
LEDE = "Ministers met in Geneva on Monday and agreed to lower tariffs on steel by half in June."


def test_headline_standfirst_and_byline_come_before_the_body():
    """The paragraph between headline and byline stands first: it says what the body says."""
    text = (
        f"Ministers Agree on Steel\n\n{LEDE}\n\nby Ana Souza - July 11, 2024, 3:39 pm\n\n{LEDE}\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "byline", "body"]


def test_labelled_headers_are_read():
    text = f" date 2023-07-13 Title: Ministers Agree\n\nSubtitle: Tariffs Fall\n\nDate: [Current Date]\n\n{LEDE}\n"
    assert [kind for kind, _ in kinds(text)] == [
        "dateline", "headline", "standfirst", "dateline", "body",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_front_matter_the_title_is_a_headline_and_nothing_is_prose(end):
    fields = f'---\ntitle: "Ministers Agree"\ntags:\n  - steel\n\ndate: 2023-07-13\n---\n\n# Steel\n\n{LEDE}\n'
    found = kinds(fields.replace("\n", end))
    assert [kind for kind, _ in found] == [
        "boilerplate", "headline", "boilerplate", "headline", "body",
    ]  # fmt: skip
    assert [words for kind, words in found if kind == "headline"] == ["Ministers Ag", "# Steel"]


def test_a_rule_above_a_text_fences_nothing():
    assert [kind for kind, _ in kinds(f"---\nMinisters agree: no\n---\n\n{LEDE}\n")][-1] == "body"
    assert kinds("---\n" + "  \n" * 60) == [("body", "---")]


def test_captions_and_boilerplate_are_no_prose():
    text = f"Steel\n\nPhoto: Agency\nThe minister in Geneva\n\nTrending Now\n\n{LEDE}\n\nShare this: Twitter\n"
    assert [kind for kind, _ in kinds(text)] == [
        "headline", "caption", "caption", "boilerplate", "body", "boilerplate",
    ]  # fmt: skip


def test_a_short_line_without_a_stop_below_is_a_subhead():
    text = f"Ministers Agree\n\n{LEDE}\n\nWhat comes next\n\n{LEDE}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "subhead", "body"]


def test_a_dateline_is_parted_from_its_paragraph():
    text = f"Ministers Agree\n\nGENEVA (Agency) — {LEDE} {LEDE}\n"
    assert kinds(text)[1:] == [("dateline", "GENEVA (Agen"), ("body", "Ministers me")]


def test_lines_wrapped_by_hand_are_one_paragraph():
    wrapped = "\n".join(["Ministers met in Geneva on Monday and agreed there to lower"] * 8) + "."
    assert len(blocks(wrapped)) == 1


def test_a_text_on_one_line_is_cut_behind_a_full_stop():
    """No paragraph of news is as long; a quote without its end would run on to the end of all."""
    found = blocks(f"{LEDE} " * 200)
    assert {block.kind for block in found} == {"body"}
    assert all(block.end - block.start <= LONGEST for block in found)
    text = f"{LEDE} " * 200
    assert [text[one.start : one.end].replace(LEDE, "").strip() for one in found] == [""] * 3


@pytest.mark.parametrize("unit", ["a", "said ", "a\r"])
def test_a_paragraph_without_a_stop_is_cut_and_nothing_of_it_is_lost(unit):
    text = unit * 20_000
    found = blocks(text)
    assert all(block.end - block.start <= LONGEST for block in found)
    kept = "".join(text[block.start : block.end] for block in found)
    assert kept.translate(BLANK) == text.translate(BLANK)


def test_an_article_may_begin_with_its_lede():
    assert kinds(f"{LEDE}\n{LEDE}\n")[0][0] == "body"


def test_blank_text_has_no_blocks():
    assert blocks(" \n\t\n") == []
