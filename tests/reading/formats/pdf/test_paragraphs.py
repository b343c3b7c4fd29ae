"""Lines of one paragraph are one line; what stands for itself stays for itself."""

from reportlab.lib.pagesizes import A5
from tests.pdf.drawing import drawn, lines, together, wrapped

from sagsgang.reading.canonical import Canonical, Role
from sagsgang.reading.formats.pdf import pdf_lines

LONG_TEXT = (
    "Udvalget har tidligere behandlet sagen og ønskede dengang en nærmere redegørelse for, hvordan "
    "udgifterne fordeler sig mellem de enkelte områder, og hvilke muligheder der er for at holde "
    "dem inden for rammen i resten af året, uden at borgerne mærker det i hverdagen."
)
OTHER_TEXT = (
    "Forvaltningen har nu gennemgået tallene sammen med de enkelte centre og foreslår, at der "
    "afsættes en mindre reserve, som udvalget kan tage stilling til, når regnskabet foreligger."
)
LONG, OTHER = wrapped(LONG_TEXT), wrapped(OTHER_TEXT)


def filled(canonical: Canonical) -> list[str]:
    return [line for line in canonical.lines if line]


def roles(canonical: Canonical, role: Role) -> list[str]:
    return [canonical.lines[at] for at, mark in canonical.marks.items() if mark.role is role]


def test_paragraphs_with_distance_between_them() -> None:
    canonical = pdf_lines(drawn(lines(*LONG, "", *OTHER)))

    assert canonical.lines == [LONG_TEXT, "", OTHER_TEXT]


def test_paragraphs_told_by_a_short_last_line_alone() -> None:
    canonical = pdf_lines(drawn(lines(*OTHER, *LONG, *OTHER, *LONG)))

    assert filled(canonical) == [OTHER_TEXT, LONG_TEXT, OTHER_TEXT, LONG_TEXT]


def test_paragraphs_told_by_an_indented_first_line() -> None:
    page = together(
        lines(LONG[0], x=90),
        lines(*LONG[1:], y=746),
        lines(OTHER[0], x=90, y=760 - 14 * len(LONG)),
        lines(*OTHER[1:], y=746 - 14 * len(LONG)),
    )

    assert filled(pdf_lines(drawn(page))) == [LONG_TEXT, OTHER_TEXT]


def test_a_paragraph_over_a_page_break_with_furniture_between() -> None:
    def page(number: int, *texts: str) -> object:
        return together(
            lines("Referat af mødet", y=810, size=8),
            lines(f"Side {number} af 3", y=30, size=8),
            lines(*texts, y=100 if number == 1 else 760),
            lines(*LONG, "", *LONG, "", *LONG, y=700 if number == 1 else 500),
        )

    data = drawn(page(1, OTHER[0]), page(2, *OTHER[1:]), page(3))  # type: ignore[arg-type]
    canonical = pdf_lines(data)

    assert OTHER_TEXT in canonical.lines
    assert roles(canonical, Role.FURNITURE) == [
        "Referat af mødet", "Side 1 af 3", "Referat af mødet", "Side 2 af 3",
        "Referat af mødet", "Side 3 af 3",
    ]  # fmt: skip
    assert canonical.pages is not None
    assert canonical.pages[canonical.lines.index(OTHER_TEXT)] == 1


def test_short_lines_close_together_go_on_with_the_line_above() -> None:
    canonical = pdf_lines(
        drawn(lines("Økonomiudvalget den 14. maj 2025", "Byrådet den 27. maj 2025", "", *LONG))
    )

    assert canonical.lines[:2] == ["Økonomiudvalget den 14. maj 2025", "Byrådet den 27. maj 2025"]
    assert canonical.marks[1].continues
    assert 0 not in canonical.marks


def test_points_with_signs_and_numbers_and_lines_that_hang() -> None:
    page = together(
        lines("Udvalget drøftede:"),
        lines("\u2022", x=80, y=736),
        lines(*OTHER, x=94, y=736),
        lines("1.", "2.", x=80, y=690),
        lines("at regnskabet godkendes, og", "at overskuddet tilføres kassen.", x=94, y=690),
    )
    canonical = pdf_lines(drawn(page))

    assert roles(canonical, Role.LIST) == [
        f"- {OTHER_TEXT}",
        "1. at regnskabet godkendes, og",
        "2. at overskuddet tilføres kassen.",
    ]


def test_a_date_at_the_beginning_of_a_line_is_no_point() -> None:
    text = (
        "Kommunen modtog svaret fra ministeriet for nogen tid siden. Sagen blev behandlet den "
        "2. maj 2025 på et ekstraordinært møde i udvalget, hvor alle medlemmer var til stede hele "
        "dagen."
    )
    width = next(
        width
        for width in range(380, 460)
        if any(line.startswith("2. maj") for line in wrapped(text, width))
    )
    page = lines(*wrapped(text, width), "", *wrapped(LONG_TEXT, width))

    assert pdf_lines(drawn(page)).lines == [text, "", LONG_TEXT]


def test_headings_are_ranked_by_size_and_weight() -> None:
    page = together(
        lines("Referat", y=780, size=18, font="Times-Bold"),
        lines("Punkt 1: Godkendelse af regnskabet for de kommunale", y=740, size=14),
        lines("jorder og bygninger", y=723, size=14),
        lines("Sagsfremstilling", y=690, font="Times-Bold"),
        lines(*LONG, y=670),
    )
    canonical = pdf_lines(drawn(page, size=(420, 842)))

    headings = {
        canonical.lines[at]: mark.level
        for at, mark in canonical.marks.items()
        if mark.role is Role.HEADING
    }
    assert headings == {
        "Referat": 1,
        "Punkt 1: Godkendelse af regnskabet for de kommunale jorder og bygninger": 2,
        "Sagsfremstilling": 3,
    }


def test_an_underlined_line_is_a_heading_and_a_bold_paragraph_none() -> None:
    def underlined(canvas: object) -> None:
        canvas.setFont("Times-Roman", 11)  # type: ignore[attr-defined]
        canvas.drawString(72, 655, "Retsgrundlag")  # type: ignore[attr-defined]
        canvas.line(72, 653.5, 72 + 57, 653.5)  # type: ignore[attr-defined]

    bold = lines(*LONG, *OTHER, y=400, font="Times-Bold")
    canonical = pdf_lines(
        drawn(together(lines(*LONG, *OTHER), underlined, lines(*LONG, *OTHER, y=620), bold))
    )

    assert roles(canonical, Role.HEADING) == ["Retsgrundlag"]


def test_hyphens_at_line_ends_are_undone() -> None:
    text = ("Der er afsat midler til beskæfti-", "gelse og til sommer-", "og vinterferie i A-",
            "kasserne.")  # fmt: skip

    canonical = pdf_lines(drawn(lines(*text, x=40), size=A5))

    assert canonical.lines == [
        "Der er afsat midler til beskæftigelse og til sommer- og vinterferie i A-kasserne."
    ]


def test_raised_figures_are_signs_of_their_own() -> None:
    def page(canvas: object) -> None:
        text = canvas.beginText(72, 700)  # type: ignore[attr-defined]
        text.setFont("Times-Roman", 11)
        text.textOut("Lokalet er på 240 m")
        text.setRise(4)
        text.setFont("Times-Roman", 7)
        text.textOut("2")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(" og blev bygget i 2019.")
        canvas.drawText(text)  # type: ignore[attr-defined]

    assert pdf_lines(drawn(page)).lines == ["Lokalet er på 240 m² og blev bygget i 2019."]


def test_ligatures_are_letters() -> None:
    from pathlib import Path

    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont("Vera", fonts / "Vera.ttf"))

    canonical = pdf_lines(drawn(lines("E\ufb00ekt af \ufb01nansieringen", font="Vera")))

    assert "finansieringen" in canonical.lines[0]
