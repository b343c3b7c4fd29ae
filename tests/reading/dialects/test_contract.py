"""What every dialect owes: a name, few differences, and to be chosen for its own layout."""

from pathlib import Path

import pytest

import sagsgang
from sagsgang.reading import canonical_lines
from sagsgang.reading.dialects import DIALECTS, STANDARD, Dialect, choose
from sagsgang.reading.layout.sheet import Sheet, lay_out
from sagsgang.reference.headings import heading_key, heading_words

MINUTES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
#: Which layout each of the example's documents is written in (the example's README).
LAYOUTS = {
    "arbejdsmarkedsudvalget-2023-10-25.txt": "holstebro",
    "arbejdsmarkedsudvalget-2024-06-10.md": "viborg",
    "arbejdsmarkedsudvalget-2025-05-05.txt": "thisted",
    "arbejdsmarkedsudvalget-2026-04-14.txt": "soenderborg",
    "byraadet-2025-05-27.json": "firstagenda",
    "oekonomiudvalget-2025-05-14.txt": "lemvig",
}
#: Layouts without an example among them, as small as they can be.
SMALL = {
    "edoc": """\
Referat Kulturudvalget 5. maj 2025

1.   Ny scene

Sagsnr.: 25/1234   Sagsbehandler: ABC

Kulturudvalgets beslutning den 05-05-2025 Punkt 1

Godkendt.

2.   Nyt tag

Sagsnr.: 25/1235   Sagsbehandler: ABC

Kulturudvalgets beslutning den 05-05-2025 Punkt 2

Udsat.
""",
    "sbsys": """\
Referat Kulturudvalget 5. maj 2025

15.00.00-G01-1-25
Ny scene

Indstilling

Forvaltningen indstiller, at scenen bygges.

15.00.00-G01-2-25
Nyt tag

Indstilling

Forvaltningen indstiller, at taget lægges.
""",
}
BY_NAME = {dialect.name: dialect for dialect in DIALECTS}
every_dialect = pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)


def documents() -> dict[str, tuple[str, Sheet]]:
    """Every example with the layout it is written in."""
    found = {name: (layout, (MINUTES / name).read_bytes()) for name, layout in LAYOUTS.items()}
    found |= {f"small {layout}": (layout, text.encode()) for layout, text in SMALL.items()}
    return {
        name: (layout, lay_out(canonical_lines(data))) for name, (layout, data) in found.items()
    }


DOCUMENTS = documents()


def test_names_are_unique_and_one_a_file() -> None:
    files = {path.stem for path in Path(sagsgang.__file__).parent.glob("reading/dialects/*.py")}
    assert len(BY_NAME) == len(DIALECTS)
    assert files - {"__init__"} == {*BY_NAME, STANDARD.name}


def test_every_dialect_has_an_example() -> None:
    assert {layout for layout, _ in DOCUMENTS.values()} == set(BY_NAME)


@every_dialect
def test_it_inherits_and_overrides_little(dialect: Dialect) -> None:
    assert type(dialect).__mro__[1] is Dialect
    own = {name for name in vars(type(dialect)) if not name.startswith("_")}
    assert own <= {name for name in vars(Dialect) if not name.startswith("_")}
    assert len(own) <= 5
    assert type(dialect).__doc__


@every_dialect
def test_its_headings_are_headings_in_the_table_or_its_own(dialect: Dialect) -> None:
    known = heading_words().keys() | {heading_key(word) for word in dialect.quirks}
    for word in (*dialect.signature, *dialect.without, *dialect.container_words):
        assert heading_key(word) in known


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_is_read_in_its_own_layout(name: str) -> None:
    layout, sheet = DOCUMENTS[name]
    assert choose(sheet).name == layout


@every_dialect
def test_a_text_that_is_no_minutes_fits_none(dialect: Dialect) -> None:
    sheet = lay_out(canonical_lines("Kære Ada\n\nTak for sidst.\n".encode()))
    assert dialect.fits(sheet, frozenset()) < 0.7
    assert choose(sheet) is STANDARD


@every_dialect
def test_how_well_it_fits_is_a_share(dialect: Dialect) -> None:
    for _, sheet in DOCUMENTS.values():
        assert 0 <= dialect.fits(sheet, frozenset(heading_words())) <= 1.1
