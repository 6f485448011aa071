from tests.bench.generate import generate
from timeline.chronicle import Chronicle, decode, encode


def test_what_is_generated_is_what_the_chronicle_itself_would_write(tmp_path):
    path = tmp_path / "timeline.db"
    generate(path, 400)
    with Chronicle.open(path) as chronicle:
        told = list(chronicle.after())
    kinds = {recorded.name for recorded in told}
    assert {"assertion-recorded.1", "article-read.1", "assertion-accepted.1"} <= kinds
    for recorded in told:
        event = decode(recorded)
        assert event is not None
        assert encode(event) == recorded.state


def test_the_same_seed_gives_the_same_news(tmp_path):
    states = []
    for name in ("a.db", "b.db"):
        generate(tmp_path / name, 50)
        with Chronicle.open(tmp_path / name) as chronicle:
            states.append([recorded.state for recorded in chronicle.after()])
    assert states[0] == states[1]
