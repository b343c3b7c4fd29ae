"""Figures of few people are told as suppressed, and so are the shares that hold them."""

from datetime import UTC, datetime
from decimal import Decimal

from sagsgang.figures.figure import Figure, UsedInput
from sagsgang.figures.observation import Missing, Origin, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.suppression import suppress

ORIGIN = Origin("opdigtet", "tal.csv", "0" * 64, datetime(2026, 1, 5, tzinfo=UTC), 1)


def _figure(group, value, *, period="2025", unit=Unit.PERSONS, inputs=None):
    return Figure(
        indicator="recipients",
        title="Modtagere",
        unit=unit,
        decimals=0,
        area="787",
        period=Period.parse(period),
        group=tuple(sorted(group.items())),
        value=None if value is None else Decimal(value),
        missing=Missing.UNKNOWN if value is None else None,
        inputs={
            name: UsedInput(name, Decimal(each), None) for name, each in (inputs or {}).items()
        },
        origins=(ORIGIN,),
    )


def _printed(figures, **told):
    return [each.printed() for each in suppress(figures, **told)]


def test_a_small_group_and_the_next_smallest_are_hidden():
    figures = [
        _figure({"law": "LAB"}, 3),
        _figure({"law": "LAS"}, 9),
        _figure({"law": "SDP"}, 40),
        _figure({}, 52),
    ]
    assert _printed(figures) == ["x", "x", "40", "52"]
    assert _printed(figures, smallest=3) == ["3", "9", "40", "52"]


def test_a_share_is_hidden_where_its_numerator_or_denominator_is():
    def share(group, part, of):
        inputs = {"part": part, "of": of}
        return _figure(group, Decimal(100 * part) / of, unit=Unit.PERCENT, inputs=inputs)

    figures = [
        share({"law": "LAB"}, 2, 40),
        share({"law": "LAS"}, 10, 50),
        share({"law": "SDP"}, 90, 100),
        share({}, 102, 190),
    ]
    shown = suppress(figures)
    assert [each.missing for each in shown] == [Missing.SUPPRESSED, Missing.SUPPRESSED, None, None]
    assert shown[0].inputs["part"].missing is Missing.SUPPRESSED
    assert shown[0].inputs["of"].value == 40
    assert shown[2] is figures[2]


def test_quarters_are_seen_with_their_year():
    figures = [
        _figure({}, 2, period="2025Q1"),
        _figure({}, 8, period="2025Q2"),
        _figure({}, 20, period="2025Q3"),
        _figure({}, 30, period="2025Q4"),
        _figure({}, 60, period="2025"),
    ]
    assert _printed(figures) == ["x", "x", "20", "30", "60"]
    assert _printed(figures[:-1]) == ["x", "8", "20", "30"]


def test_years_beside_each_other_hide_only_their_own():
    figures = [_figure({}, 3, period="2024"), _figure({}, 70, period="2025")]
    assert _printed(figures) == ["x", "70"]


def test_what_is_not_known_stays_so():
    figures = [_figure({"law": "LAB"}, None), _figure({"law": "LAS"}, 7), _figure({}, None)]
    assert _printed(figures) == ["..", "7", ".."]
    assert suppress([]) == ()
