"""F07 beyond its page: signs, years, and statements that cannot be told."""

import pytest

from sagsgang.checking import check

YEARS = "| Bevilling, 1.000 kr. | 2025 | 2026 | 2027 | 2028 |\n"

HOLDS = {
    "over the years, with an area that grants nothing": (
        """| | Politikområde | Budgetår 2025 | Overslagsår 1 | Overslagsår 2 |
        | Tillægsbevilling, drift | 12 | 75 | 0 | 0 |
        | | 18 | -4.100 | 1.500 | 1.500 |
        | Anlæg/ Rådighedsbeløb | | | | |
        | Finansiering via: | | | | |
        | Drift andetsteds | | | | |
        | Kassebeholdning | 01 | 1.025 | 0 | 0 |""",
        ["75 - 4.100 + 1.500 + 1.500 + 1.025 = 0"],
    ),
    "every year, financing with the opposite sign": (
        YEARS
        + """| Mentorer | 420 | 430 | 440 | 450 |
        | Kassebeholdning | -420 | -430 | -440 | -450 |""",
        ["420 - 420 = 0", "430 - 430 = 0", "440 - 440 = 0", "450 - 450 = 0"],
    ),
    "every year, financing with the same sign": (
        YEARS
        + """| Mentorer | 420 | 430 | 440 | 450 |
        | Kurser | 80 | 80 | 80 | 80 |
        | Finansieres af kassen | 500 | 510 | 520 | 530 |""",
        [
            "420 + 80 - 500 = 0",
            "430 + 80 - 510 = 0",
            "440 + 80 - 520 = 0",
            "450 + 80 - 530 = 0",
        ],
    ),
    "income with its sign in words": (
        YEARS
        + """| Udgift | 420 | 430 | 440 | 450 |
        | Indtægt | 20 | 30 | 40 | 50 |
        | Finansiering | 400 | 400 | 400 | 400 |""",
        [
            "420 - 20 - 400 = 0",
            "430 - 30 - 400 = 0",
            "440 - 40 - 400 = 0",
            "450 - 50 - 400 = 0",
        ],
    ),
}
FAILS = {
    "one year of four": (
        YEARS
        + """| Mentorer | 420 | 430 | 440 | 450 |
        | Kassebeholdning | -420 | -430 | -404 | -450 |""",
        [("-404", "-440")],
    ),
    "a single column": (
        """| Tillægsbevilling | Beløb, kr. |
        | Udgift | 412.500 |
        | Statstilskud | -112.500 |
        | Finansiering: kassebeholdningen | -309.000 |""",
        [("-309.000", "-300.000")],
    ),
    "over the years, a swap": (
        """| Bevillingspåtegning | Budgetår 2025 | Overslagsår 1 | Overslagsår 2 |
        | Drift | -4.100 | 1.500 | 1.500 |
        | Finansiering via: | | | |
        | Kassebeholdning | 1.010 | 0 | 0 |""",
        [("1.010", "1.100")],
    ),
}
SILENT = {
    "nothing is financed": YEARS
    + "| Mentorer | 420 | 430 | 440 | 450 |\n| Kassebeholdning | | | | |",
    "no statement": "| | 2025 |\n| Løn | 420 |\n| Kassebeholdning | 8.300 |",
    "the last column stands for three years": """
        | Bevillingspåtegning | Budgetår 2025 | Overslagsår 1 | Overslagsår 2 | 2028-2030 |
        | Drift | -5.000 | 1.000 | 1.000 | 1.000 |
        | Finansiering via: | | | | |
        | Kassebeholdning | 0 | 0 | 0 | 0 |
        | Låneoptagelse | 10 | -5 | -5 | |""",
    "what is in the box": """
        | Tillægsbevillinger | 2025 | 2026 |
        | Resultat | -420 | 130 |
        | Finansiering | 70 | 80 |
        | Kassebeholdning ultimo | 8.300 | 8.100 |""",
    "another part is financed elsewhere": """
        | Anlægsbevilling | 2025 | 2026 |
        | Skole | 42.000 | 13.000 |
        | Finansiering: lån | -20.000 | -4.000 |""",
    "expenses and income side by side": """
        | Bevilling | Udgift | Indtægt |
        | Skole | 42.000 | -13.000 |
        | Finansiering | -28.000 | 0 |""",
    "its own total fails": """
        | Tillægsbevilling | 2025 | 2026 | 2027 |
        | Udgift | 1.210 | 1.310 | 1.410 |
        | Kassen | -520 | -530 | -540 |
        | I alt | 690 | 780 | 807 |""",
}


@pytest.fixture(scope="session")
def report(world):
    return lambda text: check(world.with_table(text), rules=["F07"])


@pytest.mark.parametrize(("text", "statements"), HOLDS.values(), ids=HOLDS.keys())
def test_what_balances_is_verified(report, text, statements):
    seen = report(text)
    assert seen.findings == ()
    assert [verified.statement for verified in seen.verified] == statements


@pytest.mark.parametrize(("text", "told"), FAILS.values(), ids=FAILS.keys())
def test_what_does_not_balance_is_told(report, text, told):
    found = [(*finding.printed, *finding.computed) for finding in report(text).findings]
    assert found == told


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_cannot_be_told_is_left(report, text):
    assert report(text).findings == ()


def test_the_finding_says_what_is_left(report):
    (finding,) = report(FAILS["one year of four"][0]).findings
    assert finding.message == (
        "«2027»: bevilling og finansiering skal give 0, men 440 - 404 = 36. "
        "De andre år går op hvert for sig."
    )
    assert finding.suggestion.startswith("Ret finansieringen -404 til -440")
