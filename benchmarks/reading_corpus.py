"""Decides how the example's minutes become many: other words, figures and sizes, the same layout.

A copy differs from the next in its rarer words and in its figures, so that nothing that was kept
from one document helps with another; titles, headings, numbers of items and dates stay what they
were, so that a copy is read as its model is.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import sagsgang
from sagsgang.minutes import SectionKind
from sagsgang.reading import Reading, read
from sagsgang.reading.content.decisions import outcome_of
from sagsgang.reading.layout.headings import known_word

EXAMPLES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
_WORD = re.compile(r"[a-zæøå]{6,}")
_FIGURE = re.compile(r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\d./-])")
#: Words that tell the reader something wherever they stand.
_TELLING = re.compile(
    r"udvalg|byråd|rådet|bestyrelse|direktion|kommun|indstil|foresl|anbefal|fravær|afbud|mødt|"
    r"møde|dagsorden|referat|punkt|fremlæg|forelæg|oversend|bemyndig|genoptag|stemt|medlem"
)
_MOST_USED = 3  # a word used more often is one of the document's common words


def examples() -> list[Path]:
    """The example's minutes that are text or Markdown."""
    return sorted(
        path for path in EXAMPLES.glob("*-20??-??-??.*") if path.suffix in (".txt", ".md")
    )


def varied(text: str, seed: int) -> str:
    """`text` with its rarer words exchanged for one another, and other figures in its tables."""
    chance = random.Random(seed)
    counts = Counter(_WORD.findall(text))
    rare = sorted(word for word, count in counts.items() if count <= _MOST_USED and _is_plain(word))
    exchanged = dict(zip(rare, chance.sample(rare, len(rare)), strict=True))
    lines = _WORD.sub(lambda match: exchanged.get(match[0], match[0]), text).split("\n")
    return "\n".join(_other_figures(line, chance) for line in lines)


def _is_plain(word: str) -> bool:
    return not _TELLING.search(word) and known_word(word) is None and outcome_of(word) is None


def _other_figures(line: str, chance: random.Random) -> str:
    if "\t" not in line and not line.startswith("|"):
        return line
    return _FIGURE.sub(lambda match: _other(match[0], chance), line)


def _other(figure: str, chance: random.Random) -> str:
    if figure.startswith("0"):
        return figure
    digits = (str(chance.randrange(10)) if sign.isdigit() else sign for sign in figure[1:])
    return str(chance.randint(1, 9)) + "".join(digits)


def copies(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and content of one varied copy after another, without end."""
    texts = [(path.name, path.read_text("utf-8")) for path in paths]
    seed = 0
    while True:
        for name, text in texts:
            yield name, varied(text, seed).encode()
        seed += 1


def enlarged(text: str, size: int) -> str:
    """`text` with more paragraphs in its accounts, until it is about `size` bytes."""
    reading = read(text.encode(), "enlarged")
    lines = list(reading.canonical.lines)
    accounts = _accounts(reading)
    missing = max(0, size - len(text.encode()))
    share = missing / max(1, sum(len(prose) for _, prose in accounts))
    for end, prose in reversed(accounts):
        lines[end:end] = [
            line for seed in range(round(share)) for line in ["", *varied(prose, seed).split("\n")]
        ]
    return "\n".join(lines) + "\n"


def _accounts(reading: Reading) -> list[tuple[int, str]]:
    """The accounts of the items: the line behind each (from 0), and its prose."""
    found = []
    for item in reading.minutes.items:
        rows = {line for table in item.tables for line in range(table.lines[0], table.lines[1] + 1)}
        for section in item.sections:
            if section.kind is SectionKind.PRESENTATION and section.text and section.level == 1:
                lines = range(section.lines[0] + 1, section.lines[1] + 1)
                prose = [reading.canonical.lines[n - 1] for n in lines if n not in rows]
                found.append((section.lines[1], "\n".join(prose).strip("\n")))
    return found
