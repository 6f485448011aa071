"""Finding dates costs time in proportion to the text, whatever the text."""

import pytest

from tests.growth import stays_within
from timeline.reading.dates import find, header, problems
from timeline.when import When

ANCHOR = When.parse("2024-07-11")
HOSTILE = [
    "1234567890",
    "12 ",
    "on on on ",
    "(",
    "[",
    " ",
    "\n",
    "- ",
    "a few days before the ",
    "2024-",
]
HOSTILE += ["May ", "the      ", "'", "x.pdf", "http://a/2024/07/11", "twenty-", "[Current ", "{{ "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_eight_times_the_text_takes_about_eight_times_as_long(unit):
    def read(text):
        find(text, ANCHOR)
        header(text)
        problems(text)

    short = (unit * 4000)[:4000]
    assert stays_within(24, lambda: read(short), lambda: read(short * 8))
