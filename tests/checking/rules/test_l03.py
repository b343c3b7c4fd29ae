"""L03: a heading with nothing under it, and one whose first line is a heading of its own."""

import pytest

from sagsgang.checking import check
from sagsgang.minutes import Section, SectionKind


@pytest.mark.parametrize(
    ("kind", "found"), [(SectionKind.TOPIC, 0), (SectionKind.OTHER, 0), (SectionKind.POLICIES, 1)]
)
def test_a_heading_right_under_it_is_its_content(world, kind, found):
    sections = (
        Section(heading="Sagsfremstilling", kind=SectionKind.PRESENTATION, lines=(3, 3), text=""),
        Section(heading="Lånerammen", kind=kind, lines=(4, 5), text="Rammen er brugt."),
    )
    report = check(world.minutes(world.item(sections=sections)), rules=["L03"])
    assert len(report.findings) == found
