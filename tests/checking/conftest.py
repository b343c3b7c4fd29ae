"""Small documents, written in a line or two, for the tests of the checks."""

import datetime
import re
import tomllib
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from sagsgang.checking import Report, check
from sagsgang.checking.page import Example
from sagsgang.minutes import (
    AgendaItem,
    Decision,
    DocumentKind,
    Minutes,
    Outcome,
    Section,
    SectionKind,
    Source,
    Table,
    UsedFigure,
)
from sagsgang.reading import read

SOURCE = Source(name="prøve.txt", sha256="0" * 64, format="txt", dialect="standard", confidence=1.0)

#: Between the documents of an example that holds several.
OTHER_DOCUMENT = "\n=====\n"


class World:
    """What the tests build documents with."""

    @staticmethod
    def table(text: str, *, has_header: bool = True) -> Table:
        """A table of the lines of `text`, cells parted by `|`, outer bars optional."""
        lines = [line.strip() for line in text.strip().splitlines()]
        bare = [
            line[1:-1] if line.startswith("|") and line.endswith("|") else line for line in lines
        ]
        rows = [[cell.strip() for cell in line.split("|")] for line in bare]
        width = max(map(len, rows))
        grid = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
        header, body = (grid[0], grid[1:]) if has_header else ((), grid)
        return Table(lines=(10, 9 + len(grid)), header=header, rows=body)

    @staticmethod
    def item(number: str = "1", **fields: Any) -> AgendaItem:
        """An item with a decision, unless told otherwise."""
        standard = {
            "title": "Orientering",
            "lines": (10, 50),
            "decision": Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        }
        return AgendaItem(number=number, **standard | fields)

    @classmethod
    def minutes(cls, *items: AgendaItem, **fields: Any) -> Minutes:
        """Minutes that hold the items, or one item with no matter in it."""
        standard = {"kind": DocumentKind.MINUTES, "source": SOURCE}
        return Minutes(items=items or (cls.item(),), **standard | fields)

    @staticmethod
    def section(text: str, kind: SectionKind = SectionKind.PRESENTATION) -> Section:
        """A section on lines 12–14."""
        return Section(heading="Sagsfremstilling", kind=kind, lines=(12, 14), text=text)

    @classmethod
    def with_table(cls, text: str, *, prose: str = "", has_header: bool = True) -> Minutes:
        """Minutes with one item that holds one table and perhaps a section."""
        sections = (cls.section(prose),) if prose else ()
        table = cls.table(text, has_header=has_header)
        return cls.minutes(cls.item(tables=(table,), sections=sections))

    @classmethod
    def of_example(cls, example: Example) -> Minutes:
        """The document of an example on a rule's page.

        A text with a line that begins "Punkt " is read as any file. Otherwise it is the matter of
        one item: lines that begin with a bar are its table, the others its text.
        """
        text = example.text.split(OTHER_DOCUMENT)[0]
        lines = text.strip().splitlines()
        if any(line.startswith("Punkt ") for line in lines):
            return read(text.encode(), "eksempel.txt").minutes
        rows = [line for line in lines if line.startswith("|")]
        prose = "\n".join(line for line in lines if not line.startswith("|"))
        tables = (cls.table("\n".join(rows)),) if rows else ()
        figures = cls.figures_of_example(example)
        item = cls.item(tables=tables, sections=(cls.section(prose),), figures=figures)
        return cls.minutes(item)

    @staticmethod
    def figures_of_example(example: Example) -> tuple[UsedFigure, ...]:
        """The figures from data that a line `checks.figures = [{ title = …, value = … }]` tells."""
        line = re.search(r"^checks\.figures = (\[.*\])$", example.settings, re.MULTILINE)
        told = tomllib.loads(f"figures = {line[1]}")["figures"] if line else []
        return tuple(
            UsedFigure(**{"key": f"t{n}", "indicator": "x", "area": "Ny Kommune"} | each)
            for n, each in enumerate(told, start=1)
        )

    @classmethod
    def companions_of_example(cls, example: Example) -> list[Minutes]:
        """The documents after the first, each after a line of signs of equality."""
        others = example.text.split(OTHER_DOCUMENT)[1:]
        return [read(text.encode(), "andet.txt").minutes for text in others]


@pytest.fixture(scope="session")
def world() -> World:
    return World()


@pytest.fixture(scope="session")
def sums(world: World) -> Callable[..., Report]:
    """Check one table for its sums: `sums("a|1\\nI alt|1")`."""

    def checked(text: str, **settings: Any) -> Report:
        return check(world.with_table(text, **settings), rules=["F01", "F02"])

    return checked


@pytest.fixture
def day() -> Callable[[str], datetime.date]:
    return datetime.date.fromisoformat


@pytest.fixture(scope="session")
def statements() -> Callable[[Report], Sequence[str]]:
    return lambda report: [verified.statement for verified in report.verified]
