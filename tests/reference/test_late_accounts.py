"""The accounts that are posted late, and when they were."""

from datetime import date

from sagsgang.reference.late_accounts import all_late_accounts, late_accounts


def test_an_account_is_late_while_it_is_said_to_be():
    assert "5.48.65" in late_accounts(date(2024, 6, 1))
    # Senior pension began in 2020.
    assert "5.48.65" not in late_accounts(date(2019, 12, 31))
    assert late_accounts(date(2000, 1, 1)) == ()


def test_every_account_has_a_number_of_the_chart_a_title_and_days_in_order():
    for each in all_late_accounts():
        assert [part.isdigit() for part in each.account.split(".")] == [True] * 3
        assert each.title
        assert each.first <= each.last
