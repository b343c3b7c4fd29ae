"""How long the page Ledelsesinformation takes: first after a load, then warm, beside a bare page.

    PYTHONPATH=src python benchmarks/information.py [times]

Claim: from warm data the page takes 200 ms of server time at the median. The store holds ten years
of appeals by law, paragraph and subject, and six years of a ledger by committee, policy area and
account; the pages are those of every indicator there is a figure of. The bare page is a Django view
that answers with a word, through the same middleware, in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.store import Store, stage

LAWS, PARAGRAPHS, SUBJECTS = 5, 12, 6
COMMITTEES, AREAS, ACCOUNTS = 6, 5, 40
LEDGER = ("original_budget", "supplementary_appropriation", "spending", "forecast_outturn")


def appeals(area: str) -> Iterable[Observation]:
    """A number for each law, paragraph, subject and year."""
    for year in range(2016, 2026):
        for n in range(LAWS * PARAGRAPHS * SUBJECTS):
            group = group_of(
                {
                    "law": f"Lov {n % LAWS}",
                    "paragraph": f"§ {n // LAWS % PARAGRAPHS}",
                    "subject": f"Emne {n // LAWS // PARAGRAPHS}",
                }
            )
            for at, name in enumerate(("upheld", "changed", "remitted")):
                value = Decimal((n * 7 + at * 3 + year) % 9)
                yield Observation(
                    f"appeals.{name}", area, Period(year * 12, 12), value, Unit.COUNT, group
                )


def ledger(area: str) -> Iterable[Observation]:
    """An amount for each committee, policy area, account and month."""
    for month in range(2020 * 12, 2026 * 12):
        for n in range(COMMITTEES * AREAS * ACCOUNTS):
            group = group_of(
                {
                    "committee": f"Udvalg {n % COMMITTEES}",
                    "policy_area": f"Område {n % COMMITTEES}.{n // COMMITTEES % AREAS}",
                    "account": f"5.{n // COMMITTEES // AREAS:02}",
                }
            )
            for at, name in enumerate(LEDGER):
                value = Decimal(100_000 + (n * 31 + month * 7 + at * 11) % 9973)
                yield Observation(f"ledger.{name}", area, Period(month, 1), value, Unit.KR, group)


def filled(folder: Path, area: str) -> None:
    """The store of the website."""
    store = Store(folder)
    for number, told in enumerate((appeals(area), ledger(area)), start=1):
        with stage() as staged:
            staged.add((each, "") for each in told)
            at = datetime(2026, 1, number, tzinfo=UTC)
            origin = Origin("opdigtet", f"tal-{number}.csv", f"{number:064}", at)
            store.add(staged, origin, at=at, is_confirmed=True)


def median(ask: Callable[[], Any], times: int) -> float:
    """Milliseconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


def run(folder: str, times: int) -> None:
    """Make the municipality and ask for its pages."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings", "SAGSGANG_DATA": folder}
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    from django.http import HttpResponse
    from django.test import Client
    from django.urls import path

    from sagsgang.web.accounts.models import User
    from sagsgang.web.bodies.models import Assignment, Municipality, MunicipalitySettings, Role
    from sagsgang.web.conf import urls
    from sagsgang.web.figures.information.asked import asked_from

    urls.urlpatterns.insert(0, path("bart/", lambda request: HttpResponse("ja")))
    home = Municipality.objects.create(name="Ny Kommune", slug="ny", sort_key=b"ny")
    MunicipalitySettings.objects.create(municipality=home)
    user = User.objects.create_user(email="anja@ny.example", name="Anja")
    Assignment.objects.create(municipality=home, user=user, role=Role.ANALYST)
    filled(Path(folder) / "figures", "ny")
    client = Client()
    client.force_login(user)
    client.get("/bart/")
    print(f"{'':34}{'first':>9}{'warm':>9}  ms")
    print(f"{'bare page':34}{'':9}{median(lambda: client.get('/bart/'), times):9.1f}")
    began = time.perf_counter()
    client.get("/ledelsesinformation/")
    print(f"{'the first page after a load':34}{(time.perf_counter() - began) * 1000:9.1f}")
    for card in asked_from({}, home).cards:
        address = f"/ledelsesinformation/?noegletal={card.indicator.id}"
        first = median(lambda address=address: client.get(address), 1)
        warm = median(lambda address=address: client.get(address), times)
        print(f"{card.indicator.id:34}{first:9.1f}{warm:9.1f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        run(data, int(sys.argv[1]) if len(sys.argv) > 1 else 20)
