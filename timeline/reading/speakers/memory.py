"""Who has spoken so far in an article, for whom a pronoun or a description can mean."""

from dataclasses import dataclass, field

from timeline.reading.values import Name


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, the latest last, and which pronoun each person took."""

    copy: str = ""
    spoken: list[Name] = field(default_factory=list)
    pronoun: dict[int, str] = field(default_factory=dict)
    issued: dict[str, tuple[int, Name]] = field(default_factory=dict)
    """Where the last statement, the last letter was issued, and by whom."""
    sentence: int = -1
    """That of the last speaker."""

    def tell(self, name: Name, sentence: int, *, aside: bool) -> None:
        """Remember who spoke; in an aside ("Lima, who said") before whom its sentence is about."""
        last = len(self.spoken) - (aside and self.sentence == sentence)
        self.spoken.insert(last, name)
        self.sentence = sentence
