"""How many of a document's numbers take part in something that was recomputed."""

import pytest

from sagsgang.checking import Place, Report, check
from sagsgang.checking.finding import Totals, Verified
from sagsgang.checking.output.coverage import Coverage, coverage
from sagsgang.checking.output.text import as_text

TABLE = """
| Post  | År   | 2025 | Note |
| Løn   | 2024 | 310  | fast |
| Ture  | 2023 | 275  |      |
| Andet | 2022 | 45   | § 4  |
"""
TEXT = "I 2025 fik 12 af 75 borgere hjælp efter § 17, stk. 2, den 3. maj 2025."
TOTALS = Totals(items=1, tables=1, relations_verified=0, findings=0, suppressed=0)


def report(minutes, *places: Place) -> Report:
    held = tuple(Verified(rule="F01", statement="", place=place) for place in places)
    return Report(source=minutes.source, verified=held, summary=TOTALS)


@pytest.mark.parametrize(
    ("places", "taking_part"),
    [
        ((), 0),
        ((Place(item=0, table=0, cells=((0, 2), (1, 2))),), 2),
        ((Place(item=0, section=0, spans=((11, 13),)),), 1),
        ((Place(item=0, section=0, spans=((0, 70), (11, 13))),), 2),
        ((Place(item=0, section=0, spans=((13, 17),)),), 0),
        ((Place(item=0, section=1, spans=((11, 13),)),), 0),
        ((Place(item=1, table=0, cells=((0, 2),)), Place()), 0),
    ],
)
def test_numbers_of_tables_and_text_but_no_years_dates_or_paragraphs(world, places, taking_part):
    minutes = world.with_table(TABLE, prose=TEXT)
    assert coverage(minutes, report(minutes, *places)) == Coverage(taking_part, 5)


def test_the_numbers_of_one_item(world):
    minutes = world.minutes(
        world.item("1", sections=(world.section("12 både."),)),
        world.item("2", sections=(world.section("7 kajer og 8 moler."),)),
    )
    assert coverage(minutes, report(minutes), [1]) == Coverage(0, 2)


def test_what_was_not_checked_is_said_when_all_is_asked_for(world):
    minutes = world.with_table(
        "|  | 2025 |\n| A | 30 |\n| B | 12 |\n| I alt | 42 |", prose="7 kajer."
    )
    checked = check(minutes, rules=["F01"])
    assert "tal er efterregnet" not in as_text(minutes, checked)
    assert as_text(minutes, checked, with_verified=True).splitlines()[-1] == (
        "  3 af 4 tal er efterregnet; 1 indgår ikke i nogen kendt sammenhæng og er ikke tjekket."
    )
    english = as_text(minutes, checked, with_verified=True, language="en")
    assert "3 of 4 numbers recomputed; 1 in no relation" in english
