"""A municipality's page tells how complete the archive is, and what may be missing."""

import re
from datetime import datetime

import pytest

pytestmark = pytest.mark.django_db


def html(client) -> str:
    answer = client.get("/ny/")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<(?!/?t[dhr])[^>]+>", "", answer.content.decode()))


@pytest.fixture
def held(put, item, minutes):
    """Imports a meeting of a day, with items of these numbers."""

    def held(month: int, *numbers: int, year: int = 2024, **more):
        items = [item(str(number), f"Sag {number}") for number in numbers or (1,)]
        day = datetime(year, month, 5, 16)
        put(minutes(*items, starts_at=day, **more), data=repr((day, more)).encode())

    return held


def test_meetings_are_counted_by_body_and_year(client, held):
    for month in (1, 2):
        held(month)
    held(3, year=2026)
    held(5, body="Byrådet")
    page = html(client)
    assert re.search(r"<th[^>]*>Byrådet</th><td[^>]*>1</td><td[^>]*>–</td><td[^>]*>1</td>", page)
    assert re.search(r"<th[^>]*>Havneudvalget</th><td[^>]*>2</td><td[^>]*>1</td>", page)
    assert "Intet i dokumenterne peger på" in page


def test_a_leap_in_numbers_that_run_on_is_told(client, held):
    held(1, 5, 6)
    held(2, 7, 8)
    held(3, 12, 13)
    page = html(client)
    assert "Havneudvalget: punkt 9–11 er ikke i arkivet (5. februar 2024 – 5. marts 2024)" in page
    assert page.count("er ikke i arkivet (") == 1


def test_numbers_that_begin_anew_tell_of_nothing(client, held):
    for month in (1, 2, 3):
        held(month, 1, 2, 3)
    assert "er ikke i arkivet (" not in html(client)


def test_a_month_is_missed_only_where_meetings_are_monthly_and_never_july(client, held):
    for month in (1, 2, 3, 5, 6, 8):
        held(month)
    page = html(client)
    assert "ingen møder i april 2024 (5. marts 2024 – 5. maj 2024)" in page
    assert "juli" not in page
    for month in (1, 4, 8, 12):
        held(month, body="Byrådet")
    assert "Byrådet: ingen møder" not in html(client)


def test_an_agenda_without_minutes_is_told(client, held):
    held(1, kind="agenda")
    held(2, kind="agenda", year=2090)
    page = html(client)
    assert "dagsorden uden referat, 5. januar 2024" in page
    assert "2090." not in page
