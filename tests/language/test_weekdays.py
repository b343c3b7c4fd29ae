"""Weekdays by name and number."""

import datetime

import pytest

from sagsgang.language.weekdays import WEEKDAYS, parse_weekday, weekday_name


def test_names_and_numbers_are_inverse() -> None:
    for number, name in enumerate(WEEKDAYS):
        assert parse_weekday(name) == parse_weekday(f"{name.title()}en.") == number
        assert parse_weekday(name[:3] + ".") == number
        assert weekday_name(number) == name


def test_the_weekday_of_a_date() -> None:
    assert weekday_name(datetime.date(2025, 5, 12)) == "mandag"


@pytest.mark.parametrize("text", ["", "dag", "mandat", "hverdag", "mandag d. 12"])
def test_other_words(text: str) -> None:
    assert parse_weekday(text) is None
