"""The deadline as municipalities count: the table of kommunestyrelsesloven § 8, and the words."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.meetings.sending.deadlines import deadline_meter, is_in_time

from .conftest import at

pytestmark = pytest.mark.django_db

#: Meeting → last day: no Saturday inclusive, no Saturday clear, Saturday inclusive, Saturday clear.
TABLE = [
    (date(2025, 5, 12), (date(2025, 5, 6), date(2025, 5, 5), date(2025, 5, 7), date(2025, 5, 6))),
    (
        date(2025, 3, 5),
        (date(2025, 2, 27), date(2025, 2, 26), date(2025, 2, 28), date(2025, 2, 27)),
    ),
    (date(2024, 8, 13), (date(2024, 8, 7), date(2024, 8, 6), date(2024, 8, 8), date(2024, 8, 7))),
    (
        date(2025, 4, 22),
        (date(2025, 4, 11), date(2025, 4, 10), date(2025, 4, 14), date(2025, 4, 12)),
    ),
    (
        date(2026, 5, 19),
        (date(2026, 5, 12), date(2026, 5, 11), date(2026, 5, 13), date(2026, 5, 12)),
    ),
]
WAYS = [(False, "inclusive"), (False, "clear"), (True, "inclusive"), (True, "clear")]


@pytest.mark.parametrize(("held", "days"), TABLE)
@pytest.mark.parametrize("way", range(4))
def test_the_last_day(plan, world, held, days, way):
    saturday, counting = WAYS[way]
    MunicipalitySettings.objects.update(saturday_is_weekday=saturday, counting=counting)
    planned = fresh_plan(plan(held))
    assert deadline_meter(planned).deadline == days[way]
    assert is_in_time(planned, at(days[way], 23))
    late = timezone.make_aware(datetime(days[way].year, days[way].month, days[way].day, 23, 59))
    assert is_in_time(planned, late)
    assert not is_in_time(planned, late + timedelta(minutes=1))


def fresh_plan(planned):
    """Without what was read of the municipality before."""
    return type(planned).objects.select_related("body__municipality").get(pk=planned.pk)


@pytest.mark.parametrize(
    ("day", "level", "words"),
    [
        (date(2026, 3, 5), "green", "3 hverdage til fristen"),
        (date(2026, 3, 6), "green", "2 hverdage til fristen"),
        (date(2026, 3, 7), "green", "2 hverdage til fristen"),
        (date(2026, 3, 9), "yellow", "1 hverdag til fristen"),
        (date(2026, 3, 10), "yellow", "Fristen er i dag"),
        (date(2026, 3, 11), "red", "Fristen var tirsdag den 10. marts"),
    ],
)
def test_the_meter_says_it_in_words(plan, day, level, words):
    with translation.override("da"):
        meter = deadline_meter(plan(), at(day))
    assert meter.level == level
    assert meter.words.startswith(words)
    assert meter.is_kept is (level != "red")


def test_the_body_may_count_otherwise_than_the_municipality(plan, world):
    body = world.bodies["Havneudvalget"]
    body.weekdays_before, body.saturday_is_weekday, body.counting = 2, True, "inclusive"
    body.save()
    assert deadline_meter(fresh_plan(plan())).deadline == date(2026, 3, 14)
