"""Lines laid out: markup taken off, page furniture found, list points told from prose."""

from collections.abc import Callable

import pytest

from sagsgang.reading.layout.sheet import Sheet, is_bullet, is_point, point_number, without_sign

Lay = Callable[[str], Sheet]


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("1. at scenen bygges", 1, "at scenen bygges"),
        ("12) at scenen bygges", 12, "at scenen bygges"),
        ("1 . at scenen bygges", 1, "at scenen bygges"),
        ("b) at scenen bygges", 2, "at scenen bygges"),
        ("c. at scenen bygges", 3, "at scenen bygges"),
        ("- at scenen bygges", None, "at scenen bygges"),
        ("• at scenen bygges", None, "at scenen bygges"),
        ("o at scenen bygges", None, "at scenen bygges"),
    ],
)
def test_points_of_a_list(line: str, number: int | None, rest: str) -> None:
    assert is_point(line)
    assert point_number(line) == number
    assert is_bullet(line) == (number is None)
    assert without_sign(line) == rest


@pytest.mark.parametrize(
    "line",
    ["", "Prose", "2025", "1.200 kr.", "12.05.2025", "-0,5 pct.", "3. ", "og så", "A. Holm", "d."],
)
def test_what_is_no_point(line: str) -> None:
    assert not is_point(line)
    assert without_sign(line) == line


def test_markdown_is_taken_off_and_noted(sheet_of: Lay) -> None:
    sheet = sheet_of(
        "# Referat\n\n## **Ny scene**\n\n**Indstilling**\n\n*Kursiv*\n\n1\\. at det **sker**\n\n"
        "[Bilag 1](https://aalmark.example/1)\n"
    )
    assert [line for line in sheet.text if line] == [
        "Referat",
        "Ny scene",
        "Indstilling",
        "Kursiv",
        "1. at det sker",
        "Bilag 1",
    ]
    assert (sheet.depth[0], sheet.depth[2], sheet.depth[4]) == (1, 2, 0)
    assert 4 in sheet.bold
    assert 6 in sheet.italic


def test_plain_text_keeps_its_signs(sheet_of: Lay) -> None:
    assert sheet_of("# 3 møder\n2 * 3\n").text == ["# 3 møder", "2 * 3"]


def test_drawn_lines_are_no_text(sheet_of: Lay) -> None:
    sheet = sheet_of("Ny scene\n========\n\nTekst\n----------------\n")
    assert sheet.text == ["Ny scene", "", "", "Tekst", ""]
    assert sheet.rules == {1, 4}


def test_page_numbers_and_what_comes_again_beside_them_are_furniture(sheet_of: Lay) -> None:
    page = "Kulturudvalget 5. maj 2025\n\n{}\n\nSide {} af 3\n\n"
    bodies = ("Første side handler om scenen.", "Anden side om taget.", "Tredje om døren.")
    sheet = sheet_of("".join(page.format(body, n) for n, body in enumerate(bodies, 1)))
    # the first head tells whose minutes these are
    assert [line for line in sheet.text if line] == ["Kulturudvalget 5. maj 2025", *bodies]
    assert len(sheet.furniture) == 5


def test_one_mention_of_a_page_is_text(sheet_of: Lay) -> None:
    sheet = sheet_of("Se planen,\nside 12\n")
    assert sheet.furniture == set()
    assert sheet.text == ["Se planen,", "side 12"]


def test_years_and_amounts_alone_on_a_line_are_no_page_numbers(sheet_of: Lay) -> None:
    text = "".join(f"Antal i året\n{number}\n\n" for number in (1, 2, 3, 2024))
    assert sheet_of(text).furniture == set()


def test_lines_cut_at_a_width_are_told_from_whole_paragraphs(sheet_of: Lay) -> None:
    words = "udvalget har bedt om at få belyst, hvor mange borgere der får tilbud i løbet af året "
    cut = [words[: 60 + (n % 3)].strip() for n in range(30)]
    assert sheet_of("\n".join(cut) + "\n").wrapped
    assert not sheet_of("\n\n".join([words * 3] * 30) + "\n").wrapped


def test_hard_spaces_and_soft_hyphens_do_not_count(sheet_of: Lay) -> None:
    assert sheet_of("Ny\xa0scene\xad\u200b\n").text == ["Ny scene"]
