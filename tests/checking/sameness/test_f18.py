"""F18 beyond its page: when two percentages are of two things."""

import pytest

from sagsgang.checking import check


@pytest.fixture
def given(world, told):
    def percentages(summary, account):
        report = check(world.minutes(told(summary, account)), rules=["F18"])
        return [(*finding.printed, *finding.computed) for finding in report.findings]

    return percentages


def test_the_account_gives_the_thing_another_percentage(given):
    assert given(
        "27 pct. af medlemmerne er under 25 år.",
        "Af medlemmerne er 27 pct. fra nabobyen, mens 34 pct. er under 25 år.",
    ) == [("27", "34")]


@pytest.mark.parametrize(
    ("summary", "account"),
    [
        # the same thing in other words
        (
            "Målingen viste, at 72 pct. var glade for maden. 81 pct. følte sig trygge.",
            "Målingen viste, at 72 pct. var glade for maden. 81 pct. oplevede ingen utryghed.",
        ),
        # told again where it belongs
        (
            "27 pct. af medlemmerne er under 25 år.",
            "27 pct. er fra nabobyen. 27 pct. af medlemmerne er under 25 år.",
        ),
        # two years
        (
            "I 2023 viste målingen, at 72 pct. var glade for maden. 81 pct. var trygge.",
            "I 2024 viste målingen, at 72 pct. var glade for maden. 81 pct. var glade for prisen.",
        ),
    ],
)
def test_what_is_in_order(given, summary, account):
    assert given(summary, account) == []
