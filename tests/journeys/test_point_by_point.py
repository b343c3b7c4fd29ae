"""Two cases are decided point by point in a committee and again in the finance committee; somebody
is away for all of it, five items are noted at once, and a late item says why it comes.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from . import steps
from .meetings_prepared import Town, prepared_town
from .test_every_page import violations

expect.set_options(timeout=20_000)
SECRETARY, AWAY = "Ulla Fenger", "Ejner Sø"
HERE, FINANCE, COUNCIL = "Arbejdsmarkedsudvalget", "Økonomiudvalget", "Byrådet"
JOBS, MOVED, LATE = "KLAPjob i kommunen", "Flytning af midler til nytteindsats", "Nyt jobcenter"
JOBS_POINTS = [
    "at kommunen går ind i KLAPjob i to år.",
    "at der afsættes 210.000 kr. om året til en koordinator.",
    "at ordningen evalueres tre gange undervejs.",
]
MOVED_POINTS = [
    "at 594.739 kr. om året flyttes fra service til overførsler.",
    "at 297.370 kr. flyttes i det første halve år.",
    "at flytningen gælder fra den 1. juli.",
]
REASON = "Lejemålet udløber før næste møde."
PREPARE = f"""
from sagsgang.web.bodies.models import BodyKind, Membership
from sagsgang.web.cases.models import Section
from sagsgang.web.meetings.deciding.services import decision_record, decisions_record_many
from sagsgang.web.meetings.holding.services import meeting_close
from sagsgang.web.routes.hearings.services import answer_record, hearing_start
from sagsgang.web.routes.models import Hearing
council = Council()
world, secretary = council.world, council.secretary
here = council.body("{HERE}", "{AWAY}", "Hanne Blæs", "Åse Holm", "Karl Toft", "Mia Krog")
world.seat(world.people["chair"], here, Membership.Post.CHAIR)
world.seat(world.people["member"], here, Membership.Post.VICE_CHAIR)
finance = council.body("{FINANCE}", "Hanne Blæs", "Gert Munk", "Ida Vold")
heard = world.body("Handicaprådet", BodyKind.ADVISORY_COUNCIL)
world.seat(world.user("heard", "Else Bay"), council.body("Handicaprådet"), "chair")
onward = (("{FINANCE}", "recommendation"), ("{COUNCIL}", "settles"))

jobs = council.case("{JOBS}", *{JOBS_POINTS}, body=here)
before = council.meeting(here)
stop, *_ = council.way(jobs, ("{HERE}", "recommendation"), *onward)
item = council.put_on(before, stop)
before = council.opened(council.sent(before))
decision_record(actor=secretary, item=item, next_body=heard, outcome="referred",
                text="Sendes i høring i Handicaprådet. Sagen genoptages efter høring.")
others = before.items.filter(parent=None, stop=None).exclude(recurring="signature_sheet")
decisions_record_many(actor=secretary, items=list(others), text="", is_nothing_recorded=True)
meeting_close(actor=secretary, meeting=before)

meeting = council.meeting(here, days=1)
for title in ("Regnskab", "Budgetopfølgning", "Resultatmål", "Ankestatistik", "Virksomheder"):
    case = council.case(title, "at orienteringen tages til efterretning.", body=here,
                        kind="briefing")
    council.put_on(meeting, *council.way(case, ("{HERE}", "settles")))
moved = council.case("{MOVED}", *{MOVED_POINTS}, body=here)
stop, *_ = council.way(moved, ("{HERE}", "recommendation"), *onward)
council.put_on(meeting, stop)
hearing_start(actor=council.officer, case=jobs, bodies=[heard], question="Hvad mener I?",
              sections=set(Section.objects.filter(case=jobs).values_list("pk", flat=True)),
              deadline=timezone.localdate() + timedelta(days=21))
answer_record(actor=council.officer, hearing=Hearing.objects.select_related("stop__case").get(),
              answered_on=timezone.localdate(), answered_by="Else Bay", received_how="Mail",
              html="<p>Rådet bakker op.</p>")
council.sent(meeting)
# It was the next one, whatever the hour; now it is today, and can be opened.
meeting.plan.starts_at = timezone.now()
meeting.plan.save()
later = council.meeting(here, days=2)
council.sent(later)
office = council.case("{LATE}", "at lejemålet forlænges.", body=here)
council.way(office, ("{HERE}", "settles"))
told |= dict(jobs=jobs.pk, moved=moved.pk)
told["paths"] = [council.path(each) for each in (meeting, council.meeting(finance), later)]
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, empty_folder: Path, chromium_path: str
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("points")
    with prepared_town(empty_folder, folder, PREPARE) as made:
        yield made


@pytest.fixture
def page(town: Town, open_page) -> Page:
    return town.sign_in(open_page(town), SECRETARY)


def show(page: Page, title: str) -> Locator:
    """The item is chosen in the list of the meeting screen; what is written on it."""
    page.locator(".hold-list a", has_text=title).click()
    expect(page.locator("#hold-item-title")).to_have_text(title)
    return page.locator("[data-item-part]")


def points_of(page: Page) -> list[str]:
    """The recommendation on the meeting screen: the number and the words of each point."""
    read = "points => points.map(each => `${each.value} ${each.innerText}`)"
    return page.locator(".hold-points li").evaluate_all(read)


def save(page: Page) -> None:
    """The decision is saved, and the list of items knows it."""
    page.get_by_role("button", name="Gem beslutningen").last.click()
    expect(page.locator(".hold-row.is-shown .hold-state")).to_contain_text("Afgjort")


def decide_point(page: Page, number: int, outcome: str) -> None:
    page.get_by_label(f"Punkt {number}: udfald").select_option(label=outcome)


def close(page: Page) -> None:
    """What is left has nothing to record, and the meeting ends."""
    many = many_at_once(page)
    for box in many.get_by_role("checkbox").all():
        box.check()
    many.get_by_label("Beslutning").select_option(label="Intet til referat.")
    steps.press(page, "Beslut de valgte punkter")
    steps.close_meeting(page)


def many_at_once(page: Page) -> Locator:
    page.locator("summary", has_text="Mange punkter på én gang").click()
    return page.locator("details", has=page.get_by_role("button", name="Beslut de valgte punkter"))


def test_items_3_to_7_are_noted_at_once_while_somebody_is_away(page, town, axe):
    page.goto(f"{town}{town.told['paths'][0]}afvikl/")
    page.get_by_label(AWAY).uncheck()
    steps.press(page, "Åbn mødet")
    expect(page.locator(".hold-quorum")).to_contain_text("6 af 7 medlemmer")
    away = page.locator(".hold-place", has_text=AWAY)
    expect(away.locator(".hold-where")).to_have_text("Ikke kommet")
    away.locator("summary").click()
    away.get_by_role("button", name="Har meldt afbud").click()
    expect(away.locator(".hold-where:not(.is-pending)")).to_have_text("Har meldt afbud")
    many = many_at_once(page)
    for number in range(3, 8):
        many.get_by_label(f"{number} ").check()
    many.get_by_label("Beslutning").select_option(label="Taget til efterretning.")
    assert violations(page, axe) == []
    steps.press(page, "Beslut de valgte punkter")
    steps.expect_said(page, "5 punkter er besluttet.")
    states = page.locator(".hold-row:not(.is-part) .hold-state").all_inner_texts()
    assert [text.split(" ")[0] for text in states[2:7]] == ["Afgjort"] * 5


def test_one_point_is_approved_and_two_are_sent_on_when_the_hearing_is_over(page, town, axe):
    page.goto(f"{town}{town.told['paths'][0]}afvikl/")
    show(page, JOBS)
    assert points_of(page) == [f"{n} {text}" for n, text in enumerate(JOBS_POINTS, start=1)]
    decide_point(page, 1, "Godkendt")
    decide_point(page, 2, "Anbefalet")
    decide_point(page, 3, "Anbefalet")
    save(page)
    expect(page.get_by_label("Beslutningen, ord for ord")).to_have_value(
        "Ad 1: Godkendt.\nAd 2-3: Indstilles til godkendelse."
    )
    show(page, MOVED)
    page.get_by_label("Beslutningen, ord for ord").fill("Ad 1-3 indstilles til Økonomiudvalget.")
    save(page)
    assert violations(page, axe) == []


def test_the_record_says_who_was_away_and_the_ways_say_what_was_decided(page, town, axe):
    page.goto(f"{town}{town.told['paths'][0]}afvikl/")
    close(page)
    roster = page.get_by_role("region", name="Deltog")
    took_part, away = roster.locator("ul").all_inner_texts()
    assert AWAY not in took_part
    assert len(took_part.splitlines()) == 6
    assert away == f"{AWAY} · havde meldt afbud"
    assert violations(page, axe) == []
    page.goto(f"{town}{town.told['paths'][0]}")
    expect(page.get_by_role("region", name="Deltog")).to_contain_text(away)
    expect(page.get_by_text("Hvem kommer")).to_have_count(0)
    assert violations(page, axe) == []

    page.goto(f"{town}/sager/{town.told['jobs']}/vej/")
    card = page.locator(".way-card.is-past", has_text=HERE).last
    assert card.locator(".way-points li").all_inner_texts() == [
        "Punkt 1 Godkendt.",
        "Punkt 2-3 Indstilles til godkendelse.",
    ]
    expect(card).to_contain_text("Delt beslutning")
    expect(card).to_contain_text(f"Fraværende: {AWAY}")
    expect(steps.treatment(page, FINANCE)).to_contain_text(f"Sendt videre af {HERE}")
    assert violations(page, axe) == []
    page.goto(f"{town}/sager/{town.told['moved']}/vej/")
    card = page.locator(".way-card.is-past", has_text=HERE)
    expect(card.locator(".way-points li")).to_contain_text(["Punkt 1-3"])
    expect(card).to_contain_text("Anbefalet")
    expect(steps.treatment(page, FINANCE)).to_contain_text(f"Sendt videre af {HERE}")


def test_the_finance_committee_is_asked_the_points_that_were_sent_on(page, town, axe):
    path = f"{town}{town.told['paths'][1]}"
    page.goto(f"{path}byg/")
    for title in (MOVED, JOBS):
        row = page.locator(".agenda-waiting li", has_text=title)
        row.get_by_role("button", name="Sæt på").click()
        expect(page.locator(".agenda-list > li", has_text=title)).to_be_visible()
    page.goto(f"{path}tjek/")
    page.get_by_label("Hvorfor er fristen ikke overholdt?").fill("Udvalgene mødes samme dag.")
    steps.press(page, "Send dagsordenen")
    steps.follow(page, JOBS)
    before = page.locator(".way-earlier > li").last
    expect(before).to_contain_text("Ad 1: Godkendt.")
    expect(before).to_contain_text(f"Fraværende: {AWAY}")
    page.goto(f"{path}afvikl/")
    steps.press(page, "Åbn mødet")
    show(page, JOBS)
    assert points_of(page) == [f"2 {JOBS_POINTS[1]}", f"3 {JOBS_POINTS[2]}"]
    note = page.locator(".decide .note")
    expect(note).to_contain_text(f"Punkt 1 er afgjort af {HERE} den ")
    expect(note).to_contain_text("forelægges ikke her: Godkendt.")
    expect(page.get_by_label("Punkt 1: udfald")).to_have_count(0)
    assert violations(page, axe) == []
    decide_point(page, 2, "Anbefalet")
    decide_point(page, 3, "Anbefalet")
    save(page)
    show(page, MOVED)
    assert points_of(page) == [f"{n} {text}" for n, text in enumerate(MOVED_POINTS, start=1)]
    steps.press(page, "Indstilles til godkendelse.")
    expect(page.locator(".hold-row.is-shown .hold-state")).to_contain_text("Afgjort")
    close(page)
    for case in ("jobs", "moved"):
        page.goto(f"{town}/sager/{town.told[case]}/vej/")
        card = steps.treatment(page, COUNCIL)
        expect(card).to_contain_text("Beslutning · afgør sagen")
        expect(card).to_contain_text(f"Sendt videre af {FINANCE}")


def test_a_late_item_says_why_and_makes_a_supplementary_agenda(page, town, open_page, axe):
    path = f"{town}{town.told['paths'][2]}"
    page.goto(f"{path}byg/")
    row = page.locator(".agenda-waiting li", has_text=LATE)
    row.get_by_role("button", name="Sæt på").click()
    why = row.get_by_label("Hvorfor det ikke kan vente")
    assert why.evaluate("field => field.validity.valueMissing")
    assert violations(page, axe) == []
    why.fill(REASON)
    row.get_by_role("button", name="Sæt på").click()
    expect(page.locator(".agenda-list > li", has_text=LATE)).to_contain_text(
        f"Sat på efter udsendelsen: {REASON}"
    )
    member = town.open(open_page(town), AWAY, f"{town.told['paths'][2]}dagsorden/")
    expect(member.get_by_text(LATE)).to_have_count(0)

    page.goto(f"{path}tjek/")
    new = page.get_by_role("region", name="Nyt siden version 1")
    said = f"Fristen er ikke overholdt, og sagen kan ikke vente: {REASON}"
    expect(new).to_contain_text(f"{LATE} Ny")
    expect(new).to_contain_text(said)
    assert violations(page, axe) == []
    steps.press(page, "Send ændringerne")
    steps.expect_said(page, "Dagsordenen er sendt som version 2.")

    page.goto(f"{path}versioner/")
    second = page.locator(".version", has=page.get_by_role("link", name="Version 2"))
    expect(second).to_contain_text("Tillægsdagsorden")
    expect(second).to_contain_text(said)
    assert violations(page, axe) == []
    steps.follow(page, "Version 1")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text(LATE)).to_have_count(0)
    member.reload()
    expect(member.locator(".agenda-item", has_text=LATE)).to_contain_text(said)
    member.goto(f"{town}/beskeder/")
    expect(member.get_by_text("Der er sendt en tillægsdagsorden").first).to_be_visible()
