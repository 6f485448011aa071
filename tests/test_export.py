"""Export: reports of assertions as `assertion/1`."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.story import ARTICLES, HOME, Story
from timeline.actors import Directory
from timeline.assertion import Candidate
from timeline.export import columns, export, report, schema
from timeline.projection import Standing
from timeline.query import ArticleStanding, Filters, Found

TEXT = {ARTICLES[0][0]: "a" * 64, ARTICLES[1][0]: "b" * 64}


class Held:
    """A library by hand, as far as an export asks it."""

    def __init__(self, story: Story, **recorded: Any) -> None:
        self._story = story
        self._recorded = recorded

    def standings(self, filters: Filters) -> list[Standing]:
        told = self._story.told
        return [one for one in told if not filters.status or one.status in filters.status]

    def found(self, filters: Filters) -> list[Found]:
        return [Found(one, self.recorded(one.id)) for one in self.standings(filters)]

    def standing(self, word: str, as_of: object = None):
        return next(one for one in self._story.told if one.id == word)

    def recorded(self, word: str, as_of: object = None) -> dict[str, Any]:
        one = self.standing(word)
        start, end = one.asserted_start, one.asserted_start + len(one.asserted)
        candidate = Candidate(
            passage_start=start - 5, passage_end=end + 5, asserted=one.asserted,
            asserted_start=start, asserted_end=end, own=[start, end] if one.own else [],
            speaker=one.mention, speaker_name=one.mention, targets=list(one.targets),
            targets_name=list(one.targets), reporters=list(one.reporters),
            reporters_name=list(one.reporters), cue="said", said=one.said, method="rules/1",
            pattern="subject-verb", confidence=86,
        )  # fmt: skip
        record = candidate.model_dump() | {"at": "2026-11-21T10:02:11.000000Z"}
        return record | self._recorded

    def articles(self, as_of: object = None) -> list[ArticleStanding]:
        return [
            ArticleStanding(
                position=i, id=id_, sha256=TEXT[id_], name=f"{short}.txt", short=short, title="",
                publisher="", url="", published=published or "unknown", basis="stated", rule="",
                phrase="Jul.11 - 2024" if published else "", phrase_start=None, phrase_end=None,
                size=9, media_type="text/plain", at="", by="", found=1, refused=(), findings=(),
            )
            for i, (id_, short, published) in enumerate(ARTICLES)
        ]  # fmt: skip

    def directory(self, as_of: object = None) -> Directory:
        return Directory()


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.export.held", Held.found)
    monkeypatch.setattr("timeline.export.standings", Held.standings)


def exported(story, **filters):
    return list(export(Held(story), Filters(**filters)))


def test_each_report_is_valid_by_the_printed_schema():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", form="direct", said="2024-07-10")
    story.say("China", "NATO", "criticise", "no direct role", act="reject", reply="In response",
              reporters=("Reuters",))  # fmt: skip
    story.say("NATO", "", "state", "an alliance", said="2024-07-06/2024-07-11")
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    reports = exported(story, everything=True)
    assert len(reports) == 3
    assert [error.message for one in reports for error in validator.iter_errors(one)] == []


def test_a_paraphrase_has_no_own_words():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", form="indirect")
    (one,) = exported(story)
    assert (one["form"], one["own"], one["quote"]) == ("indirect", [], "decisive enabler")


def test_an_unknown_date_is_null_and_never_a_day():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", article=ARTICLES[1][0])
    (one,) = exported(story)
    said = one["said"]
    assert (said["edtf"], said["earliest"], said["latest"], said["basis"]) == (
        None, None, None, "unknown",
    )  # fmt: skip
    assert one["source"]["published"] == {"edtf": None, "raw": None}


def test_a_day_of_publication_is_told_as_the_articles_and_not_as_the_day_of_speech():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", said="../2024-07-11", basis="article")
    said = exported(story)[0]["said"]
    assert (said["earliest"], said["latest"], said["basis"]) == (None, "2024-07-11", "article")


@pytest.mark.parametrize("form", ["headline", "narrative", "action"])
def test_what_is_not_speech_goes_out_only_with_all(form):
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", form=form)
    assert exported(story) == []
    assert len(exported(story, everything=True)) == 1


def test_a_nameless_accusation_at_third_hand_waits_for_a_person():
    story = Story()
    rumour = {"authority": "unnamed", "reporters": ("Bloomberg",)}
    story.say("insiders", "China", "accuse", "testing drones", **rumour)
    assert exported(story) == []
    story.say("insiders", "China", "accuse", "testing more", status="accepted", **rumour)
    assert [one["status"] for one in exported(story)] == ["accepted"]


def test_the_retracted_goes_out_only_when_asked_for():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", status="retracted")
    assert exported(story) == []
    assert len(exported(story, status=("retracted",))) == 1


def test_three_articles_on_one_declaration_are_one_origin():
    story = Story()
    for article in (HOME, ARTICLES[1][0]):
        story.say("NATO", "China", "accuse", "China is a decisive enabler of the war",
                  article=article, occasion="declaration", occasion_name="Declaration")  # fmt: skip
    first, second = exported(story)
    assert first["same_as"] == [second["id"]]
    assert first["origins"] == second["origins"] == 1


def test_an_answer_names_what_it_answers():
    story = Story()
    accusation = story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    answer = story.say("China", "NATO", "criticise", "Cold War rhetoric", reply="responded")
    one = report(Held(story), answer.id)
    assert one["answers"] == [{"to": accusation.id, "basis": "stated", "cue": "responded"}]
    assert report(Held(story), accusation.id)["answered_by"] == [answer.id]


def test_of_a_statement_only_the_point_that_a_person_linked_answers():
    story = Story()
    accusation = story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    on_it = {"said": "2024-07-11", "occasion": "briefing", "occasion_name": "Briefing"}
    story.say("China", "NATO", "criticise", "no role", links=(f"answers {accusation.id}",), **on_it)
    story.say("China", "NATO", "criticise", "Cold War rhetoric", **on_it)
    asked, linked, beside = exported(story)
    assert asked["answered_by"] == [linked["id"]]
    assert linked["answers"] == [{"to": accusation.id, "basis": "person", "cue": None}]
    assert beside["answers"] == []


def test_what_a_person_linked_is_told_at_both_ends():
    story = Story()
    first = story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    story.say("NATO", "China", "ask", "no enabler", links=(f"contradicts {first.id}",))
    one, other = exported(story)
    link = {"relation": "contradicts", "from": other["id"], "to": first.id}
    assert one["links"] == other["links"] == [link]
    assert one["answered_by"] == []


def test_among_too_many_the_origins_are_not_counted_and_it_is_said_once(monkeypatch):
    monkeypatch.setattr("timeline.export.MANY", 1)
    story, said = Story(), []
    accusation = story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    story.say("China", "NATO", "criticise", "no role", links=(f"answers {accusation.id}",))
    reports = list(export(Held(story), Filters(), said.append))
    assert [one["origins"] for one in reports] == [None, None]
    assert [len(one["answers"]) for one in reports] == [0, 1]
    (hint,) = said
    assert "more than 1 assertions" in hint
    validator = Draft202012Validator(schema())
    assert [error.message for one in reports for error in validator.iter_errors(one)] == []


def test_the_columns_of_csv_hold_every_field():
    names = columns()
    assert {"schema", "said.edtf", "source.passage.start", "speaker.for", "targets.actor"} <= set(
        names
    )
    assert len(names) == len(set(names))
