"""Tables are found, cell by cell; prose never becomes one."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from tests.pdf.drawing import Drawing, drawn, lines, row, together, wrapped

from sagsgang.reading.canonical import Canonical, Role
from sagsgang.reading.formats.pdf import pdf_lines
from sagsgang.reading.formats.pdf.tables.values import figures_in, is_value

ROWS = [
    ["Område", "Budget", "Forbrug", "Afvigelse"],
    ["Sygedagpenge", "71,5", "74,1", "2,6"],
    ["Kontanthjælp", "58,3", "56,9", "-1,4"],
    ["I alt", "129,8", "131,0", "1,2"],
]


def tables(canonical: Canonical) -> list[list[list[str]]]:
    """The cells of each table, head and rows together."""
    found: dict[int, list[list[str]]] = {}
    for at, mark in sorted(canonical.marks.items()):
        if mark.role in (Role.TABLE_HEAD, Role.TABLE_ROW):
            found.setdefault(mark.table, []).append(canonical.lines[at].split("\t"))
    return list(found.values())


def heads(canonical: Canonical) -> int:
    return sum(mark.role is Role.TABLE_HEAD for mark in canonical.marks.values())


def grid(canvas: Any, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def cells(rows: list[list[str]], xs: list[float], top: float, step: float = 18) -> Drawing:
    """Rows with the first column set from the left and figures ending at their column's right."""
    drawings = []
    for number, texts in enumerate(rows):
        placed = [(xs[0] + 4, texts[0])]
        placed += [(-(right - 4), text) for right, text in zip(xs[2:], texts[1:], strict=True)]
        font = "Times-Bold" if number == 0 else "Times-Roman"
        drawings.append(row(top - step * number - 13, *placed, font=font))
    return together(*drawings)


XS = [72.0, 180.0, 250.0, 320.0, 390.0]


def ruled(rows: list[list[str]], top: float = 700) -> Drawing:
    ys = [top - 18 * number for number in range(len(rows) + 1)]
    return together(cells(rows, XS, top), lambda canvas: grid(canvas, XS, ys))


def test_a_ruled_table() -> None:
    canonical = pdf_lines(drawn(ruled(ROWS)))

    assert tables(canonical) == [ROWS]
    assert heads(canonical) == 1


def test_borders_drawn_as_boxes_around_each_cell() -> None:
    def boxes(canvas: Any) -> None:
        for number in range(len(ROWS)):
            for left, right in pairwise(XS):
                canvas.rect(left, 682 - 18 * number, right - left, 18)

    assert tables(pdf_lines(drawn(together(cells(ROWS, XS, 700), boxes)))) == [ROWS]


def test_text_that_runs_over_borders_is_cut_there() -> None:
    ys = [700.0, 682.0, 664.0]
    page = together(
        row(687, (76, "Område Budget")),
        lambda canvas: grid(canvas, [72.0, 110.0, 180.0], ys),
        row(669, (76, "I alt 12,5")),
    )

    found = tables(pdf_lines(drawn(page)))

    assert found[0][0] == ["Område", "Budget"]


def test_cells_of_several_lines_and_merged_cells() -> None:
    def page(canvas: Any) -> None:
        xs, ys = [72.0, 200.0, 300.0, 400.0], [700.0, 660.0, 640.0, 620.0]
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        canvas.line(xs[0], ys[0], xs[0], ys[-1])
        canvas.line(xs[1], ys[0], xs[1], ys[-1])
        canvas.line(xs[2], ys[1], xs[2], ys[-1])  # the first row's last two cells are one
        canvas.line(xs[3], ys[0], xs[3], ys[-1])
        for drawing in (
            row(688, (76, "Borgere i beskæfti-"), (204, "Begge år")),
            row(676, (76, "gelse og")),
            row(664, (76, "uddannelse")),
            row(645, (76, "Mænd"), (-296, "12"), (-396, "14")),
            row(625, (76, "Kvinder"), (-296, "11"), (-396, "19")),
        ):
            drawing(canvas)

    assert tables(pdf_lines(drawn(page))) == [
        [
            ["Borgere i beskæftigelse og uddannelse", "Begge år", ""],
            ["Mænd", "12", "14"],
            ["Kvinder", "11", "19"],
        ]
    ]


def test_rows_without_lines_between_them() -> None:
    ys = [700.0, 682.0, 682.0 - 18 * 3]

    page = together(cells(ROWS, XS, 700), lambda canvas: grid(canvas, XS, ys))

    assert tables(pdf_lines(drawn(page))) == [ROWS]


@pytest.mark.parametrize("step", [12, 18, 24])
def test_a_table_without_lines(step: float) -> None:
    above = lines(*wrapped("Budgettet er fordelt på områder, som det ses af tabellen herunder."))

    canonical = pdf_lines(drawn(together(above, cells(ROWS, XS, 720, step))))

    assert tables(canonical) == [ROWS]
    assert heads(canonical) == 1


def test_heads_of_several_lines_without_lines_drawn() -> None:
    page = together(
        row(700, (-250, "Korrigeret"), (-320, "Forventet"), font="Times-Bold"),
        row(688, (76, "Område"), (-250, "budget"), (-320, "regnskab"), font="Times-Bold"),
        row(668, (76, "Sygedagpenge"), (-250, "71,5"), (-320, "74,1")),
        row(648, (76, "Virksomheder, der"), (-250, "8,3"), (-320, "8,9")),
        row(636, (76, "samarbejder")),
        row(616, (76, "I alt"), (-250, "79,8"), (-320, "83,0")),
    )

    assert tables(pdf_lines(drawn(page))) == [
        [
            ["Område", "Korrigeret budget", "Forventet regnskab"],
            ["Sygedagpenge", "71,5", "74,1"],
            ["Virksomheder, der samarbejder", "8,3", "8,9"],
            ["I alt", "79,8", "83,0"],
        ]
    ]


def test_a_table_over_pages_with_its_head_repeated() -> None:
    count = 120
    rows = [["Nr.", "Navn", "Beløb"]] + [[str(n), f"Post {n}", f"{n}.000"] for n in range(count)]
    from io import BytesIO

    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(
        [Table(rows, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])]
    )

    canonical = pdf_lines(out.getvalue())

    assert tables(canonical) == [rows]
    assert heads(canonical) == 1
    repeated = [at for at, mark in canonical.marks.items() if mark.role is Role.FURNITURE]
    assert {canonical.lines[at] for at in repeated} == {"Nr.\tNavn\tBeløb"}
    assert canonical.pages is not None
    assert canonical.pages[len(rows) - 1] == max(canonical.pages)


def test_two_tables_on_a_page_stay_apart() -> None:
    page = together(ruled(ROWS), lines("Tallene for året efter:", y=600), ruled(ROWS[:3], 580))

    assert tables(pdf_lines(drawn(page))) == [ROWS, ROWS[:3]]


def test_labels_with_their_values_are_no_table() -> None:
    page = together(
        row(700, (72, "Mødedato:"), (180, "12. maj 2025")),
        row(684, (72, "Mødested:"), (180, "Rådhuset")),
        row(668, (72, "Til stede:"), (180, "Ida Lund (A)")),
        row(654, (180, "Ole Bak (V)")),
    )

    canonical = pdf_lines(drawn(page))

    assert canonical.lines == [
        "Mødedato: 12. maj 2025", "Mødested: Rådhuset", "Til stede: Ida Lund (A)", "Ole Bak (V)",
    ]  # fmt: skip
    assert tables(canonical) == []


WORDS = "udvalget kommunen sagen borgere indsats 2025 12,5 og i af på til som en at"


@given(
    st.lists(
        st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=60), min_size=1, max_size=6
    ),
    st.sampled_from([180, 300, 451]),
    st.booleans(),
)
def test_prose_never_becomes_a_table(
    paragraphs: list[list[str]], width: float, justified: bool
) -> None:
    from io import BytesIO

    style = ParagraphStyle("p", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=6)
    style.alignment = 4 if justified else 0
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=(width + 144, 842), invariant=1).build(
        [Paragraph(" ".join(words), style) for words in paragraphs]
    )

    assert tables(pdf_lines(out.getvalue())) == []


@pytest.mark.parametrize(
    "text", ["12", "-1,4", "1.250.000", "−0,47", "12,5 %", "(22 %)", "3,2 mio. kr.", "-", "0 %",
             "32,8% (22 %)", "1 250", "kr. 500", "+2", "15 pct."],
)  # fmt: skip
def test_figures(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["Uge 33", "12. maj", "A-dagpenge", "", "12 personer", "I alt"])
def test_no_figures(text: str) -> None:
    assert not is_value(text)


def test_figures_side_by_side() -> None:
    assert figures_in("291.850 288.475") == ["291.850", "288.475"]
    assert figures_in("1 250") == []
    assert figures_in("12 personer") == []
