"""What is marked by hand stands word for word in its article."""

import hashlib

import pytest

from tests.quality import assertions


@pytest.mark.parametrize("name", [*assertions.TUNED, *assertions.ASIDE, *assertions.KEPT])
def test_every_marked_passage_and_its_asserted_words_stand_in_the_article(name):
    rows = assertions.gold_rows(name)
    content = assertions.source(rows[0]["doc"])
    text = content.decode()
    for row in rows:
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
        assert text[row["start"] : row["end"]] == row["quote"]
        assert row["start"] <= row["content_start"] < row["content_end"] <= row["end"]
