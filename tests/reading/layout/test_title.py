"""An item's title: over how many lines it goes, and the case number beside it."""

from collections.abc import Callable

import pytest

from sagsgang.minutes import Minutes
from sagsgang.reading.layout.title import says_closed

Read = Callable[..., Minutes]
REST = "\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Eventuelt\n\nBeslutning\n\nIntet.\n"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Ny scene", "Ny scene"),
        (
            "Endelig vedtagelse af planen for kulturhuset og\nde arealer, der ligger omkring",
            "Endelig vedtagelse af planen for kulturhuset og de arealer, der ligger omkring",
        ),
        (
            "Endelig vedtagelse af planen for kultur-\nhuset i Aalmark",
            "Endelig vedtagelse af planen for kulturhuset i Aalmark",
        ),
        (
            "Endelig vedtagelse af Børne- og\nKulturudvalgets plan",
            "Endelig vedtagelse af Børne- og Kulturudvalgets plan",
        ),
        ("Ny scene\n         i kulturhuset", "Ny scene i kulturhuset"),
    ],
)
def test_over_how_many_lines_it_goes(minutes_of: Read, printed: str, title: str) -> None:
    first = minutes_of(f"Punkt 1: {printed}{REST}").items[0]
    assert first.title == title
    assert [section.kind for section in first.sections] == ["decision"]


def test_text_right_below_is_no_title(minutes_of: Read) -> None:
    first = minutes_of(f"Punkt 1: Ny scene\nSagen blev udsat i marts.{REST}").items[0]
    assert first.title == "Ny scene"
    assert first.sections[0].text == "Sagen blev udsat i marts."


@pytest.mark.parametrize(
    "line",
    [
        "Punkt 1: Ny scene (15.00.00-G01-1-25)",
        "Punkt 1: Ny scene\t15.00.00-G01-1-25",
        "Punkt 1: Ny scene     15.00.00-G01-1-25",
        "15.00.00-G01-1-25\nPunkt 1: Ny scene",
        "Punkt 1: Ny scene\n15.00.00-G01-1-25",
    ],
)
def test_the_case_number_is_no_part_of_it(minutes_of: Read, line: str) -> None:
    second = "Punkt 2: Ny dør\n15.00.00-G01-2-25\n\nBeslutning\n\nGodkendt.\n"
    if line.startswith("15"):
        second = "15.00.00-G01-2-25\nPunkt 2: Ny dør\n\nBeslutning\n\nGodkendt.\n"
    first = minutes_of(f"{line}\n\nBeslutning\n\nGodkendt.\n\n{second}").items[0]
    assert first.title == "Ny scene"
    assert first.case_number is not None
    assert first.case_number.canonical == "15.00.00-G01-1-25"


@pytest.mark.parametrize("title", ["Lukket: Køb af jord", "LUKKET SAG - Køb", "Køb (lukket)"])
def test_a_title_may_say_that_the_item_is_closed(title: str) -> None:
    assert says_closed(title)


@pytest.mark.parametrize("title", ["Lukketid på museet", "Køb af jord", "Åbningstider"])
def test_other_titles_do_not(title: str) -> None:
    assert not says_closed(title)
