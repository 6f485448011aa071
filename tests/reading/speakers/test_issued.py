"""Statements and letters, and whose words stand in them."""

import pytest

from tests.reading.speakers.test_coreference import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is cold,” the Soup Office said in a statement. The statement said that it stays.", "Soup Office"),
        ("Ann Roe said in a statement that it is cold. The statement said that it stays.", "Ann Roe"),
        ("The Soup Office issued a letter. According to the letter, it stays.", "Soup Office"),
        ("The Soup Office said that a statement is cold. The statement said that it stays.", "statement"),
        ("Ann Roe and Zor Kral issued a statement. The statement said that it stays.", "statement"),
    ],
)  # fmt: skip
def test_a_statement_speaks_for_whoever_issued_it(text, name):
    assert names(text)[-1][1] == name
