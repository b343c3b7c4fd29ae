"""What a paragraph shows while it is being read: its text, and whether all of it is strong."""

from dataclasses import dataclass, field

from sagsgang.reading.formats.office.letters import Letters

# The size programs take when nobody says one.
PLAIN_SIZE = 10.0

TAB = "\t"
BREAK = "\n"


@dataclass(slots=True)
class Shown:
    """`parts` hold the text; tabs and line feeds in them are set by the author, all else blanks."""

    parts: list[str] = field(default_factory=list)
    sizes: set[float] = field(default_factory=set)
    plain: bool = False  # some letters are not strong

    @property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return "".join(self.parts).split(BREAK)

    @property
    def strong(self) -> bool:
        """Whether all letters are strong."""
        return bool(self.sizes) and not self.plain

    @property
    def size(self) -> float:
        """The size of the smallest letters, in points."""
        return min(self.sizes, default=PLAIN_SIZE)

    def write(self, text: str, letters: Letters) -> None:
        """Adds a text, unless its letters are hidden."""
        if letters.hidden or not text:
            return
        self.parts.append(text.replace("\n", " ").replace("\t", " "))
        if not text.isspace():
            self.sizes.add(letters.size or PLAIN_SIZE)
            self.plain = self.plain or not letters.strong

    def set_apart(self, sign: str, letters: Letters) -> None:
        """Adds a TAB or BREAK."""
        if not letters.hidden:
            self.parts.append(sign)
