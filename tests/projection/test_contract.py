import copy
import pickle
from typing import ClassVar

import pytest

from timeline.projection import Asked, Entry, Projection, Standing


class Quote(Entry):
    words: ClassVar[int] = 3
    asserted: str
    own: tuple[str, ...] = ()

    @property
    def loud(self) -> str:
        return self.asserted.upper()


STANDING = Standing(7, "id", "8229@1", "article", asserted="no", sides=("Wang", "China"))


def test_an_entry_takes_the_fields_that_it_shares_with_a_standing():
    quote = Quote.of(STANDING)
    assert (quote.position, quote.asserted, quote.sides) == (7, "no", ("Wang", "China"))
    assert quote.loud == "NO"


def test_an_entry_is_compared_by_value_and_cannot_be_changed():
    quote = Quote.of(STANDING)
    assert quote == Quote(**quote._asdict())
    assert quote._replace(asserted="yes") != quote
    with pytest.raises(AttributeError):
        quote.asserted = "yes"
    with pytest.raises(AttributeError):
        quote.other = "yes"


def test_an_entry_made_by_hand_names_what_is_missing_or_unknown():
    held = Quote.of(STANDING)._asdict()
    del held["asserted"], held["own"]  # own has a default
    with pytest.raises(TypeError, match="asserted, spoken"):
        Quote(**held, spoken="yes")


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("asserted", 5, "Quote.asserted is str, not int: 5"),
        ("own", ["no"], "not list"),
        ("own", (1,), "not tuple"),
        ("checked_by", False, "not bool"),
        ("position", None, "Quote.position is int, not NoneType"),
    ],
)
def test_an_entry_made_by_hand_holds_what_its_fields_say(field, value, says):
    quote = Quote.of(STANDING)
    with pytest.raises(TypeError) as raised:
        quote._replace(**{field: value})
    assert says in str(raised.value)
    with pytest.raises(TypeError):
        Quote(**{**quote._asdict(), field: value})


def test_an_entry_cannot_be_given_what_it_has_not():
    with pytest.raises(TypeError, match="Quote: unknown: spoken"):
        Quote.of(STANDING)._replace(spoken="yes")


def test_an_entry_that_declares_a_field_otherwise_than_a_standing_cannot_be_taken_from_one():
    class Signed(Entry):
        sign: str

    with pytest.raises(TypeError, match=r"Signed\.sign is str, not int"):
        Signed.of(STANDING)


def test_an_entry_survives_copies_and_pickles():
    quote = Quote.of(STANDING)
    assert copy.deepcopy(quote) == quote
    assert pickle.loads(pickle.dumps(quote)) == quote


def test_a_class_variable_is_no_field():
    assert "words" not in Quote._fields


def test_a_nameless_accusation_at_third_hand_does_not_count_until_it_is_accepted():
    nameless = STANDING._replace(sign=-1, reporters=("Bloomberg",), authority="unnamed")
    assert not nameless.counts
    assert nameless._replace(status="accepted").counts
    assert nameless._replace(authority="office").counts


@pytest.mark.parametrize("status", ["rejected", "retracted"])
def test_what_is_withdrawn_does_not_count(status):
    assert not STANDING._replace(status=status).counts


def test_a_speaker_is_everybody_that_it_counts_under():
    assert STANDING.is_by("China")
    assert STANDING.is_by("Wang")
    assert not STANDING.is_by("NATO")


def test_a_projection_that_groups_nothing_lists_its_entries():
    class Told(Entry):
        words: tuple[str, ...]
        aside: str | None = None

    class Telling(Projection[Told]):
        name, version, entry = "telling", 1, Told

    one = Told(
        position=1, id="x", handle="8229aaaa@7", article="a", status="proposed", checked_by=None,
        actor="NATO", side="NATO", sides=("NATO",), targets=("China",), target_sides=("China",),
        occasion="a", said="", basis="unknown", words=("so", "it is"),
    )  # fmt: skip
    count, table = Telling().arrange([one], Asked(articles=(("a", "003", ""),)))
    assert count.text == "1 entry."
    assert table.columns == ("said", "id", "who", "about", "words", "aside")
    assert table.rows == (("unknown", "003@7", "NATO", "China", "so, it is", ""),)
    assert Telling().arrange([], Asked())[1].rows == ()
