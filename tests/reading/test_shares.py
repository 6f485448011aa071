"""What is told twice in one sentence is one assertion."""

from tests.reading.told import Told


def test_a_matter_of_which_the_same_sentence_says_more_is_no_assertion_of_its_own():
    told = Told("Ann Cole highlighted NATO's need for thought, stating that Russia was late.")
    assert [one.asserted for one in told.assertions] == ["Russia was late"]


def test_what_a_communique_marks_is_said_by_it():
    told = Told(
        "The member states of NATO issued a sharp communique, "
        "marking the alliance's strongest condemnation of China."
    )
    assert len(told.assertions) == 1
    one = told("condemnation of China")
    assert (one.act, one.sign, one.form) == ("accuse", -1, "indirect")
