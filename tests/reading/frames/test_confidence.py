"""A confidence is a frequency that was measured, of the pattern or of its frame."""

from timeline.reading.frames.confidence import UNMEASURED, confidence, measured
from timeline.reading.lexicons import load


def test_a_pattern_has_its_own_figure():
    assert confidence("clause.that") == load("confidence")["patterns"]["clause.that"][0]


def test_a_rare_pattern_has_the_figure_of_its_frame():
    table = load("confidence")
    assert "passive.matter" not in table["patterns"]
    assert confidence("passive.matter") == table["frames"]["passive"][0]


def test_what_no_corpus_marks_is_said_to_be_unmeasured():
    assert (measured("doing"), confidence("doing")) == (None, UNMEASURED)
