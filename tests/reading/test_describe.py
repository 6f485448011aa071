"""What the head of an article says of itself."""

import pytest

from timeline.reading.describe import describe

BODY = "\n\nThe mayor of Ostrava said on Monday that the bridge would open in May. Nobody believed him.\n"


def test_a_title_and_a_labelled_date_are_taken_with_their_receipt():
    text = "Bridge to open\nPublished: 14 August 2025" + BODY
    found = describe(text)
    assert found.title == "Bridge to open"
    assert found.published.text == "2025-08-14"
    assert found.rule == "label"
    assert text[found.phrase_start : found.phrase_end] == found.phrase


def test_a_title_may_stand_behind_its_label_and_a_date():
    assert describe("date 2023-07-13 Title: Bridge to open" + BODY).title == "Bridge to open"


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_title_may_stand_in_front_matter(quote):
    text = f"---\ndate: 2023-07-13\ntitle: {quote}Bridge’s opening{quote}\n---\n\n# Bridge" + BODY
    assert describe(text).title == "Bridge’s opening"
    assert describe(text).published.text == "2023-07-13"
    assert describe(text.replace("title", "id")).title == "Bridge"


def test_a_text_that_begins_with_a_sentence_has_no_title():
    assert describe(BODY.strip()).title is None


@pytest.mark.parametrize("label", ["Source", "Publisher", "SOURCE"])
def test_a_publisher_is_taken_from_its_label(label):
    assert describe(f"Bridge to open\n{label}: Evening Post" + BODY).publisher == "Evening Post"


def test_an_image_source_is_no_publisher():
    assert describe(BODY + "\nImage Source: Getty Images").publisher is None


@pytest.mark.parametrize("line", ["https://example.org/a?b=1", "URL: https://example.org/a?b=1"])
def test_an_address_on_its_own_line_is_the_articles(line):
    assert describe(f"Bridge to open\n{line}" + BODY).url == "https://example.org/a?b=1"


def test_an_address_with_a_password_is_not_taken_but_told():
    found = describe("Bridge to open\nhttps://me:secret@example.org/" + BODY)
    assert found.url is None
    assert "password" in found.findings[0].says


def test_an_unfilled_template_is_told_and_no_date():
    found = describe("Bridge to open\nDate: [Current Date]" + BODY)
    assert not found.published.known
    assert [finding.words for finding in found.findings] == ["[Current Date]"]


def test_a_zone_that_is_wrong_for_its_season_is_told():
    found = describe("Bridge to open\n\nJul.11 - 2024 10:15 AM CET" + BODY)
    assert found.published.text == "2024-07-11"
    assert "CET" in found.findings[0].says


def test_a_text_without_a_head_is_described_as_unknown():
    found = describe("x")
    assert (found.title, found.publisher, found.url, found.phrase) == (None,) * 4
    assert not found.published.known


@pytest.mark.parametrize("first", ["An earlier", "A previous", "The original"])
def test_that_an_article_was_changed_is_told_in_its_own_words(first):
    words = f"{first} version of this article said that the bridge was open."
    text = f"Bridge to open{BODY}\n{words} It is not.\n"
    (fault,) = describe(text).findings
    assert text[fault.start : fault.end] == fault.words == words
    assert fault.says == f"the article says that it was changed: “{words}”"


def test_an_earlier_version_of_somebodys_paper_is_no_change_of_the_article():
    text = f"Bridge to open{BODY}\nAn earlier version of the report said that it was open.\n"
    assert describe(text).findings == ()


@pytest.mark.parametrize(
    "head",
    [
        "Sudan Tribune, 12 August 2027",
        "The Reporter (Ethiopia), 28 July 2026",
        "Al-Ahram Weekly\nPublished: 5 June 2026\nBy Dina Ezzat",
        "Daily Nation\nThursday, May 14, 2026",
    ],
)
def test_an_outlet_beside_the_date_is_told_and_not_taken_for_the_publisher(head):
    text = f"Bridge to open\n{head}{BODY}"
    found = describe(text)
    (finding,) = found.findings
    assert found.publisher is None
    assert head.startswith(finding.words)
    assert text[finding.start : finding.end] == finding.words


@pytest.mark.parametrize(
    "head",
    [
        "Source: The Ostrava Times\nThursday, May 14, 2026",
        "By Mary Post\nMay 14, 2026",
        "OSTRAVA, May 14, 2026 (Reuters) -",
        "Ostrava, Moravia\n14 May 2026",
    ],
)
def test_a_place_a_byline_and_what_is_labelled_are_no_such_outlet(head):
    assert describe(f"Bridge to open\n{head}{BODY}").findings == ()
    assert describe(f"The Daily Bridge\n{head}{BODY}").findings == ()
