"""F17 beyond its page: which years are ruled out."""

import datetime

import pytest

from sagsgang.checking import check
from sagsgang.minutes import SectionKind

MEETING = datetime.datetime(2025, 3, 12, 15, 0)


@pytest.fixture
def odd(world):
    def years(text, *, kind=SectionKind.PRESENTATION, starts_at=MEETING):
        item = world.item(sections=(world.section(text, kind),))
        report = check(world.minutes(item, starts_at=starts_at), rules=["F17"])
        return [(*finding.printed, *finding.computed) for finding in report.findings]

    return years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Skolen ventes at stå færdig i efteråret 2062.", ("2062", "2026")),
        ("Planen forventes vedtaget i 2205.", ("2205", "2025")),
        ("Planen forventes vedtaget i 2620.", ("2620",)),
        ("Strategien peger frem mod 2020.", ("2020",)),
        ("Broen forventes færdig i 2022.", ("2022",)),
        ("Siden 2052 har der været en aftale.", ("2052", "2025")),
        ("Foreningen blev stiftet i 2042.", ("2042", "2024")),
        ("Aftalen gælder i perioden 2028-2025.", ("2028-2025",)),
        (
            "Budgettet for 2025-2028 er klar. Tallene for 2015-2028 ses i bilaget.",
            ("2015-2028", "2025-2028"),
        ),
    ],
)
def test_years_that_cannot_be_meant(odd, text, found):
    assert odd(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Skolen ventes at stå færdig i efteråret 2026.",
        "Kommunen forventes at være klimaneutral i 2052.",
        "Lånet ventes betalt ud i 2052.",
        "I 2018 var planen, at broen skulle stå færdig senest i 2022.",
        "Broen forventedes færdig i 2022.",
        "Foreningen blev stiftet i 1952.",
        "Siden 2019 har der været en aftale.",
        "Vejplanen rækker fra 2013-2025, og budgettet er for 2025-2028.",
        "Der forventes i 2204 tilfælde en afgørelse.",
        "Der kom 2204 gæster.",
        "Tallene for 2014-2020 og 2014-2022 ses i bilaget.",
        "Målet for 2020 blev ikke nået frem mod 2020.",
    ],
)
def test_years_that_may_be_meant(odd, text):
    assert odd(text) == []


def test_without_a_date_only_spans_are_judged(odd):
    assert odd("Skolen ventes at stå færdig i 2062.", starts_at=None) == []
    assert odd("Aftalen gælder 2028-2025.", starts_at=None) == [("2028-2025",)]


def test_what_was_said_before_is_left_alone(odd):
    assert odd("Broen forventes færdig i 2022.", kind=SectionKind.HISTORY) == []
