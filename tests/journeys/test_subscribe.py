"""A citizen reads, searches and follows as her page of the manual says, without an account."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP
from .meetings_prepared import Town, prepared_town
from .states import looks_right
from .test_every_page import NARROW
from .test_the_manual import Reader

BODY = "arbejdsmarkedsudvalget"
READER = "laeser@borger.example"
PUBLISH = """
from sagsgang.web.accounts.models import User
from sagsgang.web.archive.published import publication_archive
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.publishing.models import PublishedItem
from sagsgang.web.publishing.services import publication_make, publication_withdraw
secretary = User.objects.get(name="Ulla Fensmark")
meeting = Meeting.objects.filter(plan__body__slug=arguments[0], state="sent").get()
# The example has published it; to those who follow from now on it is new again.
publication_withdraw(actor=secretary, meeting=meeting, kind="agenda", reason="Et navn er rettet")
made = publication_make(actor=secretary, meeting=meeting, kind="agenda")
publication_archive(publication=made.pk)
item = PublishedItem.objects.filter(publication=made, case__isnull=False).first()
told |= {"place": made.public.place, "number": item.number, "case": item.case_id}
told["title"] = item.title
"""
MAILS = """
from datetime import timedelta
from django.utils import timezone
from sagsgang.web.jobs.models import Mail
from sagsgang.web.jobs.services import jobs_run_due
later = timezone.now() + timedelta(minutes=int(arguments[0]))
while jobs_run_due(now=later):
    pass
rows = Mail.objects.filter(to=arguments[1]).order_by("at")
told["mails"] = list(rows.values_list("text", flat=True))
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, example_folder: Path
) -> Iterator[Town]:
    """The example, with the agenda of today's meeting published."""
    folder = tmp_path_factory.mktemp("followed")
    with prepared_town(example_folder, folder, PUBLISH, BODY) as made:
        yield made


def link(town: Town, what: str, minutes: int = 1) -> str:
    """The last such link that came by mail, on this website."""
    text = "\n".join(town.run(MAILS, str(minutes), READER)["mails"])
    return f"{town}{re.findall(rf'/abonner/{what}/[^ >]+/', text)[-1]}"


def seen(page: Page, axe: str) -> None:
    """For everyone, wide and narrow."""
    for viewport in (NARROW, DESKTOP):
        page.set_viewport_size(viewport)
        looks_right(page, axe)


def test_a_citizen_reads_searches_and_follows(town, open_page, axe):
    page = open_page(f"{town}/offentlig/")
    reader = Reader(page, "borger")
    reader.look()
    reader.look_at(f"/offentlig/{BODY}/")
    reader.look_at(f"/offentlig/{BODY}/{town.told['place']}/")
    reader.look_at(f"/offentlig/{BODY}/{town.told['place']}/punkt/{town.told['number']}/")
    reader.follow("Følg sagen gennem udvalgene")
    reader.follow("Få besked på mail")
    expect(page.get_by_role("main")).to_contain_text(town.told["title"])
    seen(page, axe)
    page.get_by_label("Din mailadresse").fill(READER)
    reader.press("Send mig et link")
    expect(page.get_by_role("heading", level=1)).to_have_text("Se i din mail")
    seen(page, axe)

    page.goto(link(town, "bekraeft"))
    seen(page, axe)
    reader.press("Ja, send mig mails")
    expect(page.get_by_role("status")).to_contain_text("Fra nu af")
    expect(page.get_by_role("listitem").filter(has_text=town.told["title"])).to_be_visible()
    seen(page, axe)

    page.goto(link(town, "stop", minutes=11))
    seen(page, axe)
    reader.press("Stop")
    expect(page.get_by_role("heading", level=1)).to_have_text("Du får ikke flere mails om det")
    seen(page, axe)

    reader.look_at("/soeg/?q=virksomheder")
    seen(page, axe)
    reader.follow("Få besked på mail om nye fund")
    expect(page.get_by_role("main")).to_contain_text("»virksomheder«")
    reader.look_at("/abonner/")
    seen(page, axe)
    page.goto(f"{town}/abonner/bekraeft/findes-ikke/")
    reader.look()
    seen(page, axe)
    reader.look_at("/offentlig/findes-ikke/2026-01-01/")
    # What a mail that does not come is called stands on no page.
    reader.met.add("Mailen med linket kommer ikke")
    reader.found_everything()


def test_it_works_without_javascript(town, open_page):
    page = open_page(f"{town}/abonner/?udvalg={BODY}", java_script_enabled=False)
    page.get_by_label("Din mailadresse").fill("anden@borger.example")
    page.get_by_role("button", name="Send mig et link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Se i din mail")
