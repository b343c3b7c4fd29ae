"""F13 beyond its page: which cell a figure of the text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sagsgang.checking import check

BOOKS = """
| Materiale | 2023 | 2024 |
| Bøger | 61.240 | 58.615 |
| Lydbøger | 12.020 | 14.710 |
| I alt | 73.260 | 73.325 |
"""
THOUSANDS = """
| Område (1.000 kr.) | Budget | Afvigelse |
| Veje | 12.480 | -1.390 |
| Parker | 3.275 | 64 |
| I alt | 15.755 | -1.326 |
"""


@pytest.fixture(scope="module")
def against(world):
    def checked(table, prose):
        return check(world.with_table(table, prose=prose), rules=["F13"])

    return checked


@pytest.mark.parametrize(
    ("table", "prose", "figures"),
    [
        (BOOKS, "Der blev lånt 58.165 bøger i 2024.", ("58.165", "58.615")),
        (BOOKS, "I alt blev der lånt 73.352 materialer.", ("73.352", "73.325")),
        (THOUSANDS, "Budgettet til veje er på 12,840 mio. kr.", ("12,840", "12.480")),
        (THOUSANDS, "Parkerne har et budget på 3.725.000 kr.", ("3.725.000", "3.275")),
    ],
)
def test_a_slip_between_text_and_table(against, printed, table, prose, figures):
    (finding,) = against(table, prose).findings
    assert (*finding.printed, *finding.computed) == figures
    assert finding.others[0].table == 0


@pytest.mark.parametrize(
    ("table", "prose", "statement"),
    [
        (
            THOUSANDS,
            "Afvigelsen på veje er 1,390 mio. kr.",
            "1,390 mio. kr. i teksten, -1.390 i tabellen («Veje», «Afvigelse»)",
        ),
        (
            THOUSANDS,
            "Afvigelsen for parker er 0,064 mio. kr.",
            "0,064 mio. kr. i teksten, 64 i tabellen («Parker», «Afvigelse»)",
        ),
        (
            THOUSANDS,
            "Budgettet er på 15,8 mio. kr. i alt.",
            "15,8 mio. kr. i teksten, 15.755 i tabellen («I alt», «Budget»)",
        ),
        (
            BOOKS,
            "Udlånet af lydbøger nåede 14.710 i 2024.",
            "14.710 i teksten, 14.710 i tabellen («Lydbøger», «2024»)",
        ),
    ],
)
def test_what_agrees_whatever_scale_and_sign(against, statements, table, prose, statement):
    report = against(table, prose)
    assert report.findings == ()
    assert statement in statements(report)


@pytest.mark.parametrize(
    "prose",
    [
        "Naboerne lånte 58.165 plader ud.",  # neither row nor column
        "Der blev lånt ca. 58.000 bøger i 2024.",
        "Bøger gik tilbage med 2.625, og lydbøger steg med 2.690.",
        "Udlånet af bøger steg i 2022 til 62.310.",
        "Bøger: se side 58165.",
    ],
)
def test_what_is_in_order(against, prose):
    assert against(BOOKS, prose).findings == ()


NAMED = [
    (BOOKS, "Udlånet af lydbøger nåede {} i 2024.", 14_710, 1),
    (BOOKS, "Der blev i 2024 lånt {} lydbøger.", 14_710, 1),
    (THOUSANDS, "Budgettet til veje er {} kr.", 12_480_000, 1_000),
    (THOUSANDS, "I alt er budgettet på {} kr.", 15_755_000, 1_000),
    ("| Skole | Elever |\n| Nord | 412 |\n| Syd | 371 |", "Syd har {} elever.", 371, 1),
]


@pytest.mark.parametrize(("table", "prose", "value", "step"), NAMED)
@given(percent=some.integers(-15, 15))
def test_what_is_verified_would_have_been_told(against, table, prose, value, step, percent):
    report = against(table, prose.format(f"{value:,}".replace(",", ".")))
    assert len(report.verified) == 1
    changed = value + value * percent // 100 // step * step
    report = against(table, prose.format(f"{changed:,}".replace(",", ".")))
    assert bool(report.findings) == (changed != value)


@pytest.mark.parametrize(
    "prose",
    [
        "Mod slutningen af 2022 var udlånet af lydbøger {}.",  # another year
        "Oprindeligt var udlånet af lydbøger i 2024 sat til {}.",  # a plan
        "Der er plads til {} lydbøger.",  # no year at all
        "Lydbøger steg i 2024 mod {} på landsplan.",  # another body
        "I 2023 og 2024 blev der lånt {} lydbøger.",  # both
    ],
)
@pytest.mark.parametrize("figure", ["14.710", "13.240"])
def test_what_is_neither_verified_nor_told(against, prose, figure):
    report = against(BOOKS, prose.format(figure))
    assert (report.verified, report.findings) == ((), ())


def test_a_figure_left_beside_others_of_its_row(against, printed):
    prose = "Udlånet af lydbøger er gået fra 12.020 til {}."
    assert len(against(BOOKS, prose.format("14.710")).verified) == 2
    assert printed(against(BOOKS, prose.format("16.181"))) == [("16.181",)]


def test_a_sum_of_cells_is_no_mistake(against, printed):
    table = "| Hold | Deltagere |\n| Dans | 210 |\n| Sang | 19 |"
    text = "På dans og sang er der {} deltagere."
    assert printed(against(table, text.format("229"))) == []


def test_the_words_name_another_row_than_the_figure_stands_in(against):
    table = "| Udfald | SDP |\n| Stadfæstelse | 58 |\n| Ændring | 39 |\n| Hjemvisning | 15 |"
    report = against(table, "Efter SDP blev 39 sager stadfæstet.")
    assert report.verified == ()


def test_a_zero_left_out_of_the_table(against, printed):
    table = """
    | Formål (1.000 kr.) | 2025 | 2026 |
    | Drift | 73 | 410 |
    | Anlæg | 500 | 210 |
    """
    text = "Kompensationen er på {} mio. kr. i 2025 og derefter på 0,41 mio. kr."
    assert printed(against(table, text.format("0,73"))) == [("0,73",)]
    assert printed(against(table, text.format("0,073"))) == []


def test_a_table_too_large_is_skipped_and_said_so(against):
    rows = "\n".join(f"| Post {number} | {number} |" for number in range(12_000))
    report = against(f"| Post | Antal |\n{rows}", "Post 17 er på 1.234.")
    assert "20000 celler" in report.skipped[0].reason


def test_a_sum_of_rows_beside_figures_of_the_column_is_no_mistake(against):
    table = """
    | Svar | Antal |
    | Meget tilfreds | 123 |
    | Tilfreds | 13 |
    | Utilfreds | 100 |
    | Ved ikke | 190 |
    | I alt | 426 |
    """
    text = "136 er tilfredse eller meget tilfredse af de 426, der har svaret; 190 ved ikke."
    assert against(table, text).findings == ()
