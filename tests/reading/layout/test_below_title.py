"""The lines between a title and the first heading: case number, initials, route, open or closed."""

from collections.abc import Callable

import pytest

from sagsgang.reading.layout.below_title import Below, case_number, is_meta, read_below, take_labels
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.trace import TraceBuilder


@pytest.fixture
def below_of(sheet_of: Callable[[str], Sheet]) -> Callable[[str], tuple[Below, TraceBuilder]]:
    """What a text says between a title and a heading."""

    def below(text: str) -> tuple[Below, TraceBuilder]:
        sheet = sheet_of(text)
        trace = TraceBuilder(sheet.raw)
        return read_below(sheet, 0, len(sheet.text), "items[0]", trace), trace

    return below


Of = Callable[[str], tuple[Below, TraceBuilder]]


@pytest.mark.parametrize(
    "line",
    [
        "15.00.00-G01-1-25",
        "Sagsnr.: 15.00.00-G01-1-25",
        "Sagsnr. 15.00.00-G01-1-25   Sagsbehandler: ABC",
        "J.nr.: 15.00.00-G01-1-25",
        "Åben - 15.00.00-G01-1-25",
        "(15.00.00-G01-1-25)",
    ],
)
def test_the_case_number_under_any_label(below_of: Of, line: str) -> None:
    below, _ = below_of(f"{line}\n")
    assert below.case_number is not None
    assert below.case_number.canonical == "15.00.00-G01-1-25"
    assert below.text_first is None


def test_initials_route_and_access(below_of: Of) -> None:
    below, trace = below_of(
        "24/1234\nABC/DEF-GHI\nAMU - ØU - BY\nLukket punkt\n\nSagen handler om.\n"
    )
    assert below.case_number is not None
    assert below.case_number.kind == "esdh"
    assert below.initials == "ABC/DEF-GHI"
    assert below.route_line == "AMU - ØU - BY"
    assert below.is_closed is True
    assert below.text_first == 5
    assert [span.path for span in trace.build().spans] == [
        "items[0].case_number",
        "items[0].initials",
        "items[0].route_line",
        "items[0].is_closed",
        "unplaced",
    ]


def test_labels_on_the_number_s_own_line() -> None:
    below = Below()
    take_labels("Sagsnr.: 24/1234    Sagsbehandler: ABC    Åben sag", below)
    assert below.case_number is not None
    assert below.case_number.canonical == "24/1234"
    assert below.initials == "ABC"
    assert below.is_closed is False


@pytest.mark.parametrize("line", ["Åben", "Lukket sag", "24/1234", "Sagsnr.: 24/1234", "AMU > BY"])
def test_lines_that_stand_between_title_and_text(line: str) -> None:
    assert is_meta(line)


@pytest.mark.parametrize("line", ["Åbningstider", "Sagen handler om 24/7-drift.", "EU", "Ny scene"])
def test_lines_that_are_text(line: str) -> None:
    assert not is_meta(line)


def test_a_malformed_case_number_is_known_as_such() -> None:
    number = case_number("15.00.00-G1-12-23")
    assert number is not None
    assert number.kind == "kle"
    assert not number.is_valid
    assert case_number("3.200 kr.") is None
