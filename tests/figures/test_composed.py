"""Answers made of several indicators: explanations with their rest, the follow-up's table, and
appeals by subject with what was learnt."""

from decimal import Decimal

import pytest

from sagsgang.figures.explained import explained
from sagsgang.figures.follow_up import COLUMNS, CORRIDOR, follow_up
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.subjects import subjects

YEAR = Period.parse("2024")
MARCH = Period.parse("2025M03")
MIO = 10**6


def accounts(world, lines):
    return world.snapshot(
        [
            world.observation("ledger.original_budget", "2024", Decimal(100)),
            world.observation("ledger.spending", "2024", Decimal(90)),
            *(
                world.observation("ledger.explanation", "2024", Decimal(v), {"explanation": name})
                for name, v in lines.items()
            ),
        ]
    )


def test_lines_and_rest_always_are_the_deviation(world):
    told = explained(accounts(world, {"A": -12, "B": 3}), YEAR, world.area)
    assert [(each.group, each.value) for each in told.lines] == [
        ((("explanation", "A"),), -12),
        ((("explanation", "B"),), 3),
    ]
    assert (told.deviation.value, told.explained.value, told.rest.value) == (-10, -9, -1)
    assert not told.is_whole


def test_what_is_explained_to_the_last_krone_is_whole(world):
    assert explained(accounts(world, {"A": -10}), YEAR, world.area).is_whole


def test_without_explanations_the_rest_is_missing_and_not_everything(world):
    told = explained(accounts(world, {}), YEAR, world.area)
    assert (told.deviation.value, told.rest.value) == (-10, None)
    assert told.rest.missing is Missing.UNKNOWN
    assert (told.lines, told.is_whole) == ((), False)


def test_a_forecast_is_explained_by_the_lines_of_its_month(world):
    rows = [
        world.observation("ledger.original_budget", "2025", Decimal(100)),
        world.observation("ledger.forecast_outturn", "2025M03", Decimal(108)),
        world.observation("ledger.explanation", "2025M02", Decimal(5), {"explanation": "A"}),
        world.observation("ledger.explanation", "2025M03", Decimal(6), {"explanation": "A"}),
    ]
    told = explained(world.snapshot(rows), MARCH, world.area, of="forecast_deviation")
    assert (told.deviation.value, told.rest.value) == (8, 2)


def test_only_a_deviation_is_explained(world):
    with pytest.raises(KeyError):
        explained(world.snapshot(), YEAR, world.area, of="spend_rate")


@pytest.fixture
def followed(world):
    rows = []
    for committee, budget, before, now in (("AMU", 743, 720, 700), ("BFU", 800, 805, 811)):
        group = {"committee": committee, "account": "5.57.71"}
        rows += [
            world.observation("ledger.original_budget", "2025", Decimal(budget) * MIO, group),
            world.observation("ledger.forecast_outturn", "2025M02", Decimal(before) * MIO, group),
            world.observation("ledger.forecast_outturn", "2025M03", Decimal(now) * MIO, group),
        ]
        rows += [
            world.observation(
                "ledger.spending", f"2025M0{month}", Decimal(budget) * MIO / 10, group
            )
            for month in (1, 2, 3)
        ]
    rows.append(
        world.observation("ledger.forecast_outturn", "2025M03", Decimal(MIO), {"committee": "ØU"})
    )
    return world.snapshot(rows)


def test_a_follow_up_is_one_table(world, followed):
    amu, bfu, oeu, whole = follow_up(followed, MARCH, world.area, margin=Decimal(5 * MIO))
    assert list(amu.figures) == [*COLUMNS, *CORRIDOR]
    assert amu.figures["spend_rate"].in_words() == "30,0 pct."
    assert bfu.figures["forecast_deviation"].value == 11 * MIO
    assert bfu.figures["forecast_highest"].value == 16 * MIO
    assert amu.figures["forecast_change"].value == -20 * MIO
    # A committee that the budget does not have is in every column, and never as zero.
    assert [each.missing for each in oeu.figures.values()] == [
        None if name == "forecast_outturn" else Missing.UNKNOWN for name in oeu.figures
    ]
    assert whole.figures["forecast_outturn"].value == 1512 * MIO


def test_without_a_margin_there_is_no_corridor(world, followed):
    rows = follow_up(followed, MARCH, world.area, by=())
    assert [(row.group, list(row.figures)) for row in rows] == [((), list(COLUMNS))]


def test_subjects_stand_with_what_was_learnt(world):
    """As Thisted, May 2025, item 25: a subject was worked on, and its rate is now as the rest's."""
    counts = {
        ("2023", "Uarbejdsdygtighed"): (10, 4, 6),
        ("2024", "Uarbejdsdygtighed"): (20, 2, 8),
        ("2024", "Varighed"): (19, 2, 7),
    }
    rows = [
        world.observation(
            f"appeals.{name}", year, Decimal(v), {"law": "SDP", "subject": of}, unit=Unit.COUNT
        )
        for (year, of), values in counts.items()
        for name, v in zip(("upheld", "changed", "remitted"), values, strict=True)
    ]
    first, second, third = subjects(
        world.snapshot(rows),
        YEAR,
        world.area,
        law="SDP",
        learnt={"Uarbejdsdygtighed": "Medarbejderne blev opkvalificeret.", "Satser": "Husk bilag."},
    )
    assert (first.name, first.decided.value) == ("Uarbejdsdygtighed", 30)
    assert first.reversal.in_words() == "-16,7 pct. point"
    assert first.learnt == "Medarbejderne blev opkvalificeret."
    assert (second.name, second.reversal.missing) == ("Varighed", Missing.UNKNOWN)
    assert second.learnt == ""
    assert (third.name, third.decided.missing, third.learnt) == (
        "Satser",
        Missing.UNKNOWN,
        "Husk bilag.",
    )
