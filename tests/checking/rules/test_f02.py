"""F02 beyond its page: which moves are told, and which tables are left to F01 or in peace."""

import pytest

DISPLACED = """
| Udfald       | Lov A | Lov B |
| Stadfæstelse | 11    | 42    |
| Ændring      | 1     | 30    |
| Hjemvisning  | 4     | 5     |
| I alt        | 16    | 7     |
"""
YEARS = "|  | 2025 | 2026 | 2027 | 2028 |\n"
#: (table, rule → what is printed → what was meant)
TOLD = {
    "two years of one row": (
        YEARS
        + """| Løn | 1.210 | 1.310 | 1.410 | 1.510 |
        | Varer | 520 | 550 | 540 | 530 |
        | Leje | 81 | 82 | 83 | 84 |
        | I alt | 1.811 | 1.922 | 2.033 | 2.144 |""",
        [("F02", "550, 530", "530, 550")],
    ),
    "two rows of one year, with a sum of every row": (
        """| | 2025 | 2026 | I alt |
        | Løn | 520 | 1.310 | 2.520 |
        | Varer | 1.210 | 530 | 1.050 |
        | Leje | 81 | 82 | 163 |
        | I alt | 1.811 | 1.922 | 3.733 |""",
        [("F02", "520, 1.210", "1.210, 520")],
    ),
    "a row moved to the left": (
        YEARS
        + """| Løn | 1.210 | 1.310 | 1.410 | 1.510 |
        | Varer | 530 | 540 | 550 | 520 |
        | I alt | 1.730 | 1.840 | 1.950 | 2.060 |""",
        [("F02", "530, 540, 550, 520", "520, 530, 540, 550")],
    ),
    "the names of the total and a part changed places": (
        YEARS
        + """| I alt | 1.210 | 1.310 | 1.410 | 1.510 |
        | Varer | 520 | 530 | 540 | 550 |
        | Løn | 1.730 | 1.840 | 1.950 | 2.060 |""",
        [
            (
                "F02",
                "1.210, 1.310, 1.410, 1.510, 1.730, 1.840, 1.950, 2.060",
                "1.730, 1.840, 1.950, 2.060, 1.210, 1.310, 1.410, 1.510",
            )
        ],
    ),
    "between two groups": (
        """| | 2025 |
        | Skoler | 1.210 |
        | Busser | 310 |
        | Børn i alt | 1.730 |
        | Veje | 520 |
        | Stier | 77 |
        | Teknik i alt | 387 |
        | I alt | 2.117 |""",
        [("F02", "310, 520", "520, 310")],
    ),
    "one wrong figure is none that moved": (
        YEARS
        + """| Løn | 1.210 | 1.310 | 1.410 | 1.510 |
        | Varer | 520 | 503 | 540 | 550 |
        | I alt | 1.730 | 1.840 | 1.950 | 2.060 |""",
        [("F01", "1.840", "1.813")],
    ),
    "two ways to move the figures": (
        YEARS
        + """| Løn | 223 | 1.337 | 1.411 | 1.514 |
        | Varer | 537 | 527 | 542 | 553 |
        | Leje | 117 | 107 | 138 | 149 |
        | I alt | 867 | 1.981 | 2.091 | 2.216 |""",
        [("F01", "867", "877"), ("F01", "1.981", "1.971")],
    ),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD.keys())
def test_what_is_told(sums, text, told):
    assert [
        (finding.rule, ", ".join(finding.printed), ", ".join(finding.computed))
        for finding in sums(text).findings
    ] == told


def test_the_finding_says_it_all(sums):
    (finding,) = sums(TOLD["two years of one row"][0]).findings
    assert finding.message == (
        "«Varer»: to tal er byttet om. 2 summer passer ikke, som der står, men gør det, når "
        "tallene flyttes: 1.310 + 530 + 82 = 1.922; 1.510 + 550 + 84 = 2.144."
    )
    assert finding.suggestion == "Skriv 530, 550, hvor der nu står 550, 530."
    assert finding.place.cells == ((1, 2), (1, 4))


def test_text_tells_the_order_where_no_shares_do(sums):
    untold = sums(DISPLACED).findings[0]
    assert untold.printed == ("42", "30", "5", "7")
    assert untold.computed == ()
    assert "30 + 5 + 7 = 42" in untold.message
    prose = "I alt 42 sager: 5 blev stadfæstet, 30 sager blev ændret og 7 hjemvist."
    told = sums(DISPLACED, prose=prose).findings[0]
    assert told.computed == ("5", "30", "7", "42")
    assert "5, 30, 7, 42" in told.suggestion
