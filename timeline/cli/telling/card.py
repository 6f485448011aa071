"""A card: labelled fields, drawn on a page or as lines for a pipe."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.cli.draw.page import Page, wrapped
from timeline.cli.draw.safe import cell, flat, markdown

LABEL = 9
"""Columns of a label."""


class Card(NamedTuple):
    """What is told of one thing."""

    title: str
    state: str
    """Beside the title: whether anybody checked it."""
    words: str
    """Verbatim, empty where the thing is no words."""
    fields: tuple[tuple[str, str], ...]
    """Labels and sentences; a label that repeats is printed once."""


def draw(card: Card, page: Page) -> Iterator[str]:
    """A card on a page."""
    gap = max(2, page.width - len(card.title) - len(card.state))
    yield f"{flat(card.title)}{' ' * gap}{flat(card.state)}"
    if card.words:
        yield from wrapped(page.signs.quoted(flat(card.words)), page, "  ", "   ")
        yield ""
    before = ""
    for label, text in card.fields:
        told = "" if label == before else label
        yield from wrapped(flat(text), page, f"{told:<{LABEL}}", " " * LABEL)
        before = label


def markdown_lines(card: Card, page: Page) -> Iterator[str]:
    """A card in Markdown: a heading, the words as a quotation, a list."""
    yield f"### {markdown(f'{card.title} {card.state}'.strip())}"
    yield ""
    if card.words:
        yield f"> {page.signs.quoted(markdown(card.words))}"
        yield ""
    for label, text in card.fields:
        yield f"- **{markdown(label)}** {markdown(text)}"
    yield ""


def lines(card: Card) -> Iterator[str]:
    """A card for a pipe: a label, a tab, the text, nothing shortened."""
    yield f"id\t{cell(card.title)}"
    yield f"state\t{cell(card.state)}"
    if card.words:
        yield f"quote\t{cell(card.words)}"
    for label, text in card.fields:
        yield f"{label.strip()}\t{cell(text)}"
