"""F05 beyond its page: ledgers and roll-forwards that hold, fail, or are something else."""

import pytest

from sagsgang.checking import check

LEDGER = """
| Kr. | 2023 | 2024 | 2025 |
| Saldo primo | 0 | 120.350 | 84.210 |
| Tilskud | 300.000 | 0 | 0 |
| Udgifter | 179.650 | 36.140 | 60.010 |
| Saldo ultimo | 120.350 | 84.210 | 24.200 |
"""

HOLDS = {
    "a ledger": (
        LEDGER,
        [
            "ultimo 120.350 = primo 120.350",
            "ultimo 84.210 = primo 84.210",
            "300.000 - 179.650 = 120.350",
            "120.350 - 36.140 = 84.210",
            "84.210 - 60.010 = 24.200",
        ],
    ),
    "the newest year first": (
        """| | 2025 | 2024 |
        | Beholdning primo | 207 | 214 |
        | Ankomne | 12 | 20 |
        | Fraflyttede | 9 | 27 |
        | Beholdning ultimo | 210 | 207 |""",
        ["ultimo 207 = primo 207", "207 + 12 - 9 = 210", "214 + 20 - 27 = 207"],
    ),
    "years under one another": (
        """| | Kr. |
        | Overført fra 2022 | 51.200 |
        | Forbrug | -20.100 |
        | Overført til næste år | 31.100 |
        | Overført fra 2023 | 31.100 |
        | Forbrug | -8.050 |
        | Overført til næste år | 23.050 |""",
        [
            "ultimo 31.100 = primo 31.100",
            "51.200 - 20.100 = 31.100",
            "31.100 - 8.050 = 23.050",
        ],
    ),
    "rounded": (
        """| Mio. kr. | 2024 | 2025 |
        | Primo | 10,4 | 13,6 |
        | Tilgang | 3,1 | 2,2 |
        | Ultimo | 13,6 | 15,7 |""",
        ["ultimo 13,6 = primo 13,6", "10,4 + 3,1 = 13,5 ≈ 13,6", "13,6 + 2,2 = 15,8 ≈ 15,7"],
    ),
}
FAILS = {
    "an opening": (
        LEDGER.replace("| 84.210 |\n| Tilskud", "| 82.410 |\n| Tilskud"),
        "82.410",
        "84.210",
    ),
    "a closing": (LEDGER.replace("84.210 | 24", "84.120 | 24"), "84.120", "84.210"),
    "the last closing": (LEDGER.replace("24.200", "42.200"), "42.200", "24.200"),
    "an expense": (LEDGER.replace("36.140", "63.140"), "84.210", "57.210"),
    "years under one another": (
        HOLDS["years under one another"][0].replace("2023 | 31.100", "2023 | 31.000"),
        "31.000",
        "31.100",
    ),
}
SILENT = {
    "a year is missing": """
        | Kr. | 2022 | 2024 |
        | Saldo primo | 100 | 412 |
        | Indtægt | 50 | 10 |
        | Saldo ultimo | 150 | 422 |""",
    "budgets between": """
        | Område | Primo 2024 | Budget | Forbrug | Ultimo 2024 |
        | Nord | 410 | 520 | 333 | 500 |
        | Syd | 300 | 420 | 234 | 480 |""",
    "shares": """
        | | 2024 | 2025 |
        | Primo | 10 % | 14 % |
        | Tilgang | 3 % | 2 % |
        | Ultimo | 13 % | 15 % |""",
    "words": """
        | | 2024 | 2025 |
        | Primo | 10 | 14 |
        | Tilgang | 3 | ukendt |
        | Ultimo | 13 | 21 |""",
    "no end": "| | 2024 |\n| Primo | 10 |\n| Tilgang | 3 |",
}


@pytest.fixture(scope="session")
def report(world):
    return lambda text: check(world.with_table(text), rules=["F05"])


@pytest.mark.parametrize(("text", "statements"), HOLDS.values(), ids=HOLDS.keys())
def test_what_holds_is_verified(report, text, statements):
    seen = report(text)
    assert seen.findings == ()
    assert [verified.statement for verified in seen.verified] == statements


@pytest.mark.parametrize(("text", "printed", "meant"), FAILS.values(), ids=FAILS.keys())
def test_what_fails_is_told_once(report, text, printed, meant):
    (finding,) = report(text).findings
    assert (finding.printed, finding.computed) == ((printed,), (meant,))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_cannot_be_told_is_left(report, text):
    assert report(text).findings == ()


def test_the_finding_says_it_all(report):
    (opening,) = report(FAILS["an opening"][0]).findings
    assert opening.message == (
        "«Saldo primo», «2025»: der står 82.410, men perioden før sluttede med 84.210."
    )
    assert opening.place.cells == ((0, 3), (3, 2))
    (closing,) = report(FAILS["the last closing"][0]).findings
    assert closing.message == (
        "«Saldo ultimo», «2025»: 84.210 - 60.010 = 24.200, men der står 42.200."
    )
