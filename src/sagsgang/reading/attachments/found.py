"""What has been found in an attachment so far, within bounds that its embedded files share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sagsgang.minutes import Fragment, FragmentKind

#: More text than any attachment holds; a file beyond it was made to exhaust the reader.
MAX_CHARACTERS = 30_000_000
MAX_FRAGMENTS = 200_000
MAX_FILES = 1_000
MAX_DEPTH = 4
MAX_UNPACKED = 300_000_000  # bytes of the files within files
MAX_PROBLEMS = 50
_LONGEST_PLACE = 120
#: Control characters would break the lines and cells of fragments, and the terminal of a reader.
_UNSEEN = dict.fromkeys([*range(9), *range(0xB, 0x20), 0x7F, 0xFFFE, 0xFFFF])

#: Reads a file: its bytes, its name, where to put what is found → its format and pages.
Reader = Callable[[bytes, str, "Found"], tuple[str, int | None]]


@dataclass(slots=True)
class _Left:
    """How much more may be taken; shared by a file and all that lies within it."""

    characters: int = MAX_CHARACTERS
    fragments: int = MAX_FRAGMENTS
    files: int = MAX_FILES
    unpacked: int = MAX_UNPACKED


@dataclass(slots=True)
class Found:
    """Takes fragments and problems; `prefix` is where the file lies within the attachment."""

    reader: Reader
    fragments: list[Fragment] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)
    grids: list[Fragment] = field(default_factory=list)
    prefix: str = ""
    is_embedded: bool = False
    depth: int = 0
    left: _Left = field(default_factory=_Left)

    def add(
        self,
        kind: FragmentKind,
        where: str,
        text: str,
        rows: tuple[int, ...] = (),
        columns: tuple[int, ...] = (),
    ) -> None:
        """Takes a text, unless there is none in it; cuts what is beyond the bounds."""
        if not text or text.isspace():
            return
        if self.left.fragments <= 0 or self.left.characters <= 0:
            self.problem("mere tekst, end der læses i ét bilag: kun den første del er læst")
            return
        if len(text) > self.left.characters:
            self.problem("mere tekst, end der læses i ét bilag: kun den første del er læst")
            text = text[: self.left.characters]
            rows = rows[: text.count("\n") + 1]
        self.left.fragments -= 1
        self.left.characters -= len(text)
        if self.is_embedded and kind is FragmentKind.TEXT:
            kind = FragmentKind.EMBEDDED
        if not text.isprintable():
            text = text.translate(_UNSEEN)
        self.fragments.append(Fragment(kind, f"{self.prefix}{where}", text, rows, columns))

    def grid(self, where: str, rows: list[list[str]]) -> None:
        """Takes once more, as cells, what stands in a table of a page."""
        width = max(map(len, rows), default=0)
        text = "\n".join("\t".join(row + [""] * (width - len(row))) for row in rows)
        if width > 1 and len(text) <= self.left.characters:
            self.left.characters -= len(text)
            numbers = tuple(range(1, len(rows) + 1))
            columns = tuple(range(1, width + 1))
            kind = FragmentKind.EMBEDDED if self.is_embedded else FragmentKind.TEXT
            self.grids.append(Fragment(kind, f"{self.prefix}{where}", text, numbers, columns))

    def problem(self, text: str) -> None:
        """Names what is not read, or what to be wary of; each once."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems[f"{self.prefix}{text}"] = None

    def file(self, data: bytes, name: str, where: str, *, is_embedded: bool = True) -> None:
        """Reads a file within this one: its name and all that it holds."""
        kind = FragmentKind.EMBEDDED if is_embedded else FragmentKind.METADATA
        self.add(kind, f"{where}, navnet", name)
        self.part(data, name, f"{where} «{quoted(name)}»", is_embedded=is_embedded)

    def part(self, data: bytes, name: str, where: str, *, is_embedded: bool = True) -> None:
        """Reads a file whose name nobody gave, such as a picture in a document."""
        self.left.files -= 1
        self.left.unpacked -= len(data)
        if self.depth >= MAX_DEPTH:
            self.problem(f"filer i mere end {MAX_DEPTH} lag: de inderste er ikke læst")
        elif self.left.files < 0:
            self.problem(f"mere end {MAX_FILES} filer i filen: resten er ikke læst")
        elif self.left.unpacked < 0:
            self.problem("filerne i filen fylder mere, end der læses: resten er ikke læst")
        else:
            within = Found(
                self.reader,
                self.fragments,
                self.problems,
                self.grids,
                f"{self.prefix}{where}, ",
                self.is_embedded or is_embedded,
                self.depth + 1,
                self.left,
            )
            self.reader(data, name, within)


def quoted(name: str) -> str:
    """A name that a file gives, as it may stand in a place: one line, not too long."""
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST_PLACE else f"{name[: _LONGEST_PLACE - 1]}…"
