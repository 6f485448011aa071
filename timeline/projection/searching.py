"""How words are compared where they are searched: in any case, with whatever quotation marks."""

APOSTROPHES = "’‘‛‚ʼ′`´＇"
QUOTES = "“”„‟«»″＂"
ALIKE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"'))


def searched(text: str) -> str:
    """A text as it is compared with search words, and a search word as it is compared with it.

    >>> searched("China’s"), searched("“Small Circles”")
    ("china's", '"small circles"')
    """
    return text.translate(ALIKE).casefold()
