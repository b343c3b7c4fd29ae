"""F06 beyond its page: what begins, and when it may begin twice."""

import pytest

from sagsgang.checking import check


@pytest.fixture
def begun(world, told, printed):
    def dates(summary, account, title="Status på Cykelværkstedet"):
        return printed(check(world.minutes(told(summary, account, title=title)), rules=["F06"]))

    return dates


@pytest.mark.parametrize(
    ("summary", "account", "figures"),
    [
        (
            "Cykelværkstedet blev oprettet i 2020.",
            "Cykelværkstedet blev etableret i 2021 med støtte.",
            ("2020", "2021"),
        ),
        (
            "Det åbnede 1. maj 2021.",
            "Cykelværkstedet åbnede den 1. juni 2021.",
            ("1. maj 2021", "1. juni 2021"),
        ),
        (
            "Cykelværkstedet åbnede 01-05-2021.",
            "Cykelværkstedet åbnede 1. maj 2022.",
            ("01-05-2021", "1. maj 2022"),
        ),
        (
            "Rehabiliteringsteamet startede 1. marts 2023.",
            "Rehabiliteringsteamet startede 1. marts 2024.",
            ("1. marts 2023", "1. marts 2024"),
        ),
    ],
)
def test_two_beginnings(begun, summary, account, figures):
    assert begun(summary, account) == [figures]


@pytest.mark.parametrize(
    ("summary", "account"),
    [
        ("Cykelværkstedet åbnede i 2021.", "Cykelværkstedet åbnede 1. maj 2021."),
        ("Cykelværkstedet blev oprettet i 2020.", "Cykelværkstedet åbnede i 2021."),
        ("Cykelværkstedet åbnede i 2021.", "Cykelværkstedet åbnede igen i 2023."),
        ("Cykelværkstedet startede som forsøg i 2021.", "Cykelværkstedet startede fast i 2022."),
        ("Cykelværkstedet åbnede i 2021.", "Malerværkstedet åbnede i 2022."),
        ("Projektet startede i 2021.", "Projektet startede i 2022."),
        ("Budgettet blev vedtaget i oktober 2023.", "Budgettet blev vedtaget i oktober 2024."),
        ("Første etape blev åbnet i 2021.", "Anden etape blev åbnet i 2022."),
    ],
)
def test_what_is_in_order(begun, summary, account):
    assert begun(summary, account) == []


HEADS = "|  | Maj 2019 – april 2022 | Maj 2022 – dec. 2024 |\n| Besøg | 310 | 420 |"


def test_figures_from_before_it_began(world, told):
    table = world.table(HEADS)
    item = told(
        "Cykelværkstedet åbnede 1. maj 2021.",
        "Siden maj 2019 har Cykelværkstedet repareret 400 cykler.",
        title="Status på Cykelværkstedet",
        tables=(table,),
    )
    (finding,) = check(world.minutes(item), rules=["F06"]).findings
    assert finding.printed == ("1. maj 2021", "maj 2019", "Maj 2019 – april 2022")
    assert [place.table for place in finding.others] == [None, 0]


@pytest.mark.parametrize(
    ("title", "began"),
    [
        ("Sygefravær i afdelingen", "Cykelværkstedet åbnede 1. maj 2021."),
        ("Status på Cykelværkstedet", "Cykelværkstedet åbnede 1. maj 2019."),
        ("Status på Cykelværkstedet", "Cykelværkstedet åbnede 1. maj 2022."),
    ],
)
def test_tables_that_may_be_of_something_else(world, told, title, began):
    item = told(began, "Se tabellen.", title=title, tables=(world.table(HEADS),))
    assert check(world.minutes(item), rules=["F06"]).findings == ()
