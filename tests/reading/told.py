"""Reading a few lines of article in a test, and finding one assertion by its words."""

from timeline.actors import Directory, shipped
from timeline.admission import admit_all
from timeline.article import Article
from timeline.reading import RULES

DIRECTORY = Directory.of(shipped().entries)


class Told:
    """What is read in a text: `told("dumping")` is the assertion whose words hold that."""

    def __init__(self, text, published="2024-07-11"):
        made = Article.of(text.encode(), "a.txt")
        assert isinstance(made, Article)
        self.article = made.model_copy(update={"published": published})
        self.reading = RULES.read(self.article)
        self.assertions, self.refused = admit_all(self.reading.candidates, self.article)

    def __call__(self, words):
        held = [one for one in self.assertions if words in one.asserted]
        assert held, [one.asserted for one in self.assertions]
        return min(held, key=lambda one: len(one.asserted))

    def speaker(self, words):
        one = self(words)
        return DIRECTORY.actor(
            one.speaker_name, one.speaker_role, one.speaker_body, one.speaker_kind
        )

    def targets(self, words):
        return [DIRECTORY.actor(name) for name in self(words).targets_name]
