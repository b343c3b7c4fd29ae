"""How letters are set, as far as a document says: what is not said comes from what lies below."""

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Letters:
    """`strong` is bold or underlined, as headings often are; `size` in points; None: not said."""

    strong: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def over(self, below: "Letters") -> "Letters":
        """These settings, and those of `below` where nothing is said here."""
        return Letters(
            below.strong if self.strong is None else self.strong,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
        )


UNSAID = Letters()
