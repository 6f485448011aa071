"""The ground that decisions are tried on: one article with a few assertions in a chronicle."""

from pathlib import Path
from typing import Any

from timeline import events as e
from timeline.admission import admit
from timeline.article import Article
from timeline.assertion import Assertion, Candidate
from timeline.chronicle import ArticleBytes, Batch, Chronicle, new_envelope
from timeline.chronicle.hardening import Hardening
from timeline.chronicle.streams import article as article_stream
from timeline.chronicle.streams import reading

TEXT = """\
NATO accused China on Tuesday of “enabling” the war. Its chief, Jens Stoltenberg, said China must stop.
The Chinese mission to the EU said the alliance looked for rivalry. NATO said it again.
"""
READER = "rules/1"


def article(text: str = TEXT, name: str = "003.txt", published: str = "") -> Article:
    """An article of these words."""
    made = Article.of(text.encode(), name)
    assert isinstance(made, Article)
    return made.model_copy(update={"published": published})


def span(text: str, words: str, after: int = 0) -> dict[str, Any]:
    """Where words stand first."""
    start = text.index(words, after)
    return {"start": start, "end": start + len(words)}


def candidate(of: Article, words: str, speaker: str | None = None, **more: Any) -> Candidate:
    """A candidate whose passage is the words' line."""
    text = of.text
    at = span(text, words)
    line = text.rfind("\n", 0, at["start"]) + 1, (text.find("\n", at["end"]) + 1 or len(text))
    given: dict[str, Any] = {
        "passage_start": line[0],
        "passage_end": line[1],
        "asserted": words,
        "asserted_start": at["start"],
        "asserted_end": at["end"],
        "method": READER,
        "pattern": "test",
        "confidence": 86,
    }
    if speaker is not None:
        found = span(text, speaker, line[0])
        for name in ("speaker", "speaker_name"):
            given |= {name: speaker, f"{name}_start": found["start"], f"{name}_end": found["end"]}
    if target := more.pop("target", None):
        found = span(text, target, line[0])
        for name in ("targets", "targets_name"):
            given |= {
                name: [target],
                f"{name}_start": [found["start"]],
                f"{name}_end": [found["end"]],
            }
    return Candidate.model_validate(given | more)


def assertion(of: Article, words: str, speaker: str | None = None, **more: Any) -> Assertion:
    """The same, through the gate."""
    made = admit(candidate(of, words, speaker, **more), of)
    assert isinstance(made, Assertion), made
    return made


def put(chronicle: Chronicle, of: Article, *found: Assertion) -> None:
    """Admit an article and record what a reader found in it."""
    held = ArticleBytes.of(of.id, of.text.encode())
    stamp = new_envelope(READER)
    admitted = e.ArticleAdmitted(
        **stamp, article=of.id, sha256=of.sha256, commitment=held.commitment,
        media_type="text/plain", extractor="utf-8", size=len(held.content), name=of.name,
    )  # fmt: skip
    described = e.ArticleDescribed(**stamp, article=of.id, title=of.title, publisher=None, url=None)
    dated = e.ArticleDated(**stamp, article=of.id, published=of.published, basis="stated")
    read = e.ArticleRead(
        **stamp, article=of.id, reader="rules", version="1", configuration="0" * 64,
        found=len(found), refused=[], findings=[],
    )  # fmt: skip
    recorded = [e.AssertionRecorded(**stamp, **dict(one)) for one in found]
    chronicle.append(
        Batch(article_stream(of.id), 0, [admitted, described, *([dated] if of.published else [])]),
        Batch(reading(of.id, "rules", "1", "0" * 64), 0, [read, *recorded]),
        articles=[held],
    )


def new(folder: Path) -> Chronicle:
    """A new store in a folder; no power fails here, so it need not wait for the disk."""
    return Chronicle.create(folder / "timeline.db", hardening=Hardening(full=False))
