"""An article that states no date may name the year by its occasion: a guess, and marked as one."""

from timeline.article import Article
from timeline.reading import RULES

TOLD = """The envoys met at the 2024 summit in Geneva.

Maria Keller, the Swiss minister, said on July 2 that “the talks will go on.” Peter Lang said on Tuesday that he disagreed.
"""


def read(text, published=""):
    article = Article.of(text.encode(), "a.txt").model_copy(update={"published": published})
    reading = RULES.read(article)
    return {one.speaker_name: one for one in reading.candidates}, reading.findings


def test_a_day_without_a_year_takes_the_year_that_an_occasion_is_named_with():
    said, findings = read(TOLD)
    assert said["Maria Keller"].said == "2024-07-02?"
    assert said["Maria Keller"].said_anchor == "the year of “the 2024 summit”"
    assert any("marked ?" in finding.says for finding in findings)


def test_a_weekday_of_a_guessed_year_stays_unknown():
    said, _ = read(TOLD)
    assert said["Peter Lang"].said == ""


def test_nothing_is_guessed_where_the_article_has_a_date():
    said, findings = read(TOLD, "2023-07-11")
    assert said["Maria Keller"].said == "2023-07-02"
    assert not any("marked ?" in finding.says for finding in findings)


def test_a_year_in_passing_is_no_guess():
    said, _ = read(TOLD.replace("the 2024 summit in Geneva", "Geneva, as they had in 2019"))
    assert said["Maria Keller"].said == ""
