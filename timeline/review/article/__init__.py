"""What a person knows of an article: its date, with all that hangs on it, title, publisher."""

from timeline.review.article.correct import Ahead, correct_article
from timeline.review.article.known import Known, read

__all__ = ["Ahead", "Known", "correct_article", "read"]
