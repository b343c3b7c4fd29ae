"""The titles of attachments, one a line."""

import pytest

from sagsgang.reading.content.attachments import read_attachments


@pytest.mark.parametrize(
    "lines",
    [
        "Tegning af scenen\nPris 2025",
        "- Tegning af scenen\n- Pris 2025",
        "1. Tegning af scenen\n2. Pris 2025",
        "1\tTegning af scenen\n2\tPris 2025",
        "Åben - Tegning af scenen\nLukket - Pris 2025",
        "Tegning af scenen (1234567/24)\nPris 2025 (1234568/24)",
    ],
)
def test_signs_numbers_and_document_numbers_are_no_part(lines: str) -> None:
    assert read_attachments([lines]) == ["Tegning af scenen", "Pris 2025"]
    assert read_attachments(lines.split("\n")) == ["Tegning af scenen", "Pris 2025"]


@pytest.mark.parametrize("line", ["Ingen", "Ingen bilag.", "Der er ingen bilag", "-", ""])
def test_there_may_be_none(line: str) -> None:
    assert read_attachments([line]) == []


def test_a_year_in_brackets_is_part_of_the_title() -> None:
    assert read_attachments(["Budget (2025-2028)"]) == ["Budget (2025-2028)"]
