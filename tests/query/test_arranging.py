"""What a projection makes of entries is looked at, and what it raises named as its own."""

import pytest

from timeline.errors import StoreLocked, ViewError
from timeline.projection import (
    Asked,
    Deferred,
    Entry,
    Heading,
    Projection,
    Sentence,
    Standing,
    Statement,
    Table,
)  # fmt: skip
from timeline.query.arranging import arranged, selecting
from timeline.when import When

ENTRY = Entry.of(Standing(1, "id", "8229@1", "article"))


class Mine(Projection[Entry]):
    """Gives what it is told to."""

    name, version, entry = "mine", 1, Entry

    def __init__(self, give):
        self.give = give

    def arrange(self, entries, asked):
        return self.give(entries)

    def select(self, entry, asked):
        return self.give(entry)


def leaves(_):
    raise SystemExit


@pytest.mark.parametrize(
    ("give", "says"),
    [
        (lambda entries: {}[len(list(entries))], "KeyError: 1"),
        (lambda _: None, "blocks are needed, not NoneType"),
        (lambda _: "some words", "blocks are needed, not str"),
        (lambda _: ["hello"], "a block is needed, not str"),
        (lambda _: [Table(("n",), ((1,),))], "a Table holds strings, and here int: 1"),
        (lambda _: [Heading(2024)], "a Heading holds strings, and here int: 2024"),
        (lambda _: (When.parse("someday") for _ in "a"), "BadDate: “someday” is no date"),
        (lambda _: [Deferred(lambda: 1 // 0)], "ZeroDivisionError"),
        (lambda _: [Deferred(lambda: Heading("2024"))], "a statement or a thread is needed"),
        (leaves, "SystemExit"),
    ],
)
def test_an_arrangement_that_fails_is_named(give, says):
    with pytest.raises(ViewError, match=r"^mine cannot arrange its entries: ") as raised:
        arranged(Mine(give), [ENTRY], Asked())
    assert says in str(raised.value)
    assert "test_arranging.Mine; -vv shows where)" in str(raised.value)


@pytest.mark.parametrize("give", [lambda _: 1 / 0, leaves])
def test_a_choice_that_fails_is_named(give):
    with pytest.raises(ViewError, match=r"^mine cannot select its entries: "):
        selecting(Mine(give), Asked())(ENTRY)


def test_what_fails_while_entries_are_read_is_no_fault_of_who_arranges_them():
    def locked():
        yield ENTRY
        raise StoreLocked("held")

    with pytest.raises(StoreLocked, match="held"):
        arranged(Mine(lambda entries: [Heading(one.id) for one in entries]), locked(), Asked())


@pytest.mark.parametrize("many", [iter, list, tuple])
def test_blocks_may_come_in_any_way(many):
    blocks = (Sentence("one"), Table(("n",), (("1",),)))
    assert arranged(Mine(lambda _: many(blocks)), [], Asked()) == blocks


def test_a_statement_that_is_not_shown_is_never_made():
    made = []

    def line(words):
        made.append(words)
        return Statement((), words, "NATO", "", "", (), "state", ())

    def give(_):
        return [Sentence("3"), *(Deferred(lambda words=words: line(words)) for words in "abc")]

    shown = arranged(Mine(give), [], Asked(), lambda whole: whole[:2])
    assert shown == (Sentence("3"), line("a"))
    assert made == ["a", "a"]
