"""Occasions: the summits, documents and speeches on which, or in which, things are said."""

from timeline.reading.occasions.dating import OccasionDate, occasion_dates, phrase_of
from timeline.reading.occasions.find import Heard, Occasion, occasions

__all__ = ["Heard", "Occasion", "OccasionDate", "occasion_dates", "occasions", "phrase_of"]
