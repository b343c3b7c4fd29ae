"""F08 beyond its page: how far data reach."""

import pytest


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Tallene er opgjort pr. 30. april 2025, for fleksjob dog data til og med marts 2025.",
            ("marts 2025", "30. april 2025"),
        ),
        (
            "Tallene er opgjort pr. 30. april 2025. Data foreligger til maj 2025.",
            ("30. april 2025", "maj 2025"),
        ),
        ("Tallene er opgjort pr. 30. april 2025.", None),
        ("Tallene er opgjort pr. 1. maj 2024 og opgjort igen pr. 1. maj 2025.", None),
        ("Møderne holdes i marts 2025 og til og med maj 2025.", None),
    ],
)
def test_the_dates_are_told(world, findings, text, dates):
    found = findings(world.minutes(world.item(sections=(world.section(text),))), "F08")
    assert [finding.printed for finding in found] == ([dates] if dates else [])
