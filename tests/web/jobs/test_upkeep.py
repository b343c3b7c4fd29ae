"""The daily look at the database changes nothing and may be run at any time."""

import pytest

from sagsgang.web.cases.models import Case
from sagsgang.web.jobs.upkeep import upkeep_run


@pytest.mark.django_db
def test_it_leaves_what_is_stored(world):
    world.case("Kajen males")
    upkeep_run(day="2026-03-02")
    upkeep_run(day="2026-03-02")
    assert [case.title for case in Case.objects.all()] == ["Kajen males"]
