"""What kind of act an assertion is: its act, its family, its sign toward the one it is about."""

from timeline.reading.act.decide import Deed, Lexicons, Page, Words, cue_of, decide
from timeline.reading.act.lexicon import Acts, Look, shipped

__all__ = ["Acts", "Deed", "Lexicons", "Look", "Page", "Words", "cue_of", "decide", "shipped"]
