"""How articles introduce people, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors import introduced


@pytest.mark.parametrize(
    ("words", "name", "role", "body"),
    [
        ("NATO Secretary-General Jens Stoltenberg", "Jens Stoltenberg", "Secretary-General", "NATO"),
        ("Turkish Foreign Minister Hakan Fidan", "Hakan Fidan", "Foreign Minister", "Turkish"),
        ("Arsenal manager Mikel Arteta", "Mikel Arteta", "manager", "Arsenal"),
        ("EU foreign policy chief Josep Borrell", "Josep Borrell", "foreign policy chief", "EU"),
        ("Bank of England governor Andrew Bailey", "Andrew Bailey", "governor", "Bank of England"),
        ("President of France Emmanuel Macron", "Emmanuel Macron", "President", "France"),
        ("Russia's Deputy Foreign Minister Sergei Ryabkov", "Sergei Ryabkov", "Deputy Foreign Minister", "Russia"),
        ("President (Volodymyr) Zelenskyy of Ukraine", "(Volodymyr) Zelenskyy", "President", "Ukraine"),
        ("French Ambassador to China Bertrand Lortholary", "Bertrand Lortholary", "Ambassador to China", "French"),
        ("UN High Commissioner for Refugees Filippo Grandi", "Filippo Grandi", "High Commissioner for Refugees", "UN"),
        ("Mr Trump", "Trump", "Mr", ""),
        ("Kenyan Water Minister Alice Wahome", "Alice Wahome", "Water Minister", "Kenyan"),
        ("Water Minister Alice Wahome", "Alice Wahome", "Water Minister", ""),
        ("Ethiopian Water and Energy Minister Habtamu Itefa", "Habtamu Itefa", "Water and Energy Minister", "Ethiopian"),
        ("U.S. Homeland Security Secretary Kristi Noem", "Kristi Noem", "Homeland Security Secretary", "U.S."),
        ("Thames Water spokesman Ed Low", "Ed Low", "spokesman", "Thames Water"),
    ],
)  # fmt: skip
def test_a_role_may_stand_before_a_name(words, name, role, body):
    assert introduced(words)[:3] == (name, role, body)


@pytest.mark.parametrize(
    ("words", "name", "role", "body"),
    [
        ("Julianne Smith, the U.S. Ambassador to NATO", "Julianne Smith", "Ambassador to NATO", "U.S."),
        ("Avril Haines, Director of the U.S. National Intelligence Agency", "Avril Haines", "Director", "U.S. National Intelligence Agency"),
        ("Wang Wenbin, a Chinese Foreign Ministry spokesman", "Wang Wenbin", "spokesman", "Chinese Foreign Ministry"),
        ("Dmitry Peskov, spokesman for the Kremlin, said", "Dmitry Peskov", "spokesman", "Kremlin"),
        ("Li Wei, a Chinese professor at Oxford University", "Li Wei", "professor", "Oxford University"),
        ("Stoltenberg, NATO's Secretary General", "Stoltenberg", "Secretary General", "NATO"),
    ],
)  # fmt: skip
def test_or_behind_it_after_a_comma(words, name, role, body):
    assert introduced(words)[:3] == (name, role, body)


@pytest.mark.parametrize(
    "words",
    [
        "former US President Donald Trump",
        "ex-president Jair Bolsonaro",
        "Ana Costa, former chief of Petrobras",
    ],
)
def test_who_was_once_in_a_role_has_no_body(words):
    found = introduced(words)
    assert found.former
    assert found.body == ""


def test_who_holds_a_role_unnamed_is_named_by_it():
    assert introduced("the Kremlin spokesman")[:3] == ("Kremlin spokesman", "spokesman", "Kremlin")


def test_a_name_alone_has_no_role():
    assert introduced("Ana Souza")[:3] == ("Ana Souza", "", "")


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "a",
                "former",
                "ex-president",
                "NATO's",
                "Chinese",
                "president",
                "Prime",
                "Minister",
                "of",
                "for",
                "to",
                "at",
                "U.S.",
                ",",
                "Ana",
                "von",
                "der",
                "Leyen",
                "(Bo)",
                "spokesman",
                "Secretary-General",
                "Ministry",
                "O’Neill",
                "李",
                "",
            ]
        ),
        max_size=9,
    )
)
def test_whatever_is_written_the_parts_are_verbatim_where_they_are_said_to_be(words):
    text = " ".join(words)
    found = introduced(text)
    assert text[found.name_start :].startswith(found.name)
    for part, start in ((found.role, found.role_start), (found.body, found.body_start)):
        assert (start < 0 and part == "") or text[start : start + len(part)] == part
