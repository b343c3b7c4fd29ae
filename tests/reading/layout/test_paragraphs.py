"""Lines → paragraphs: what goes on, what is mended, what stays apart."""

from collections.abc import Callable

import pytest

from sagsgang.reading.layout.paragraphs import join, paragraphs
from sagsgang.reading.layout.sheet import Sheet

Lay = Callable[[str], Sheet]


def blocks(sheet: Sheet) -> list[str]:
    """The paragraphs of a sheet."""
    return paragraphs(sheet, 0, len(sheet.text) - 1)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("de to ord-", "ninger", "de to ordninger"),
        ("børne-", "og ungeområdet", "børne- og ungeområdet"),
        ("Børne-", "Fritids- og Kulturudvalget", "Børne-Fritids- og Kulturudvalget"),
        ("drift/", "anlæg", "drift/anlæg"),
        ("i 2024 -", "og før", "i 2024 - og før"),
        ("scenen", "bygges", "scenen bygges"),
    ],
)
def test_two_lines_as_one(above: str, below: str, joined: str) -> None:
    assert join(above, below) == joined


CUT = """\
Udvalget har bedt forvaltningen om at belyse, hvor mange der
får tilbud i løbet af året, og hvordan udgiften fordeler sig
på de to ordninger, som lovændringen handler om.

Forvaltningen har spurgt alle centre. Svarene viser, at der er
forskel på, hvor længe man venter på at komme i gang med det
tilbud, man er blevet visiteret til.
"""


def test_lines_cut_at_a_width_are_put_together(sheet_of: Lay) -> None:
    first, second = blocks(sheet_of(CUT))
    assert first.endswith("på de to ordninger, som lovændringen handler om.")
    assert "\n" not in first + second


def test_list_points_stay_lines_of_their_own(sheet_of: Lay) -> None:
    text = "Der er tre veje:\n- den første\n- den anden, som er lang\n1. en nummereret\n"
    assert blocks(sheet_of(text)) == [text.strip()]


def test_rows_stay_rows(sheet_of: Lay) -> None:
    found = blocks(sheet_of("Tallene er disse.\nA\t1\t2\nB\t3\t4\n\nSådan var det i fjor.\n"))
    assert found == ["Tallene er disse.", "A\t1\t2\nB\t3\t4", "Sådan var det i fjor."]


def test_a_paragraph_goes_on_over_a_page(sheet_of: Lay) -> None:
    page = "\nSide {} af 3\n\n"
    text = (
        "Udvalget har bedt forvaltningen om at belyse udgiften, og\n"
        + page.format(1)
        + "hvordan den fordeler sig på ordningerne.\n"
        + page.format(2)
        + "Det er dyrt.\n"
        + page.format(3)
    )
    assert blocks(sheet_of(text))[0] == (
        "Udvalget har bedt forvaltningen om at belyse udgiften, og hvordan den fordeler sig på "
        "ordningerne."
    )
