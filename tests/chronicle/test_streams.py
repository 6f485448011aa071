"""The names of streams."""

from timeline.chronicle import new_envelope, streams


def test_readings_differ_by_article_reader_version_and_configuration():
    parts = ("x", "rules", "1", "c")
    others = [tuple(part + "!" * (i == n) for i, part in enumerate(parts)) for n in range(4)]
    assert len({streams.reading(*each) for each in [parts, *others]}) == 5
    assert streams.reading("x", "a", "b", "c") != streams.reading("x", "ab", "", "c")


def test_kinds_of_streams_never_meet():
    name = "6f0d3c1e-0a52-5d0b-9d2c-3a4c8f6f7b10"
    kinds = (streams.article, streams.dossier, streams.actor, streams.occasion)
    assert len({kind(name) for kind in kinds} | {streams.STORE}) == 5


def test_the_subject_of_a_stream_is_what_a_person_knows():
    assert streams.subject(streams.dossier("8229")) == "8229"
    assert streams.subject(streams.STORE) == "store"


def test_an_envelope_tells_when_and_by_whom_and_no_two_are_alike():
    first, second = new_envelope("Ada"), new_envelope("Ada")
    assert first["by"] == "Ada"
    assert first["at"] <= second["at"]
    assert len(first["at"]) == len("2026-11-21T10:02:11.000001Z")
    assert first["at"].endswith("Z")
    assert len(first["nonce"]) == 32
    assert first["nonce"] != second["nonce"]
