"""A part of a record: the articles that an answer quotes, what was read in them and decided."""

import json

import pytest

from tests.transfer.ground import (
    AGREED,
    FIRST,
    NEWS,
    OTHER,
    SAID,
    SECOND,
    accepted,
    decide,
    exported,
    imported,
    new,
)  # fmt: skip
from timeline import events as e
from timeline.actors import key
from timeline.chronicle import Batch, new_envelope, streams
from timeline.query import Library
from timeline.transfer import part


@pytest.fixture
def ours(tmp_path):
    with new(tmp_path / "ours", FIRST, SECOND) as chronicle:
        decide(chronicle, accepted(0), e.AssertionAccepted(**new_envelope("Ada"), id=AGREED.id))
        for actor, alias in (("The man from Oslo", "Jens Stoltenberg"), ("Ruritania", "RUR")):
            event = e.AliasAdded(**new_envelope("Ada"), alias=alias, actor=actor)
            chronicle.append(Batch(streams.actor(key(alias)), 0, [event]))
        told = e.ChronicleImported(**new_envelope("Ada"), source="a secret friend", events=0)
        adopted = e.GazetteerAdopted(**new_envelope("x"), version="1", sha256="0", entries=[])
        chronicle.append(Batch(streams.STORE, 0, [told, adopted]))
        yield chronicle


@pytest.fixture
def carried(ours):
    def carried(*articles, **how):
        library = Library(ours, ours.path.with_name("views.db"))
        try:
            return exported(ours, part=part(library, articles), **how)
        finally:
            library.close()

    return carried


def streams_of(content):
    lines = [json.loads(line) for line in content.splitlines()]
    return {line["stream"].partition(":")[0]: line for line in lines if "stream" in line}, lines


def test_only_the_article_that_is_quoted_goes_out_with_all_that_hangs_on_it(carried):
    kinds, lines = streams_of(carried(NEWS.id))
    assert set(kinds) == {"article", "reading", "dossier", "actor", "store"}
    text = carried(NEWS.id).decode()
    assert NEWS.id in text
    assert SAID[0].id in text
    assert OTHER.id not in text
    assert AGREED.id not in text
    assert "The man from Oslo" in text
    assert "Ruritania" not in text
    assert lines[0]["scope"] == "part"
    assert lines[-1]["articles"] == 1


def test_whence_other_events_came_is_told_to_nobody(carried):
    assert "secret friend" not in carried(NEWS.id).decode()


def test_without_text_only_hashes_and_the_words_quoted_go_out(carried):
    content = carried(NEWS.id, texts=False)
    _, lines = streams_of(content)
    assert not any("bytes" in line for line in lines)
    assert NEWS.sha256 in content.decode()
    assert SAID[0].asserted in content.decode()
    assert "NATO said it again" not in content.decode()


def test_a_part_is_merged_also_into_an_empty_store(carried, tmp_path):
    with new(tmp_path / "empty") as empty:
        came = imported(carried(NEWS.id), empty)
        assert (came.how, came.articles, came.clashes) == ("merge", 1, ())
        assert empty.at(1).name == e.ChronicleImported.NAME
        again = imported(carried(NEWS.id, OTHER.id), empty)
        assert (again.articles, again.clashes) == (1, ())
        third = imported(carried(NEWS.id, OTHER.id), empty)
        assert third.events == 0


def test_what_a_person_asserted_by_hand_goes_with_its_article(ours, carried):
    from tests.review import ground

    said = ground.assertion(NEWS, "NATO said it again", "NATO")
    by_hand = e.AssertionRecorded(**new_envelope("Ada"), **dict(said))
    ours.append(Batch(streams.dossier(said.id), 0, [by_hand]))
    assert said.id in carried(NEWS.id).decode()
    assert said.id not in carried(OTHER.id).decode()
