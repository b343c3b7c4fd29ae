"""What a committee asked for is done, comes back with its decision, and is evaluated in parts; what
a case's text promises is followed up; a list of activities is approved before it is paid.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .meetings_prepared import Town, prepared_town
from .steps import expect_said, follow, link_named, press, today, written
from .test_every_page import violations

expect.set_options(timeout=20_000)
SECRETARY, OFFICER, MEMBER = "Ulla Fenger", "Signe Krogh", "Anja Lind"
DECIDED = "Godkendt. Udvalget ønsker en status på skurene og en evaluering om to år."
PROMISE = "Antallet af både opgøres om et år."
PREPARE = """
from sagsgang.web.meetings.deciding.services import decision_record
from sagsgang.web.meetings.deciding.services.records import Ask
from sagsgang.web.meetings.holding.services import meeting_close
promise, decided = arguments
council = Council()
committee = council.body("Havneudvalget", "Ejner Sø", "Hanne Blæs")
meeting = council.meeting(committee)
case = council.case("Nye bådskure", "at skurene bygges.", body=committee)
section = case.sections.order_by("order").first()
section.html = f"<p>{promise} Brugen forelægges igen om tre måneder.</p>"
section.save()
stop, = council.way(case, (committee.name, "settles"))
item = council.put_on(meeting, stop)
council.opened(council.sent(meeting))
later = council.planned(committee, 28)
day = timezone.localdate(later.starts_at)
decision_record(
    actor=council.secretary, item=Item.objects.get(pk=item.pk), outcome="approved", text=decided,
    asked_for=[Ask("Status på bådskurene", until=day),
               Ask("Bådskurene evalueres", until=day + timedelta(days=730))])
for other in Item.objects.filter(meeting=meeting).exclude(pk=item.pk):
    decision_record(actor=council.secretary, item=other, text="Godkendt.", outcome="approved")
meeting_close(actor=council.secretary, meeting=council.fresh(meeting))
coming = agendas.meeting_prepare(actor=council.secretary, plan=later)
told["case"], told["coming"] = case.pk, council.path(coming)
told["item"] = meeting_address(council.fresh(meeting), "item", Item.objects.get(pk=item.pk).number)
"""
#: The coming meeting is held: what was put on it is decided.
HOLD = """
from sagsgang.web.meetings.deciding.services import decision_record
from sagsgang.web.meetings.holding.services import meeting_close
council = Council.__new__(Council)
from sagsgang.web.accounts.models import User
council.secretary = User.objects.get(name="Ulla Fenger")
meeting = Meeting.objects.get(state="building")
early = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
PlannedMeeting.objects.filter(pk=meeting.plan_id).update(starts_at=early)
council.opened(council.sent(meeting))
for item in Item.objects.filter(meeting=meeting):
    decision_record(actor=council.secretary, item=item, text="Godkendt.", outcome="approved")
meeting_close(actor=council.secretary, meeting=council.fresh(meeting))
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("follow")
    with prepared_town(empty_folder, folder, PREPARE, PROMISE, DECIDED) as made:
        yield made


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town)


def field(box: Page | Locator, name: str) -> Locator:
    """The field of exactly that name, also where it may be left empty."""
    return box.get_by_label(re.compile(rf"^{re.escape(name)}( \(|$)"))


def unfold(page: Page, words: str) -> None:
    """Open what is folded under these words."""
    page.locator("summary", has_text=words).click()


def test_its_officer_finds_it_begins_and_tells_what_it_led_to(page, town, axe):
    town.open(page, OFFICER, "/arbejde/")
    follow(page, "Følg op: Status på bådskurene")
    expect(page.locator("main")).to_contain_text(DECIDED)
    press(page, "Begynd")
    expect_said(page, "Opfølgningen er i gang.")
    unfold(page, "Meld tilbage")
    field(page, "Hvad det førte til").fill("Ni skure er bygget.")
    press(page, "Send tilbagemeldingen")
    expect_said(page, "Sekretæren har fået tilbagemeldingen.")
    unfold(page, "Tilføj dokumentation")
    field(page, "Hvad det viser").fill("Billede af skurene")
    field(page, "Eller en adresse").fill("https://ny.example/skure.jpg")
    press(page, "Tilføj dokumentationen")
    expect(page.get_by_role("link", name="https://ny.example/skure.jpg")).to_be_visible()
    assert violations(page, axe) == []


def test_the_secretary_puts_it_on_the_agenda_with_the_decision(page, town, axe):
    town.open(page, SECRETARY, "/beskeder/")
    told = re.compile("har meldt tilbage på »Status på bådskurene«")
    page.locator("main").get_by_role("link", name=told).click()
    follow(page, "Sæt på dagsordenen som tilbagemelding")
    assert violations(page, axe) == []
    press(page, "Sæt på dagsordenen")
    expect_said(page, "Tilbagemeldingen er på dagsordenen")
    page.get_by_role("link", name="Tilbagemelding: Status på bådskurene").click()
    expect(page.locator("main")).to_contain_text("Det besluttede Havneudvalget")
    expect(page.locator("main")).to_contain_text("Ni skure er bygget.")


def test_an_evaluation_in_two_years_has_its_named_parts(page, town, axe):
    town.open(page, SECRETARY, "/opfoelgning/?slags=evaluation")
    follow(page, "Bådskurene evalueres")
    for words in ("Hvor mange der bruger dem", "Hvad brugerne siger", "Hvad de har kostet"):
        follow(page, "Tilføj en del")
        field(page, "Hvad der skal ske").fill(words)
        field(page, "Eller senest den").fill((today() + timedelta(days=700)).isoformat())
        press(page, "Tilføj en del")
        expect_said(page, "Delen er tilføjet.")
    expect(page.locator(".follow-parts > li")).to_have_count(3)
    assert violations(page, axe) == []
    follow(page, "Hvad de har kostet")
    unfold(page, "Opgiv den")
    field(page, "Begrundelse").fill("Det står i regnskabet")
    press(page, "Opgiv opfølgningen")
    expect(page.locator("main")).to_contain_text("Det står i regnskabet")
    press(page, "Tag frem igen")
    expect_said(page, "Opfølgningen er taget op igen.")


def test_a_promise_in_the_text_is_followed_up_and_another_set_aside(page, town, axe):
    town.open(page, OFFICER, f"/sager/{town.told['case']}/")
    promises = page.locator(".follow-promises > li")
    expect(promises).to_have_count(2)
    assert violations(page, axe) == []
    promises.filter(has_text=PROMISE).get_by_role("link", name=re.compile("^Følg op")).click()
    expect(field(page, "Ansvarlig")).to_have_value(re.compile(r"\d+"))
    expect(field(page, "Eller senest den")).to_have_value(re.compile(r"\d{4}-\d\d-\d\d"))
    assert violations(page, axe) == []
    press(page, "Sæt på listen over opfølgning")
    expect_said(page, "Løftet er på listen over opfølgning.")
    follow(page, "Sæt til side: Brugen forelægges igen om tre måneder.")
    field(page, "Begrundelse").fill("Det sker i evalueringen")
    press(page, "Sæt til side")
    expect_said(page, "Løftet er sat til side.")
    expect(promises).to_have_count(0)
    expect(page.get_by_text("1 løfte er sat til side")).to_be_visible()


def test_a_list_of_activities_is_put_before_the_committee(page, town, axe):
    town.open(page, SECRETARY, "/opfoelgning/moedeliste/")
    follow(page, "Ny mødeliste")
    field(page, "Udvalg").select_option(label="Havneudvalget")
    last = today()
    field(page, "Første dag").fill((last - timedelta(days=60)).isoformat())
    field(page, "Sidste dag").fill(last.isoformat())
    field(page, "Udbetales").fill((last + timedelta(days=90)).isoformat())
    press(page, "Begynd listen")
    field(page, "Dag").fill((last - timedelta(days=3)).isoformat())
    field(page, "Aktivitet").fill("Besigtigelse af skurene")
    field(page, "Timer til hver").fill("2,5")
    page.get_by_label("Ejner Sø").check()
    press(page, "Sæt på listen")
    row = page.get_by_role("row", name=re.compile("Besigtigelse af skurene"))
    expect(row).to_contain_text("nej")
    expect(row).to_contain_text("Ingen beslutning i referatet beder om det.")
    assert violations(page, axe) == []
    follow(page, "Lad udvalget godkende listen")
    press(page, "Sæt på dagsordenen")
    expect_said(page, "Mødelisten er på dagsordenen, som den er nu.")


def test_when_the_meeting_is_over_it_is_done_and_may_be_paid(page, town, axe):
    town.run(HOLD)
    town.open(page, SECRETARY, "/opfoelgning/?vis=afsluttede")
    follow(page, "Status på bådskurene")
    expect(page.locator(".chips")).to_contain_text("Færdig")
    expect(page.locator("main")).to_contain_text("Meldt tilbage i")
    assert violations(page, axe) == []
    page.get_by_role("link", name=re.compile("^Se beslutningen")).click()
    expect(page.locator("main")).to_contain_text(DECIDED)
    assert page.url.endswith(town.told["item"])
    asked = page.get_by_role("region", name=re.compile("^Det, beslutningen bad om"))
    expect(asked).to_contain_text("Ni skure er bygget.")
    expect(asked).to_contain_text("0 af 3 dele færdige")
    page.goto(f"{town}/opfoelgning/moedeliste/")
    page.locator("main").get_by_role("link", name=re.compile("^Havneudvalget")).click()
    expect(page.get_by_role("row", name=re.compile("Besigtigelse"))).to_contain_text("ja")
    assert violations(page, axe) == []


def test_a_member_reads_it_without_javascript(open_page, town):
    page = open_page(town, java_script_enabled=False, viewport={"width": 320, "height": 800})
    town.open(page, MEMBER, "/opfoelgning/")
    field(page, "Ord").fill("BÅDSKURENE")
    field(page, "Slags").select_option(label="Evaluering")
    page.get_by_role("search").get_by_role("button", name="Vis", exact=True).click()
    row = page.get_by_role("row", name=re.compile("Bådskurene evalueres"))
    expect(row.first).to_be_visible()
    with page.expect_download() as fetched:
        link_named(page, "Hent rækkerne som fil (CSV)").click()
    assert "Bådskurene evalueres" in fetched.value.path().read_text(encoding="utf-8-sig")
    assert written(today() + timedelta(days=758)) in page.content()
