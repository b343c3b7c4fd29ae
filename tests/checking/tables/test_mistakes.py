"""Which failing sums are told, with what they should be, and which tables are left in peace."""

import pytest

from sagsgang.checking.tables.mistakes import judge
from sagsgang.checking.tables.view import TableView

#: Real tables are full of these. None of them is a sum that failed.
NO_MISTAKE = {
    "a list that is not all of it": """
        | Aktivitet | Antal unge |
        | Løntimer | 18 |
        | Uddannelse | 5 |
        | Praktik | 2 |
        | I alt | 41 |""",
    "averages in the total row": """
        | Skole | Elever | Klasser | Elever i klassen | Fravær |
        | Nord | 300 | 15 | 20,0 | 6,1 |
        | Syd | 250 | 10 | 25,0 | 5,4 |
        | I alt | 550 | 25 | 22,0 | 5,8 |""",
    "a score for all": """
        | Tema | Vurdering |
        | Mødet | 3,70 |
        | Målet | 3,46 |
        | Samlet | 3,58 |""",
    "shares": """
        | Svar | Antal | Pct. |
        | Tilfreds | 40 | 47 % |
        | Utilfreds | 20 | 24 % |
        | Ved ikke | 25 | 30 % |
        | I alt | 85 | 100 % |""",
    "ranks": """
        | Ydelse | 2024 | 2023 |
        | Dagpenge | 41 | 60 |
        | Sygedagpenge | 34 | 26 |
        | I alt | 18 | 20 |""",
    "no lane adds up": """
        | Ydelse | 2023 | 2024 |
        | Kontanthjælp | 410 | 380 |
        | Sygedagpenge | 520 | 560 |
        | Personer i alt | 872 | 881 |""",
    "amounts to be settled": """
        | Indsats | 2025 | 2026 |
        | Vagter | 0 | Afklares |
        | Kampagne | 300.000 | 300.000 |
        | Total | 300.000 | 810.551 |""",
    "an empty cell may hide the rest": """
        | Post | 2025 | 2026 |
        | Løn | 100 | 110 |
        | Varer | 50 |  |
        | I alt | 150 | 170 |""",
    "a subtotal without a name": """
        | Område | Beløb |
        | Drift | 100.300 |
        | Løn | 60.200 |
        | Varer | 40.100 |
        | Anlæg | 50.000 |
        | I alt | 150.300 |""",
    "of which": """
        | Post | Beløb |
        | Løn | 100.300 |
        | Heraf vikarer | 30.100 |
        | Varer | 50.000 |
        | I alt | 150.300 |""",
    "of which that are the parts": """
        | Post | Beløb |
        | I alt | 150.300 |
        | Heraf løn | 100.300 |
        | Heraf varer | 50.000 |""",
    "income with its sign in words": """
        | Post | Beløb |
        | Udgifter | 150.300 |
        | Refusion | 50.300 |
        | I alt | 100.000 |""",
    "a total with the other sign": """
        | Forslag | Beløb |
        | Færre møder | 20.500 |
        | Fælles indkøb | 30.700 |
        | Besparelser i alt | -51.200 |""",
    "running totals": """
        | Måned | Opgjort |
        | Januar | 1.250 |
        | Februar | 2.610 |
        | Marts | 3.890 |
        | I alt | 3.890 |""",
    "moms": """
        | Post | Beløb |
        | Bro | 400.000 |
        | Sti | 100.000 |
        | I alt ekskl. moms | 500.000 |
        | Moms 25 % | 125.000 |
        | I alt inkl. moms | 625.000 |""",
    "price times number": """
        | Vare | Antal | Stykpris | I alt |
        | Stole | 10 | 500 | 5.000 |
        | Borde | 4 | 2.000 | 8.000 |""",
    "one row of price times number": """
        | Vare | Antal | Pris | I alt |
        | Stole | 10 | 500 | 5.000 |""",
    "rounded to whole tens": """
        | Ydelse | Antal |
        | Dagpenge | 1.460 |
        | Kontanthjælp | 2.790 |
        | Sygedagpenge | 2.820 |
        | I alt | 7.080 |""",
    "rounded to the last digit": """
        | Område | 2025 |
        | A | 11,1 |
        | B | 5,1 |
        | C | 37,0 |
        | I alt | 53,3 |""",
    "a country below the total": """
        | Køn | 2024 | 2025 |
        | Mænd | 10.200 | 10.900 |
        | Kvinder | 12.100 | 12.300 |
        | I alt | 22.300 | 23.200 |
        | Hele landet | 922.100 | 931.500 |""",
    "clock times": """
        | Møde | Dato | Kl. |
        | Udvalg | 10. januar | 08.00 |
        | I alt | 11 | 09.00 |""",
    "years at the side": """
        | År | Beløb |
        | 2024 | 1.785.217 |
        | 2025 | 630.508 |
        | I alt | 2.415.725 |""",
    "a budget account": """
        | Udvalg | Budget | Forbrug | Afvigelse | Afvigelse i pct. |
        | Børn | 768,2 | 771,0 | 2,8 | 0,4 |
        | Kultur | 48,2 | 60,0 | 11,8 | 24,5 |
        | I alt | 816,4 | 831,0 | 14,6 | 1,8 |""",
    "a mean among sums, printed as they are": """
        | Område | Sager | Ventetid | Afgjort | Klager |
        | A | 30 | 12 | 25 | 3 |
        | B | 25 | 14 | 20 | 2 |
        | C | 12 | 40 | 10 | 1 |
        | I alt | 67 | 18 | 55 | 6 |""",
    "where the year ends": """
        | Måned | Ledige | Nye | Afgang |
        | Januar | 410 | 35 | 20 |
        | Februar | 425 | 30 | 22 |
        | Marts | 433 | 41 | 18 |
        | I alt | 433 | 106 | 60 |""",
    "people with several benefits": """
        | Ydelse | Antal personer | Udgift i mio. kr. |
        | A | 410 | 35,1 |
        | B | 220 | 22,0 |
        | I alt | 600 | 57,1 |""",
    "a row that is known in all only": """
        | Indkomst | Enlige | Par | I alt |
        | Under 200.000 | 310 | 120 | 430 |
        | Over 200.000 | 210 | 640 | 850 |
        | Uoplyst |  |  | 12 |
        | I alt | 520 | 760 | 1.292 |""",
    "an age group inside another": """
        | Aldersgruppe | 2024 |
        | 0-16 år | 9.300 |
        | 17-64 år | 28.100 |
        | 65+ år | 11.200 |
        | 80+ år | 2.900 |
        | I alt | 48.600 |""",
    "one year and three": """
        | Post | Kr. |
        | Løn til to | 1.000.000 |
        | Kurser | 150.000 |
        | I alt pr. år | 1.150.000 |
        | I alt for 3 år | 3.450.000 |""",
    "some of those who pay": """
        | Finansiering | Kr. |
        | Fonden | 500.000 |
        | Kommunen | 250.000 |
        | Foreningen | 100.000 |
        | Samlet projektsum | 1.000.000 |""",
    "rates beside shares": """
        | Lov | A | B | I alt |
        | Andel stadfæstet (pct.) | 20,1 | 30,2 | 50,3 |
        | Andel ændret (pct.) | 10,1 | 39,6 | 49,7 |
        | Omgørelsesprocent | 23,5 | 32,8 | 29,4 |""",
    "two totals of different things": """
        | Gruppe | Antal | Timer |
        | A | 10.300 | 37 |
        | B | 12.200 | 20 |
        | I alt | 22.500 | 29 |""",
}

#: (table, what is wrong: printed → meant)
MISTAKE = {
    "one of three years": (
        """
        | Post | 2024 | 2025 | 2026 |
        | Løn | 1.210 | 1.310 | 1.410 |
        | Varer | 520 | 530 | 540 |
        | I alt | 1.730 | 1.890 | 1.950 |""",
        [("1.890", 1840)],
    ),
    "the only column, a wrong digit": (
        """
        | Projekt | Beløb |
        | Tag | 1.250.000 |
        | Facade | 3.400.000 |
        | Vinduer | 700.500 |
        | I alt | 5.850.500 |""",
        [("5.850.500", 5350500)],
    ),
    "the only column, a little off": (
        """
        | Projekt | Beløb |
        | Tag | 1.250.318 |
        | Facade | 3.400.906 |
        | Vinduer | 700.547 |
        | I alt | 5.298.115 |""",
        [("5.298.115", 5351771)],
    ),
    "a sign": (
        """
        | Post | 2024 | 2025 | 2026 |
        | Udvidelser | 120 | 300 | 410 |
        | Effektivisering | -500 | -600 | -700 |
        | I alt | -380 | 300 | -290 |""",
        [("300", -300)],
    ),
    "a cell in both a row and a column": (
        """
        | Post | 2024 | 2025 | I alt |
        | Løn | 1.210 | 1.300 | 2.520 |
        | Varer | 520 | 530 | 1.050 |
        | Leje | 110 | 120 | 230 |
        | I alt | 1.840 | 1.960 | 3.800 |""",
        [("1.300", 1310)],
    ),
    "a subtotal, while the grand total follows the parts": (
        """
        | Post | 2024 | 2025 | 2026 |
        | Løn | 110 | 120 | 130 |
        | Varer | 50 | 60 | 70 |
        | Drift i alt | 160 | 190 | 200 |
        | Veje | 40 | 45 | 50 |
        | Stier | 10 | 15 | 20 |
        | Anlæg i alt | 50 | 60 | 70 |
        | I alt | 210 | 240 | 270 |""",
        [("190", 180)],
    ),
    "two of four years": (
        """
        | Post | 2024 | 2025 | 2026 | 2027 |
        | Løn | 1.210 | 1.310 | 1.410 | 1.510 |
        | Varer | 520 | 530 | 540 | 550 |
        | I alt | 1.730 | 1.940 | 1.950 | 2.080 |""",
        [("1.940", 1840), ("2.080", 2060)],
    ),
    "a result that other years confirm": (
        """
        | Post | 2024 | 2025 | 2026 |
        | Udgifter | 120 | 300 | 410 |
        | Indtægter | -50 | -60 | -70 |
        | Netto | 70 | 140 | 340 |""",
        [("140", 240)],
    ),
    "a share where the other shares add up": (
        """
        | Antal og andel | I alt | Mænd | Kvinder |
        | Forventet (pct.) | 8,06 | 3,18 | 4,88 |
        | Faktisk (pct.) | 7,59 | 3,12 | 4,97 |
        | Sidste år (pct.) | 7,12 | 3,02 | 4,10 |""",
        [("7,59", 8.09)],
    ),
    "a row of years": (
        """
        | År | 2023 | 2024 | 2025 | Tilsagn i alt |
        | Beløb | 1.785.217 | 630.508 | 271.515 | 2.678.240 |""",
        [("2.678.240", 2687240)],
    ),
    "beside scales in the cells": (
        """
        | Post | 2024 | 2025 |
        | Løn | 1,5 mio. kr. | 1,7 mio. kr. |
        | Varer | 0,7 mio. kr. | 0,8 mio. kr. |
        | I alt | 2,2 mio. kr. | 2,9 mio. kr. |""",
        [("2,9", 2500000)],
    ),
}


@pytest.fixture(scope="session")
def judged(world):
    return lambda text: judge(TableView.of(world.table(text)))


@pytest.mark.parametrize("text", NO_MISTAKE.values(), ids=NO_MISTAKE.keys())
def test_no_mistake_is_seen(judged, text):
    assert judged(text).mistakes == ()


@pytest.mark.parametrize(("text", "wrong"), MISTAKE.values(), ids=MISTAKE.keys())
def test_a_mistake_is_seen_and_mended(judged, text, wrong):
    def printed(mistake):
        relation = mistake.relation
        cells = {relation.total_spot: relation.total}
        for line in relation.direction.lines:
            for lane, cell in enumerate(line.cells):
                spot = relation.direction.cell_place(relation.direction.lines.index(line), lane)
                cells[spot] = cell
        return cells[mistake.culprit or relation.total_spot].number

    found = [(printed(mistake), float(mistake.meant)) for mistake in judged(text).mistakes]
    assert found == wrong


def test_a_note_on_rounding_excuses_rounded_figures(world):
    view = TableView.of(world.table("| | Antal |\n| A | 260 |\n| B | 390 |\n| I alt | 660 |"))
    assert len(judge(view).mistakes) == 1
    noted = judge(view, lambda: True)
    assert noted.mistakes == ()
    assert len(noted.excused) == 1
