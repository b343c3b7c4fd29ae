"""What is planted in a file is found, once, under its kind and at its place; and nothing else."""

import pytest
from tests.attachments.bundle_maker import Made, make_bundle

from sagsgang.minutes import Attachment, FragmentKind
from sagsgang.reading.attachments import read_attachment

BUNDLE = make_bundle()
#: What is inserted as a tracked change stands in its paragraph too.
TWICE = FragmentKind.TRACKED_CHANGE


@pytest.fixture(scope="module")
def read() -> dict[str, Attachment]:
    return {made.name: read_attachment(made.data, made.name) for made in BUNDLE}


def hits(attachment: Attachment, text: str) -> list[tuple[FragmentKind, str]]:
    return [
        (fragment.kind, fragment.place(fragment.text.index(text)))
        for fragment in attachment.fragments
        if text in fragment.text
    ]


@pytest.mark.parametrize("made", BUNDLE, ids=lambda made: made.name)
def test_each_text_is_found_at_its_place(made: Made, read: dict[str, Attachment]) -> None:
    attachment = read[made.name]
    found = {planted: hits(attachment, planted.text) for planted in made.planted}
    wanted = {planted: [(planted.kind, planted.where)] for planted in made.planted}
    for planted, places in found.items():
        if planted.kind is TWICE and len(places) == 2:
            assert places[0][0] is TWICE or places[1][0] is TWICE
            found[planted] = [place for place in places if place[0] is TWICE]
    assert found == wanted


@pytest.mark.parametrize("made", BUNDLE, ids=lambda made: made.name)
def test_the_format_and_the_problems_are_named(made: Made, read: dict[str, Attachment]) -> None:
    attachment = read[made.name]
    assert attachment.format == made.format
    assert set(made.problems) == {p for p in attachment.problems if "(.exe)" not in p}


def test_numbers_are_read_as_they_are_shown(read: dict[str, Attachment]) -> None:
    lines = next(
        f.text for f in read["budget.xlsx"].fragments if f.place() == "ark «Løn», celle A1"
    )
    assert lines.split("\n")[1].split("\t") == ["010102-1234", "01-03-2025", "57,50 %", "0,3"]


def test_where_a_photograph_was_taken(read: dict[str, Attachment]) -> None:
    (position,) = (f.text for f in read["foto.jpg"].fragments if "GPS" in f.where)
    assert position == "56,50000 N, 10,25000 E"
