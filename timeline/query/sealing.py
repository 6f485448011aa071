"""The digest that answers are stamped with: of a view's entries, and the dates that move them."""

from msgspec.json import encode

from timeline.replay.engine import Engine
from timeline.views.codec import hexadecimal, weight


def sealed(engine: Engine, digest: str, upto: int) -> str:
    """The digest of what a view answers, in hexadecimal.

    Entries keep their own dates; those that hang on an occasion are joined with its date when they
    are read. Two answers may differ in nothing else, so these dates are weighed as entries are:
    for each occasion and article, or person, the last word, unless it was taken back.

    Args:
        engine: whose ledger knows the dates.
        digest: of the view's entries, hexadecimal.
        upto: the position as of which the view answers.
    """
    last = {(one.key, one.article): one.said for one in engine.shelves.dates(as_of=upto)}
    texts = [encode((*whose, said)) for whose, said in last.items() if said]
    return hexadecimal(int(digest or "0", 16) + weight(texts))
