"""Which cells of a table count people, how they add up, and which percentages are made of them.

A table counts people when its heads or its caption say so; what counts money, votes, places or the
outcome of appeals does not, nor what is of the whole country.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sagsgang.checking.privacy.suppression import Cell, Equation
from sagsgang.checking.tables.cells import read_cell
from sagsgang.checking.tables.labels import Role, is_ratio, is_share, role_of
from sagsgang.minutes import Table

#: Words for people of whom little is needed to know them again.
PEOPLE = re.compile(
    r"\b(?:borgere|personer|ledige|unge|børn|elever|kvinder|mænd|drenge|piger|sygemeldte|kandidater|"
    r"kursister|flygtninge|indvandrere|efterkommere|beboere|patienter|klienter|familier|forældre|"
    r"\w*modtagere|\w*pensionister|fleksjobbere|\w*visiterede|anbragte|jobsøgende|hjemløse|ansøgere|"
    r"\w*parate|udsatte|handicappede|afgangselever|dimittender|revalidender|tilflyttere|\w+søgere)\b",
    re.IGNORECASE,
)
#: Staff, members and guests are people too, but what they are counted for is no secret.
_NOT_PRIVATE = re.compile(
    r"\b(?:anke\w*|klage\w*|afgørelse\w*|stadfæst\w*|hjemvis\w*|stemmer|mandat\w*|medlemmer|pladser|"
    r"årsværk|fuldtids\w*|normering\w*|stillinger|ansatte|medarbejdere|institutioner|skoler|"
    r"virksomheder|arrangement\w*|møder|besøgende|tilskuere|point|score|karakter\w*|svar|tilfreds\w*|"
    r"prognose\w*|mål(?:tal)?|budget\w*|timer|uger|dage|måneder)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"\b(?:hele landet|landsplan|landet|danmark|nationalt|regionen)\b", re.I)
_NO_COUNT = re.compile(
    r"\bkr\b|mio|1\.000|tusind|\bt\.kr|budget|regnskab|forbrug|beløb|pris|udgift|indtægt|timer|uger|"
    r"dage|måneder|alder|år\b|nr\b|placering|mål\b|indeks|m2|m²",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LARGEST = 6


@dataclass(frozen=True, slots=True)
class CountTable:
    """The counts of people by (row, column) of the table without its header, what adds up, and the
    percentages that are made of a count.
    """

    counts: Mapping[Cell, int]
    equations: tuple[Equation, ...]
    shares: Mapping[Cell, tuple[Cell, ...]]
    labels: Mapping[Cell, str]


def count_people(table: Table, around: str = "") -> CountTable | None:
    """The table as counts of people; None when it is not said that it counts them.

    `around` is more that names it: the name of the sheet it stands in.
    """
    heads = _heads(table)
    rows = [row for row in table.rows if row != heads]
    offset = len(table.rows) - len(rows)
    said = " · ".join(filter(None, (*heads, table.caption, around)))
    row_labels = [_label(row) for row in rows]
    naming = (
        said + " · " + " · ".join(label for label in row_labels if role_of(label) is Role.TOTAL)
    )
    if not PEOPLE.search(naming) or _NOT_PRIVATE.search(naming) or _COUNTRY.search(said):
        return None
    width = max((len(row) for row in rows), default=0)
    columns = [c for c in range(1, width) if _counts(heads[c] if c < len(heads) else "", rows, c)]
    share_columns = {c for c in range(1, width) if c not in columns and _is_percent(heads, rows, c)}
    lines = [
        r for r, label in enumerate(row_labels) if not (is_ratio(label) or _is_left_out(label))
    ]
    counts = {
        (r, c): int(cell.value)
        for r in lines
        for c in columns
        if c < len(rows[r]) and (cell := read_cell(rows[r][c])).is_number and not cell.is_percent
    }
    column_labels = [heads[c] if c < len(heads) else "" for c in range(width)]
    equations = [
        *_down(row_labels, lines, columns, counts),
        *_across(column_labels, lines, columns, counts),
    ]
    share_rows = {r for r, label in enumerate(row_labels) if is_share(label)}
    shares = {key: tuple(_shares(key, columns, share_columns, share_rows)) for key in counts}

    def moved(key: Cell) -> Cell:
        return key[0] + offset, key[1]

    return CountTable(
        {moved(key): count for key, count in counts.items()},
        tuple(
            Equation(moved(one.total), tuple(map(moved, one.parts)))
            for one in dict.fromkeys(equations)
        ),
        {moved(key): tuple(map(moved, cells)) for key, cells in shares.items()},
        {moved((r, c)): _named(row_labels[r], column_labels[c]) for r, c in counts},
    )


def _heads(table: Table) -> tuple[str, ...]:
    """The header, or the first row when it names the columns."""
    if table.header or not table.rows:
        return table.header
    first = table.rows[0]
    is_words = all(not read_cell(cell).is_number or _YEAR.fullmatch(cell.strip()) for cell in first)
    return first if is_words else ()


def _label(row: Sequence[str]) -> str:
    return " ".join(row[0].split()) if row else ""


def _is_left_out(label: str) -> bool:
    return _COUNTRY.search(label) is not None or role_of(label) is Role.ASIDE


def _counts(head: str, rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column holds whole numbers of people."""
    if is_ratio(head) or _NO_COUNT.search(head) or role_of(head) is Role.ASIDE:
        return False
    cells = [read_cell(row[column]) for row in rows if column < len(row) and row[0].strip()]
    numbers = [cell for cell in cells if cell.is_number and not cell.is_percent]
    return bool(numbers) and all(
        cell.decimals == 0 and cell.scale == 0 and cell.value >= 0 and len(cell.number) <= _LARGEST
        for cell in numbers
    )


def _is_percent(heads: Sequence[str], rows: Sequence[Sequence[str]], column: int) -> bool:
    if column < len(heads) and is_share(heads[column]):
        return True
    return any(column < len(row) and read_cell(row[column]).is_percent for row in rows)


def _down(
    labels: Sequence[str], lines: Sequence[int], columns: Sequence[int], counts: Mapping[Cell, int]
) -> Iterator[Equation]:
    for total, parts in _sums(labels, lines):
        for column in columns:
            yield from _held((total, column), [(part, column) for part in parts], counts)


def _across(
    labels: Sequence[str], lines: Sequence[int], columns: Sequence[int], counts: Mapping[Cell, int]
) -> Iterator[Equation]:
    for total, parts in _sums(labels, columns):
        for line in lines:
            yield from _held((line, total), [(line, part) for part in parts], counts)


def _sums(labels: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """For every total the parts it may have: those since the total before it, all parts, the parts
    after it, and the totals before it.
    """
    roles = {place: role_of(labels[place]) for place in places}
    totals = [place for place in places if roles[place] in (Role.TOTAL, Role.NET)]
    parts = [place for place in places if roles[place] is Role.PART]
    for number, total in enumerate(totals):
        before = totals[number - 1] if number else -1
        after = totals[number + 1] if number + 1 < len(totals) else len(labels)
        yield total, [place for place in parts if before < place < total]
        yield total, [place for place in parts if total < place < after]
        yield total, parts
        yield total, totals[:number]


def _held(total: Cell, parts: Sequence[Cell], counts: Mapping[Cell, int]) -> Iterator[Equation]:
    """The equation, when its numbers fulfil it: only then can a hidden part be computed."""
    known = tuple(part for part in parts if part in counts)
    if total in counts and known and sum(counts[part] for part in known) == counts[total]:
        yield Equation(total, known)


def _shares(
    key: Cell, columns: Sequence[int], share_columns: set[int], share_rows: set[int]
) -> Iterator[Cell]:
    row, column = key
    following = min((other for other in columns if other > column), default=None)
    for share in sorted(share_columns):
        is_own = column < share and (following is None or share < following)
        if is_own or len(columns) == 1:
            yield row, share
    if row + 1 in share_rows:
        yield row + 1, column


def _named(row: str, column: str) -> str:
    return ", ".join(filter(None, (row, column)))
