"""Filling an empty archive and an empty workplace with the example, through the same doors as
everything else.
"""

from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.archive.results import ImportResult
from sagsgang.web.archive.selectors import archive_is_empty
from sagsgang.web.archive.services import archive_import_many
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.example.building.appropriations import rounds_build
from sagsgang.web.example.building.cases import cases_tell
from sagsgang.web.example.building.clock import at
from sagsgang.web.example.building.figures import figures_tell
from sagsgang.web.example.building.followups import follow_ups_tell
from sagsgang.web.example.building.meetings import meetings_tell
from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import town_build
from sagsgang.web.publishing.seal import seal_make

MINUTES = Path(__file__).parent / "minutes"
#: Its own documents do not all say where they are from.
MUNICIPALITY = "Nørreskov Kommune"
#: The municipality began to work here before its oldest case.
BEGUN_WEEKS_AGO = 64
_ENDINGS = (".txt", ".md", ".json", ".html")


def example_load() -> list[ImportResult]:
    """Import the example's documents when nothing was ever imported; otherwise do nothing."""
    if not archive_is_empty():
        return []
    files = (path for path in MINUTES.iterdir() if path.stem != "README")
    paths = sorted(path for path in files if path.suffix in _ENDINGS)
    return list(archive_import_many(paths=paths, municipality=MUNICIPALITY, is_example=True))


@transaction.atomic
def workplace_load() -> int:
    """Build the example municipality at work; returns how many cases it has.

    Nothing is done where somebody has an account or a municipality works already. All of it is
    there afterwards, or nothing.
    """
    if User.objects.exists() or MunicipalitySettings.objects.exists():
        return 0
    today = timezone.localdate()
    with at(today - timedelta(weeks=BEGUN_WEEKS_AGO)):
        town = town_build(today)
        rounds_build(town)
    line = Timeline()
    stories = cases_tell(town, line)
    figures_tell(town, line, stories)
    meetings_tell(town, line, stories)
    follow_ups_tell(town, line, stories)
    line.live()
    seal_make(MUNICIPALITY)
    return len(stories)
