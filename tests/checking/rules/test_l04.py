"""L04: the same word twice in a row, which two cells side by side may well hold."""

import pytest

from sagsgang.checking import check
from sagsgang.minutes import Section, SectionKind


@pytest.mark.parametrize(
    ("text", "found"),
    [("Revisionen er i april april.", 1), ("1\tapril\tapril", 0), ("april\napril", 0)],
)
def test_cells_and_lines_part_words(world, text, found):
    section = Section(
        heading="Sagsfremstilling", kind=SectionKind.PRESENTATION, lines=(3, 4), text=text
    )
    report = check(world.minutes(world.item(sections=(section,))), rules=["L04"])
    assert len(report.findings) == found
