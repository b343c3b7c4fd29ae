"""The table of contents: titles without leaders and page numbers, and where it ends."""

from collections.abc import Callable

import pytest

from sagsgang.reading.layout.contents import read_contents, title_key
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.trace import TraceBuilder

TITLES = ["Godkendelse af dagsorden", "Ny scene i kulturhuset", "Eventuelt"]
ITEMS = "\n\n".join(
    f"{number}. {title}\n\nBeslutning\n\nGodkendt." for number, title in enumerate(TITLES, 1)
)


@pytest.fixture
def titles_in(sheet_of: Callable[[str], Sheet]) -> Callable[[str], list[str]]:
    """The titles listed in contents that stand above three items."""

    def titles(contents: str) -> list[str]:
        sheet = sheet_of(f"Referat\nKulturudvalget\n\n{contents}\n\n{ITEMS}\n")
        found = read_contents(sheet, TraceBuilder(sheet.raw))
        assert sheet.text[sheet.next_filled(found.behind - 1) or 0].startswith("1. Godkendelse")
        return found.titles

    return titles


@pytest.mark.parametrize(
    "contents",
    [
        "Indholdsfortegnelse\n1. Godkendelse af dagsorden\n2. Ny scene i kulturhuset\n3. Eventuelt",
        "Indhold\n\n1. Godkendelse af dagsorden .......... 3\n"
        "2. Ny scene i kulturhuset ........... 4\n3. Eventuelt ................. 12",
        "1. Godkendelse af dagsorden..........3\n2. Ny scene i kulturhuset...........4\n"
        "3. Eventuelt.................12",
        "Indholdsfortegnelse\n1 Godkendelse af dagsorden…………3\n2 Ny scene i kulturhuset…………4\n"
        "3 Eventuelt……………12",
        "Indholdsfortegnelse\n1. Godkendelse af dagsorden _ _ _\n".replace(" _ _ _", " ____ 3")
        + "2. Ny scene i kulturhuset ____ 4\n3. Eventuelt ____ 12",
        "Indhold  Side\n1. Godkendelse af dagsorden  3\n2. Ny scene i kulturhuset  4\n"
        "3. Eventuelt  12",
        "Indholdsfortegnelse\n1.\tGodkendelse af dagsorden\t3\n2.\tNy scene i kulturhuset\t4\n"
        "3.\tEventuelt\t12",
        "Indholdsfortegnelse\n1. Godkendelse af dagsorden ..... side 3\n"
        "2. Ny scene i kulturhuset ..... side 4\n3. Eventuelt ..... side 12",
        "Punktoversigt\nPunkt 1: Godkendelse af dagsorden\nPunkt 2: Ny scene i kulturhuset\n"
        "Punkt 3: Eventuelt",
    ],
)
def test_however_it_is_set_the_titles_are_the_same(
    titles_in: Callable[[str], list[str]], contents: str
) -> None:
    assert titles_in(contents) == TITLES


def test_page_numbers_may_stand_in_a_block_of_their_own(
    titles_in: Callable[[str], list[str]],
) -> None:
    assert (
        titles_in(
            "Indholdsfortegnelse\n\n1. Godkendelse af dagsorden\n2. Ny scene i kulturhuset\n"
            "3. Eventuelt\n\nSide\n3\n4\n12"
        )
        == TITLES
    )


def test_a_title_may_run_over_two_lines(titles_in: Callable[[str], list[str]]) -> None:
    assert titles_in(
        "Indholdsfortegnelse\n1. Godkendelse af dagsorden .......... 3\n"
        "2. Ny scene i kulturhuset og det, der\nligger omkring ........... 4\n"
        "3. Eventuelt ................. 12"
    ) == [
        "Godkendelse af dagsorden",
        "Ny scene i kulturhuset og det, der ligger omkring",
        "Eventuelt",
    ]


def test_a_title_may_be_cut(titles_in: Callable[[str], list[str]]) -> None:
    assert titles_in(
        "Indholdsfortegnelse\n1. Godkendelse af dagsor... 3\n2. Ny scene i kultur... 4\n"
        "3. Eventuelt..... 12"
    ) == ["Godkendelse af dagsor", "Ny scene i kultur", "Eventuelt"]


def test_a_group_of_entries_is_no_title(titles_in: Callable[[str], list[str]]) -> None:
    assert (
        titles_in(
            "Indholdsfortegnelse\nÅbne punkter\n1. Godkendelse af dagsorden ..... 3\n"
            "2. Ny scene i kulturhuset ..... 4\nLukkede punkter\n3. Eventuelt ..... 12"
        )
        == TITLES
    )


def test_a_document_may_have_none(sheet_of: Callable[[str], Sheet]) -> None:
    sheet = sheet_of(f"Referat\nKulturudvalget\n\n{ITEMS}\n")
    found = read_contents(sheet, TraceBuilder(sheet.raw))
    assert (found.titles, found.behind) == ([], 0)


@pytest.mark.parametrize(
    "items",
    [
        "1. Ny scene\n\nSagsfremstilling\n\n2023: 120 gæster\n2024: 130 gæster\n\n2. Tag\n",
        "1. Ny scene\n\nSagsnr.: 24/1234\n\nGodkendt.\n\n2. Tag\n\nSagsnr.: 24/1235\n\nUdsat.\n",
        "1. Ny scene\n\nAd 1: Godkendt.\nAd 2: Udsat.\nAd 3: Godkendt.\n\n2. Tag\n\nDrøftet.\n",
        "1. Ny scene\n\nBeslutning i Kulturudvalget den 5. maj 2025:\n1. Godkendt.\n2. Udsat.\n\n"
        "2. Tag\n\nBeslutning i Kulturudvalget den 5. maj 2025:\n1. Udsat.\n",
    ],
)
@pytest.mark.parametrize("announced", ["", "Åbne punkter\n\n"])
def test_what_comes_again_in_the_items_makes_no_contents(
    sheet_of: Callable[[str], Sheet], announced: str, items: str
) -> None:
    sheet = sheet_of(f"Referat\nKulturudvalget\n\n{announced}{items}")
    assert read_contents(sheet, TraceBuilder(sheet.raw)).titles == []


@pytest.mark.parametrize("word", ["(Åben) ", "Åben ", "Lukket "])
def test_whether_an_item_is_open_is_no_part_of_its_title(
    sheet_of: Callable[[str], Sheet], word: str
) -> None:
    listed = "".join(f"{n}. {title}\n" for n, title in enumerate(TITLES, 1))
    items = "".join(
        f"{n} {word}{title}\n\nBeslutning\n\nGodkendt.\n\n" for n, title in enumerate(TITLES, 1)
    )
    sheet = sheet_of(f"Referat\nKulturudvalget\n\nSagsoversigt\n\n{listed}\n{items}")
    assert read_contents(sheet, TraceBuilder(sheet.raw)).titles == TITLES


def test_titles_are_compared_by_their_letters() -> None:
    assert title_key("Ny scene – 2. del") == title_key("NY SCENE: 2 del")
    assert title_key("Ny scene 2") != title_key("Ny scene 3")
