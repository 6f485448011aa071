"""How words are compared where they are searched: in any case, with whatever accents and quotes."""

from unicodedata import combining, normalize

APOSTROPHES = "’‘‛‚ʼ′`´＇"
QUOTES = "“”„‟«»″＂"
ALIKE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"'))


def searched(text: str) -> str:
    """A text as it is compared with search words, and a search word as it is compared with it.

    As the index of words does it: an accent tells no words apart.

    >>> searched("China’s"), searched("“Small Circles”"), searched("Erdoğan")
    ("china's", '"small circles"', 'erdogan')
    """
    told = text.translate(ALIKE)
    if not told.isascii():
        told = "".join(sign for sign in normalize("NFD", told) if not combining(sign))
    return told.casefold()
