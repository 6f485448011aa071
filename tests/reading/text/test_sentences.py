"""Where a sentence ends."""

from timeline.reading.attribution import attributions


def sentences(text):
    return [text[s.start : s.end] for s in attributions(text).sentences]


def test_an_abbreviation_ends_no_sentence():
    assert len(sentences("Mr. Li met U.S. Sen. Jane Doe at 10 a.m. on Jan. 5 in Geneva.")) == 1


def test_initials_end_one_where_a_new_one_begins():
    assert len(sentences("He left the U.S. The plan failed.")) == 2


def test_a_quote_of_two_sentences_does_not_break_the_one_that_carries_it():
    assert len(sentences("“We stay. We go,” he said.")) == 1


def test_a_question_in_quotes_belongs_to_who_asked_it():
    assert len(sentences("“Why should we go?” Souza asked. Nobody knew.")) == 2


def test_a_stop_inside_the_closing_mark_ends_the_sentence():
    assert len(sentences("He said, “We stay.” The others left.")) == 2


def test_what_has_no_stop_is_cut_all_the_same():
    assert len(sentences("word " * 2000)) > 1


def test_a_sentence_ends_behind_the_network_x():
    assert len(sentences("Ann Roe wrote on X. NATO chief Mark Dahl disagreed.")) == 2
    assert len(sentences("Supporters of Malcolm X. Roe left the hall.")) == 1
