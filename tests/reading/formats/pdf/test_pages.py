"""What frames the text of a page: furniture, contents, notes, turned pages, links."""

from typing import Any

import pytest
from tests.pdf.drawing import Drawing, drawn, lines, row, together, wrapped

from sagsgang.reading.canonical import Canonical, Role
from sagsgang.reading.formats.pdf import pdf_lines

TEXT = (
    "Udvalget har tidligere behandlet sagen og ønskede dengang en nærmere redegørelse for, hvordan "
    "udgifterne fordeler sig mellem de enkelte områder, og hvilke muligheder der er for at holde "
    "dem inden for rammen i resten af året, uden at borgerne mærker det i hverdagen."
)
BODY = wrapped(TEXT)


def roles(canonical: Canonical, role: Role) -> list[str]:
    return [
        canonical.lines[at] for at, mark in sorted(canonical.marks.items()) if mark.role is role
    ]


def plain(canonical: Canonical) -> list[str]:
    return [line for at, line in enumerate(canonical.lines) if line and at not in canonical.marks]


def test_heads_and_feet_are_furniture_whatever_their_digits() -> None:
    def page(number: int) -> Drawing:
        return together(
            lines("Nørreby Kommune", y=812, size=8),
            row(812, (-523, f"Møde {number}"), size=8),
            lines(*BODY, y=700 - 20 * number),
            lines(f"Side {number} af 4", y=28, size=8),
        )

    canonical = pdf_lines(drawn(*map(page, range(1, 5))))

    assert plain(canonical) == [TEXT] * 4
    furniture = roles(canonical, Role.FURNITURE)
    assert furniture[:2] == ["Nørreby Kommune   Møde 1", "Side 1 af 4"]
    assert len(furniture) == 8


def test_items_that_begin_every_page_alike_are_no_furniture() -> None:
    def page(number: int) -> Drawing:
        return together(
            lines(f"Punkt {number}: {'Emne' * number}", y=780, size=14),
            lines(f"00.01.00-G01-{number}-21", "Sagstema", y=760),
            lines(*BODY, y=720),
            lines(str(number), x=300, y=28),
        )

    canonical = pdf_lines(drawn(*map(page, range(1, 8))))

    assert roles(canonical, Role.FURNITURE) == [str(number) for number in range(1, 8)]
    assert canonical.lines.count("Sagstema") == 7


def test_the_page_number_of_a_single_page() -> None:
    page = together(lines(*BODY), lines("Side 1 af 1", y=28, size=8))

    canonical = pdf_lines(drawn(page))

    assert roles(canonical, Role.FURNITURE) == ["Side 1 af 1"]


def test_contents_with_leaders() -> None:
    page = together(
        lines("Indholdsfortegnelse", y=780, size=14),
        lines("Godkendelse af dagsorden" + "." * 60 + "3", y=750),
        lines("Orientering om ansættelse af ny leder ved kommunens samlede musik- og", y=736),
        lines("kulturskole " + ". " * 50 + "4", y=722),
        lines("Eventuelt" + "." * 80 + "12", y=708),
        lines(*BODY, y=600),
    )

    canonical = pdf_lines(drawn(page))

    assert roles(canonical, Role.CONTENTS) == [
        "Godkendelse af dagsorden.....3",
        "Orientering om ansættelse af ny leder ved kommunens samlede musik- og kulturskole.....4",
        "Eventuelt.....12",
    ]
    assert plain(canonical) == [TEXT]


def test_contents_with_page_numbers_at_the_edge() -> None:
    titles = ["Godkendelse af dagsorden", "Budget 2025", "Valg af formand", "Eventuelt"]
    page = together(
        lines("Indholdsfortegnelse", y=780),
        *(
            row(750 - 16 * n, (72, title), (-523, str(n + 2)), size=11)
            for n, title in enumerate(titles)
        ),
        lines(*BODY, y=600),
    )

    canonical = pdf_lines(drawn(page))

    assert roles(canonical, Role.CONTENTS) == [
        f"{title}\t{n + 2}" for n, title in enumerate(titles)
    ]


def test_figures_at_the_edge_without_such_a_heading_are_a_table() -> None:
    page = together(
        row(750, (72, "Aktivitet"), (-523, "Antal"), size=11),
        row(734, (72, "Løntimer"), (-523, "18"), size=11),
        row(718, (72, "Praktik"), (-523, "25"), size=11),
        lines(*BODY, y=600),
    )

    canonical = pdf_lines(drawn(page))

    assert roles(canonical, Role.CONTENTS) == []
    assert roles(canonical, Role.TABLE_ROW)[-1] == "Praktik\t25"


def test_footnotes_do_not_interrupt_a_paragraph() -> None:
    first = together(
        lines(*BODY, "", *BODY, "", *BODY, y=400),
        lines(BODY[0], y=110),
        lines("1 Opgjort efter de regler, der gjaldt indtil sommeren,", "og siden rettet.",
              "2 Tallet er foreløbigt.", y=90, size=8, leading=9),
    )  # fmt: skip
    second = lines(*BODY[1:], "", *BODY)

    canonical = pdf_lines(drawn(first, second))

    assert roles(canonical, Role.FOOTNOTE) == [
        "1 Opgjort efter de regler, der gjaldt indtil sommeren, og siden rettet.",
        "2 Tallet er foreløbigt.",
    ]
    assert plain(canonical) == [TEXT] * 5


def turned(draw: Drawing, degrees: int) -> Drawing:
    def drawing(canvas: Any) -> None:
        moves = {90: (842, 0), 180: (842, 595), 270: (0, 595)}
        if degrees:
            canvas.translate(*moves[degrees])
            canvas.rotate(degrees)
        draw(canvas)

    return drawing


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("flag", [0, 90])
def test_a_page_reads_the_same_whichever_way_it_is_turned(degrees: int, flag: int) -> None:
    rows = [["Område", "Budget", "Forbrug"], ["Børn", "12,5", "13,0"], ["Ældre", "8,1", "7,9"]]

    def page(canvas: Any) -> None:
        canvas.setPageRotation(flag)
        drawing = together(
            lines(*BODY, y=540),
            *(row(440 - 18 * n, (76, a), (-250, b), (-330, c)) for n, (a, b, c) in enumerate(rows)),
        )
        turned(drawing, degrees)(canvas)

    canonical = pdf_lines(drawn(page, size=(842, 842)))

    assert plain(canonical) == [TEXT]
    assert roles(canonical, Role.TABLE_HEAD) + roles(canonical, Role.TABLE_ROW) == [
        "\t".join(cells) for cells in rows
    ]


def test_a_stamp_across_the_page_is_kept_and_does_not_disturb() -> None:
    def page(canvas: Any) -> None:
        lines(*BODY, y=500)(canvas)
        canvas.saveState()
        canvas.translate(200, 480)
        canvas.rotate(45)
        canvas.setFont("Times-Roman", 60)
        canvas.drawString(0, 0, "UDKAST")
        canvas.restoreState()

    canonical = pdf_lines(drawn(page, page))

    assert plain(canonical) == [TEXT] * 2
    assert roles(canonical, Role.FURNITURE) == ["UDKAST", "UDKAST"]


def test_links_to_the_web_and_no_scripts() -> None:
    def page(canvas: Any) -> None:
        lines("Se rapporten og bilaget")(canvas)
        canvas.linkURL("https://eksempel.dk/rapport", (84, 755, 128, 775))
        canvas.linkURL("javascript:alert(1)", (140, 755, 180, 775))

    assert pdf_lines(drawn(page)).links == [("rapporten", "https://eksempel.dk/rapport")]
