"""How dates, hours and shares are written in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from sagsgang.web.design.templatetags.design import clock, day_date, iso_date, long_date, percent

SUMMER = datetime(2025, 5, 12, 14, 30, tzinfo=UTC)
WINTER = datetime(2025, 1, 31, 23, 30, tzinfo=UTC)


def test_in_danish():
    with translation.override("da"):
        assert long_date(date(2025, 5, 12)) == "mandag den 12. maj 2025"
        assert day_date(date(2025, 5, 12)) == "12. maj 2025"
        assert clock(SUMMER) == "kl. 16.30"


def test_in_english():
    with translation.override("en"):
        assert long_date(date(2025, 5, 12)) == "Monday, 12 May 2025"
        assert clock(SUMMER) == "at 16:30"


def test_the_day_is_the_day_in_denmark():
    assert iso_date(WINTER) == "2025-02-01"
    assert long_date(None) == day_date(None) == clock(None) == iso_date(None) == ""


@pytest.mark.parametrize(
    ("share", "words"), [(1.0, "100 %"), (0.999, "99 %"), (0.29, "29 %"), (0, "0 %")]
)
def test_a_share_is_never_rounded_up_to_certainty(share, words):
    assert percent(share) == words
