"""A line of running text with its quantities, and its shape: what patterns are matched against.

In a shape the text is in lower case and a capital letter stands for each quantity (`Unit`), each
date (D) and each reference (R); hedges ("ca.") are left out; `|` ends a sentence. So
"Af de ca. 339 virksomheder svarede 87 (26 %)." has the shape "af de N virksomheder svarede N (P)|".
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sagsgang.checking.quantities.quantity import Quantity
from sagsgang.checking.quantities.reader import Mark, read_marks
from sagsgang.checking.quantities.words import known_words
from sagsgang.minutes import AgendaItem, SectionKind

#: Sections that name bodies, people and documents rather than figures.
_WITHOUT_FIGURES = frozenset(
    {
        SectionKind.ABSENT,
        SectionKind.ATTACHMENTS,
        SectionKind.CASE_ROUTE,
        SectionKind.DECIDING_BODY,
        SectionKind.LEGAL_BASIS,
    }
)
#: Longer lines are cut here: no author writes them.
LONGEST_LINE = 20_000

_BULLET = re.compile(
    r"[^\S\n]*(?P<mark>(?:[-–•·*▪o][^\S\n]+)?(?:[0-9]{1,2}[.)]|[a-zæøå][.)])|[-–•·*▪o])[^\S\n]+"
)
_SENTENCE_END = re.compile(r"[.!?](?=[^\S\n]+[A-ZÆØÅ\"”«(0-9]|[^\S\n]*\Z)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:ca|kr|mio|mia|pct|jf|nr|pkt|stk|inkl|ekskl|excl|incl|bl\.?a|f\.?eks|dvs|mv|m\.v|m\.fl"
    r"|evt|hhv|pga|vedr|mhp|ift|gns|maks|min|osv|tidl|max|d|kl|kap|pr|tlf|afd|s|red|oprindl|korr"
    r"|forv)|§)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A line (a paragraph or a list point) of section number `section`, from `start` on.

    `bullet` is the mark of a list point, else empty. `marks` have places in the section's text;
    `at` tells where each stands in `shape`. `block` counts the runs of lines without an empty line
    between.
    """

    section: int
    start: int
    end: int
    block: int
    bullet: str
    shape: str
    marks: tuple[Mark, ...]
    at: tuple[int, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities, in order."""
        return tuple(mark.quantity for mark in self.marks if mark.quantity)

    def quantity(self, position: int) -> Quantity:
        """The quantity whose letter stands at a position of the shape. Raises KeyError."""
        found = self.marks[bisect_right(self.at, position) - 1].quantity
        if found is None:
            raise KeyError(position)
        return found

    def group(self, match: re.Match[str], name: str) -> Quantity | None:
        """The quantity that a named group of a match in the shape stands for, None when unused."""
        return self.quantity(match.start(name)) if match[name] else None


@dataclass(frozen=True, slots=True)
class Prose:
    """The running text of an item: the passages with a quantity, a date or a reference in order."""

    passages: tuple[Passage, ...]

    def first(self, most: int) -> "Prose":
        """The first passages, with at most so many marks, but one at least; itself when that is
        all.
        """
        count = 0
        for number, passage in enumerate(self.passages):
            count += len(passage.marks)
            if number and count > most:
                return Prose(self.passages[:number])
        return self

    @property
    def quantities(self) -> int:
        """How many quantities there are."""
        return sum(mark.quantity is not None for each in self.passages for mark in each.marks)


def read_prose(item: AgendaItem) -> Prose:
    """The running text of an item; rows of tables and sections of names are left out."""
    passages: list[Passage] = []
    for number, section in enumerate(item.sections):
        text = section.text
        if section.kind in _WITHOUT_FIGURES or not text:
            continue
        words = known_words(text)
        start = block = 0
        for line in text.split("\n"):
            end = start + len(line)
            if not line.strip():
                block += 1
            elif "\t" not in line and not line.startswith("|"):
                passages.append(_passage(number, text, start, end, block, words))
            start = end + 1
    return Prose(tuple(passages))


def _passage(
    section: int, text: str, start: int, end: int, block: int, words: frozenset[str]
) -> Passage:
    end = min(end, start + LONGEST_LINE)
    bullet = _BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    marks = read_marks(text, start, end, words=words)
    shape, at = _shape(text, start, end, marks)
    return Passage(
        section, start, end, block, bullet["mark"] if bullet else "", shape, tuple(marks), at
    )


def _shape(body: str, start: int, last: int, marks: list[Mark]) -> tuple[str, tuple[int, ...]]:
    """The shape of the line `body[start:last]` and where the letters of its marks stand in it;
    empty without marks.
    """
    if not marks:
        return "", ()
    pieces: list[str] = []
    at: list[int] = []
    length, previous = 0, start
    ends = [match.start() for match in _SENTENCE_END.finditer(body, start, last)]
    ends = [end for end in ends if not _ABBREVIATION.search(body, max(start, end - 10), end)]
    ends.append(last)
    next_end = iter(ends)
    end = next(next_end)
    for mark in (*marks, None):
        stop = mark.start if mark else last
        while end < stop:
            pieces += _lower(body[previous:end]), "|"
            length += end - previous + 1
            previous = end + 1
            end = next(next_end)
        pieces.append(_lower(body[previous:stop]))
        length += stop - previous
        if mark is None:
            break
        pieces.append(mark.letter)
        at.append(length)
        length += 1
        previous = mark.end
        if body[previous - 1] in ".!?" and _opens(body, previous, last):
            pieces.append("|")
            length += 1
        while end < min(previous, last):
            end = next(next_end)
    return "".join(pieces), tuple(at)


def _lower(words: str) -> str:
    """The words in lower case, hard spaces as plain ones; a bar is no sentence's end.

    Lower case may be longer than what is printed (İ): such letters are left as they are.
    """
    lowered = words.lower()
    if len(lowered) != len(words):
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in words)
    return lowered.replace("\xa0", " ").replace("|", "/")


def _opens(body: str, at: int, last: int) -> bool:
    rest = body[at : min(at + 4, last)].lstrip()
    return not rest or rest[0].isupper() or rest[0] in '"”«'
