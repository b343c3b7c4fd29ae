"""What an extract's columns are taken for, and that nothing it must have is missing."""

from dataclasses import dataclass
from typing import Literal

from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.files import Header, read_period
from sagsgang.figures.sources.ledger.words import ACCUMULATED, AMOUNTS, DIMENSIONS
from sagsgang.figures.sources.source import BadFile, Mapping, Problem
from sagsgang.figures.sources.units import scale_above, scale_in_heading, scale_named
from sagsgang.language.money import Scale

_KNOWN = frozenset(
    {"columns", "unit", "sign", "sheet", "period", "as_of", "kind", "preliminary_from"}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`amounts` are the columns with money and what each tells, "" where a column of kinds does.
    `period` and `as_of` hold for all rows where no column tells them.
    """

    header: Header
    amounts: tuple[tuple[int, str], ...]
    scales: dict[int, Scale | None]
    sign: Literal[1, -1]
    period: Period | None
    as_of: Period | None

    @property
    def used(self) -> tuple[int, ...]:
        """The columns that are read."""
        return tuple(
            sorted({column for columns in self.header.taken.values() for column in columns})
        )

    @property
    def dimensions(self) -> dict[str, int]:
        """The column of each dimension there is."""
        return {name: self.header.column(name) for name in DIMENSIONS if self.header.has(name)}

    def column(self, role: str) -> str | None:
        """The name in the table `raw` of a role's column."""
        return f"c{self.header.column(role)}" if self.header.has(role) else None

    def nothing(self) -> list[Problem]:
        """What is told where no row has an amount."""
        return [Problem("Filen har ingen beløb", f"Overskrifterne står i række {self.header.row}.")]


def layout_of(header: Header, mapping: Mapping) -> Layout:
    """The extract's layout. Raises BadFile."""
    problems = [
        Problem(
            f"“{name}” er ukendt i kortet over kolonner", f"Kendte: {', '.join(sorted(_KNOWN))}."
        )
        for name in sorted(set(mapping) - _KNOWN)
    ]
    for column, name in enumerate(header.names):
        if ACCUMULATED.search(name.casefold()) and any(
            column in columns for columns in header.taken.values()
        ):
            problems.append(_accumulated(header, column))
    amounts = _amounts(header, mapping, problems)
    if not any(header.has(name) for name in DIMENSIONS):
        problems.append(
            Problem(
                "Der mangler en kolonne, som siger hvad beløbene hører til",
                "Filen skal have mindst én af: Udvalg, Politikområde, Konto, Dranst, Ramme.",
                row=header.row,
            )
        )
    period = _told_period(mapping, "period", problems)
    if not header.has("period") and not header.has("year") and period is None:
        problems.append(
            Problem(
                "Der mangler en kolonne med periode",
                "Tilføj “Periode” (2025-05) eller “År”, eller sig perioden, når filen indlæses.",
                row=header.row,
            )
        )
    if problems:
        raise BadFile(problems)
    return Layout(
        header=header,
        amounts=amounts,
        scales=_scales(header, [column for column, _kind in amounts], mapping),
        sign=-1 if mapping.get("sign") == "reversed" else 1,
        period=period,
        as_of=_told_period(mapping, "as_of", problems) or _as_of_above(header),
    )


def _amounts(
    header: Header, mapping: Mapping, problems: list[Problem]
) -> tuple[tuple[int, str], ...]:
    wide = tuple((column, kind) for kind in AMOUNTS for column in header.taken.get(kind, ()))
    if not header.has("amount"):
        if not wide:
            problems.append(
                Problem(
                    "Der mangler en kolonne med beløb",
                    "Filen skal have “Beløb” og “Beløbstype”, eller kolonner som “Oprindeligt "
                    "budget”, “Tillægsbevillinger” og “Forbrug”.",
                    row=header.row,
                )
            )
        return wide
    if wide:
        names = " og ".join(f"“{header.name(column)}”" for column, _kind in wide)
        problems.append(
            Problem(
                f"Filen har både en kolonne “{header.name(header.column('amount'))}” og {names}",
                "Behold den ene måde at sige beløbene på, så intet tæller to gange.",
                row=header.row,
            )
        )
    kind = str(mapping.get("kind") or "")
    if not header.has("kind") and not kind and header.has("voucher"):
        kind = "spending"
    if kind and kind not in AMOUNTS:
        problems.append(
            Problem(f"“{kind}” er ikke en slags beløb", f"Kendte: {', '.join(AMOUNTS)}.")
        )
    if not header.has("kind") and not kind:
        problems.append(
            Problem(
                "Der mangler en kolonne “Beløbstype”, som siger om beløbet er budget eller forbrug",
                "Tilføj den, eller kald beløbskolonnen “Forbrug” eller “Oprindeligt budget”.",
                row=header.row,
            )
        )
    return ((header.column("amount"), "" if header.has("kind") else kind),)


def _scales(header: Header, columns: list[int], mapping: Mapping) -> dict[int, Scale | None]:
    """The unit of each amount column. Raises BadFile where the file says different ones."""
    told = scale_named(str(mapping["unit"])) if mapping.get("unit") else None
    above = scale_above(header.above)
    found = {column: scale_in_heading(header.names[column]) for column in columns}
    if header.has("unit"):
        return dict.fromkeys(columns, told)
    known = {scale for scale in found.values() if scale} or ({above} if above else set())
    if len(known) > 1 or (known and None in found.values() and any(found.values()) and not above):
        names = " og ".join(f"“{header.name(column)}”" for column in columns)
        if len(known) > 1:
            raise BadFile(
                [
                    Problem(
                        f"Kolonnerne {names} står i forskellige enheder",
                        "Gem udtrækket, så alle beløb står i samme enhed.",
                        row=header.row,
                    )
                ]
            )
    for column, scale in found.items():
        stated = scale or above
        if told and stated and told != stated:
            raise BadFile(
                [
                    Problem(
                        f"Filen siger {stated}, men der er valgt {told}",
                        "Ret den ene af dem.",
                        row=header.row,
                        column=header.name(column),
                    )
                ]
            )
    one = next(iter(known), None)
    return dict.fromkeys(columns, told or one)


def _told_period(mapping: Mapping, name: str, problems: list[Problem]) -> Period | None:
    if not mapping.get(name):
        return None
    try:
        return read_period(str(mapping[name]))
    except BadPeriod as error:
        problems.append(Problem(str(error).rstrip(".")))
        return None


def _as_of_above(header: Header) -> Period | None:
    """ "Opgjort pr. 31-05-2025" over the table."""
    for line in header.above:
        words = line.replace("(", " ").replace(")", " ").split()
        for at, word in enumerate(words):
            if word.casefold() in ("pr.", "pr", "ultimo"):
                for length in (3, 2, 1):
                    try:
                        return read_period(" ".join(words[at + 1 : at + 1 + length]).rstrip(".,"))
                    except BadPeriod:
                        continue
    return None


def _accumulated(header: Header, column: int) -> Problem:
    return Problem(
        "Beløbene er lagt sammen fra årets begyndelse",
        "Hent udtrækket med ét beløb for hver måned: ellers tæller de tidligere måneder to gange.",
        row=header.row,
        column=header.name(column),
    )
