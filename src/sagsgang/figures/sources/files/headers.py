"""Which row of a file has the headings, and what each heading is taken for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sagsgang.figures.sources.source import BadFile, Problem

#: The headings stand among the first so many rows.
TOP = 40
_UNIT = re.compile(
    r"[\[(,]?\s*\b(?:i )?(?:hele )?(?:1[. ]?000 ?kr|t\.? ?kr|tusinde kr|mio\.? ?kr|mia\.? ?kr"
    r"|1\.000\.000 kr|kr|dkk|kroner|tusinde kroner|millioner kroner)\b\.?\s*[\])]?\s*\Z",
    re.IGNORECASE,
)


_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "§": "paragraf"})


@dataclass(frozen=True, slots=True)
class Header:
    """`row` is the number of the headings' row; `names` are its cells; `taken` says which columns
    (from 0) each role has; `above` are the cells that stand over it.
    """

    row: int
    names: tuple[str, ...]
    taken: Mapping[str, tuple[int, ...]]
    above: tuple[str, ...]

    def has(self, role: str) -> bool:
        """Whether a column was taken for it."""
        return bool(self.taken.get(role))

    def column(self, role: str) -> int:
        """The first column of a role. Raises KeyError."""
        return self.taken[role][0]

    def name(self, column: int) -> str:
        """The heading of a column, or its letter where it has none."""
        told = self.names[column].strip() if column < len(self.names) else ""
        return told or chr(ord("A") + column % 26)

    def told(self) -> dict[str, str]:
        """The headings by role."""
        return {
            role: ", ".join(self.name(each) for each in columns)
            for role, columns in self.taken.items()
            if columns
        }


def plain(heading: str) -> str:
    """A heading without case, points, units and doubled blanks: "Beløb (1.000 kr.)" is "beløb"."""
    without = _UNIT.sub("", " ".join(heading.split()))
    return " ".join(re.sub(r"[.:;()\[\]_/*-]+", " ", without).casefold().split())


def slug(heading: str) -> str:
    """A heading as a name in a series: "Antal sager (§ 7)" is "antal_sager_paragraf_7"."""
    told = re.sub(r"[^a-z0-9]+", "_", plain(heading).translate(_ASCII)).strip("_")
    return told if told[:1].isalpha() else f"kolonne_{told}".rstrip("_")


def find_header(
    top: Sequence[tuple[int, Sequence[str]]],
    words: Mapping[str, Sequence[str]],
    *,
    told: Mapping[str, object] | None = None,
    several: frozenset[str] = frozenset(),
) -> Header:
    """The row in which most headings are known, and what they are taken for: by `words`, or as the
    mapping's columns (`told`: role → heading or headings) say. Roles in `several` may have more
    columns than one. Raises BadFile.
    """
    told = told or {}
    wanted = {role: _list(headings) for role, headings in told.items() if headings}
    known = {plain(word): role for role, spelled in words.items() for word in spelled}
    known = {word: role for word, role in known.items() if role not in told}
    asked = {plain(heading): role for role, headings in wanted.items() for heading in headings}
    best: tuple[int, int] | None = None
    for at, (_row, cells) in enumerate(top):
        score = len({plain(cell) for cell in cells if cell.strip()} & (known.keys() | asked.keys()))
        if score and (best is None or score > best[1]):
            best = (at, score)
    if best is None:
        expected = ", ".join(f"“{spelled[0].capitalize()}”" for spelled in words.values())
        raise BadFile(
            [
                Problem(
                    f"Der er ingen kendte kolonneoverskrifter i de første {TOP} rækker",
                    f"Kendte er: {expected}. Ret overskrifterne, eller vælg kolonnerne selv.",
                )
            ]
        )
    row, cells = top[best[0]]
    taken: dict[str, list[int]] = {}
    for column, cell in enumerate(cells):
        role = asked.get(plain(cell)) or known.get(plain(cell))
        if role:
            taken.setdefault(role, []).append(column)
    _refuse(row, cells, taken, wanted, several)
    above = tuple(cell.strip() for _row, line in top[: best[0]] for cell in line if cell.strip())
    return Header(row, tuple(cells), {r: tuple(c) for r, c in taken.items()}, above)


def _refuse(
    row: int,
    cells: Sequence[str],
    taken: Mapping[str, Sequence[int]],
    wanted: Mapping[str, Sequence[str]],
    several: frozenset[str],
) -> None:
    problems = []
    there = {plain(cell) for cell in cells}
    for headings in wanted.values():
        for heading in headings:
            if plain(heading) not in there:
                names = ", ".join(f"“{cell.strip()}”" for cell in cells if cell.strip())
                problems.append(
                    Problem(
                        f"Kolonnen “{heading}” mangler",
                        f"Række {row} har kolonnerne {names}.",
                    )
                )
    for role, columns in taken.items():
        if len(columns) > 1 and role not in several:
            names = " og ".join(f"“{cells[column].strip()}”" for column in columns)
            problems.append(
                Problem(
                    f"Kolonnerne {names} ser begge ud til at sige det samme",
                    "Vælg den rigtige, eller slet den anden i filen.",
                    row=row,
                )
            )
    if problems:
        raise BadFile(problems)


def _list(headings: object) -> list[str]:
    return [headings] if isinstance(headings, str) else [str(each) for each in headings]  # type: ignore[attr-defined]
