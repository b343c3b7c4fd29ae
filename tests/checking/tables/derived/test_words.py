"""What labels say of how their lines follow, and how many months they span."""

import pytest

from sagsgang.checking.tables.derived.period import months_in
from sagsgang.checking.tables.derived.words import Kind, kind_of


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Afvigelse", Kind.DIFFERENCE),
        ("Mer-/mindreforbrug", Kind.DIFFERENCE),
        ("Restbudget", Kind.DIFFERENCE),
        ("Forskel (pct. Point)", Kind.DIFFERENCE),
        ("Udvikling 2023-2024", Kind.DIFFERENCE),
        ("Udvikling af havnen", None),
        ("Afvigelse i %", Kind.CHANGE),
        ("Ændring (pct.)", Kind.CHANGE),
        ("Forbrugsprocent", Kind.SHARE),
        ("Andel", Kind.SHARE),
        ("Omgørelsesprocent på landsplan", None),
        ("Måltal, pct.", None),
        ("Udgift pr. borger", Kind.RATIO),
        ("Forbrug pr. 31. marts", None),
        ("Gns. antal henvisninger pr. måned", Kind.AVERAGE),
        ("Landsgennemsnit", None),
        ("Placering", Kind.RANK),
        ("Korrigeret budget", Kind.BALANCE),
        ("Skoler", None),
    ],
)
def test_the_kind_of_a_label(label, kind):
    assert kind_of(label) is kind


def test_a_change_printed_in_percent_is_one():
    assert kind_of("Ændring") is Kind.DIFFERENCE
    assert kind_of("Ændring", is_percent=True) is Kind.CHANGE


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("Sept. 2020 – sept. 2023", 37),
        ("Okt. 2023 – jun. 2024", 9),
        ("Januar-december 2024", 12),
        ("jan. til marts 2025", 3),
        ("1. halvår 2024", 6),
        ("2. kvartal 2024", 3),
        ("2024", 12),
        ("18 måneder", 18),
        ("3. kvt. 2020 - 2. kvt. 2021", None),
        ("juni 2024 - jan. 2023", None),
        ("Budget 2024", None),
        ("", None),
    ],
)
def test_the_months_of_a_head(label, months):
    assert months_in(label) == months
