"""A committee leaves an answer to chair and vice-chair by a day, has its plan reported three times,
and invites a board; the chair decides between two meetings and the next is told of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .meetings_prepared import Town, prepared_town
from .steps import close_meeting, press
from .test_every_page import violations

expect.set_options(timeout=20_000)
SECRETARY, CHAIR, VICE_CHAIR, MEMBER = "Ulla Fenger", "Bo Vang", "Anja Lind", "Ejner Sø"
BOARD = "Bestyrelsen for Havneskolen"
MAY = "Godkende kommunens svar på udvalgets vegne"
LEFT = "Drøftet. Formand og næstformand bemyndiges til at godkende svaret."
PREPARE = """
from sagsgang.web.bodies.models import Membership
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.routes.outgoing.services import outgoing_begin
council = Council()
people = council.world.people
committee = council.body("Beskæftigelsesudvalget", "Ejner Sø", "Hanne Blæs", "Åse Holm")
chair = council.world.seat(people["chair"], committee, Membership.Post.CHAIR)
council.world.seat(people["member"], committee, Membership.Post.VICE_CHAIR)
meeting = council.meeting(committee)
for title, kind, point in (
    ("Svar på høring om nye indsatser", "discussion", "at svaret drøftes."),
    ("Handleplan for ungdomsuddannelsen", "decision", "at handleplanen godkendes."),
):
    case = council.case(title, point, kind=kind, body=committee)
    stop, = council.way(case, (committee.name, "settles"))
    item = council.put_on(meeting, stop)
    told[kind] = {"case": case.pk, "item": item.pk}
    if kind == "discussion":
        outgoing_begin(actor=council.officer, case=case, recipient="Ministeriet", subject=title,
                       deadline=timezone.localdate() + timedelta(days=30),
                       approvers=[chair.person], html="<p>Kommunen er enig.</p>")
council.opened(council.sent(meeting))
told["path"] = council.path(meeting)
told["slug"] = committee.slug
plans = [council.planned(committee, days) for days in (35, 70, 105)]
days = [timezone.localdate(plan.starts_at) for plan in plans]
days.append(timezone.localdate() + timedelta(days=20))
told["days"] = [[day.isoformat(), danish_day(day)] for day in days]
"""
#: What happened, as those hear it who follow up; and the mail that a guest gets.
HAPPENED = """
from sagsgang.web.audit.events import *
from sagsgang.web.audit.models import Event
from sagsgang.web.jobs.models import Job
for code in ("follow_up_asked", "delegated", "answer_delegated"):
    found = Event.objects.filter(code=code).order_by("pk")
    told[code] = [[event.sentence, event.subject_key, event.details] for event in found]
told["mails"] = [job.arguments for job in Job.objects.filter(name="mail_deliver").order_by("pk")]
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    with prepared_town(empty_folder, tmp_path_factory.mktemp("left"), PREPARE) as made:
        yield made


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town)


def field(box: Page | Locator, name: str) -> Locator:
    """The field of exactly that name, also where it may be left empty."""
    return box.get_by_label(re.compile(rf"^{re.escape(name)}( \(|$)"))


def screen(town: Town, page: Page, which: str) -> Locator:
    """The secretary at an item of the meeting; where its decision is written."""
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/?punkt={town.told[which]['item']}")
    box = page.locator("[data-decide]")
    box.locator("summary", has_text="Opfølgning, invitation og bemyndigelse").click()
    return box


def save(page: Page) -> None:
    """The decision is saved, and the list of items knows it."""
    press(page, "Gem beslutningen")
    expect(page.get_by_role("button", name="Gem rettelsen")).to_be_visible()
    expect(page.locator(".hold-row.is-shown")).to_contain_text("Afgjort")


def test_an_answer_is_left_to_chair_and_vice_chair_until_a_day(page, town, axe):
    box = screen(town, page, "discussion")
    field(box, "Beslutningen, ord for ord").fill(LEFT)
    field(box, "Udfald").select_option(label="Delegeret")
    left = box.get_by_role("group", name="Bemyndigelse", exact=True)
    field(left, "Hvad de må beslutte").fill(MAY)
    field(left, "Senest").fill(town.told["days"][3][0])
    press(page, "Gem beslutningen")
    expect(box.get_by_text("Skriv, hvem der bemyndiges.").first).to_be_visible()
    assert violations(page, axe) == []
    for name in (CHAIR, VICE_CHAIR):
        left.get_by_label(name).check()
    save(page)


def test_a_plan_is_reported_at_three_meetings_and_its_board_is_invited(page, town, axe):
    box = screen(town, page, "decision")
    field(box, "Beslutningen, ord for ord").fill("Handleplanen godkendes.")
    days = town.told["days"]
    for number, (_day, words) in enumerate(days[:3], start=1):
        asked = box.get_by_role("group", name=f"Der bedes om, nr. {number}")
        field(asked, "Hvad der bedes om").fill(f"Status {number} på handleplanen")
        field(asked, "Hvem").fill("Uddannelseschefen")
        due = field(asked, "Til mødet").locator("option", has_text=words)
        field(asked, "Til mødet").select_option(value=due.get_attribute("value"))
    board = box.get_by_role("group", name="Der bedes om, nr. 4")
    field(board, "Hvad").select_option(label="Invitation")
    field(board, "Hvad der bedes om").fill("Fortælle om skolens første år")
    field(board, "Hvem").fill(BOARD)
    field(board, "Senest").fill(days[0][0])
    save(page)
    assert violations(page, axe) == []


def test_the_rest_is_decided_at_once_and_the_meeting_ends(page, town):
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/")
    page.locator("summary", has_text="Mange punkter på én gang").click()
    for title in ("Godkendelse af dagsorden", "Meddelelser"):
        page.get_by_role("checkbox", name=re.compile(title)).check()
    page.get_by_role("combobox", name="Beslutning", exact=True).select_option(label="Godkendt.")
    press(page, "Beslut de valgte punkter")
    close_meeting(page)


def test_who_may_do_what_until_when_is_read_on_the_way_at_the_item_and_by_themselves(
    page, town, axe
):
    town.open(page, "Signe Krogh", f"/sager/{town.told['discussion']['case']}/vej/")
    card = page.locator(".way-card").filter(has_text="Beskæftigelsesudvalget")
    expect(card).to_contain_text("Delegeret")
    expect(card).to_contain_text(LEFT)

    until = town.told["days"][3][1]
    town.open(page, MEMBER, f"{town.told['path']}punkt/2/")
    decided = page.get_by_role("region", name=re.compile("^Beslutning"))
    expect(decided).to_contain_text(f"Bemyndigelse: {MAY} – {VICE_CHAIR}, {CHAIR} (senest {until})")
    assert violations(page, axe) == []
    page.goto(f"{town}{town.told['path']}punkt/3/")
    for number, (_day, words) in enumerate(town.told["days"][:3], start=1):
        line = f"Status {number} på handleplanen – Uddannelseschefen (på mødet den {words})"
        expect(decided).to_contain_text(line)

    for name in (CHAIR, VICE_CHAIR):
        town.open(page, name, "/beskeder/")
        told = re.compile(f"Beskæftigelsesudvalget har bemyndiget dig .* Svar senest {until}")
        page.locator("main").get_by_role("link", name=told).click()
        expect(decided).to_contain_text(f"Bemyndigelse: {MAY}")

    # The officer has the answer in order: both approve it, and the day is the body's.
    town.open(page, "Signe Krogh", "/hoeringer/svar/1/")
    expect(page.locator("main")).to_contain_text("har overladt det til dem nedenfor")
    expect(page.locator("main")).to_contain_text(until.rsplit(" ", 1)[0])
    for each in (CHAIR, VICE_CHAIR):
        expect(page.get_by_role("region", name="Hvem godkender")).to_contain_text(each)

    happened = town.run(HAPPENED)
    case = f"case:{town.told['decision']['case']}"
    assert [key for _, key, _ in happened["follow_up_asked"]] == [case] * 4
    asked = [sentence for sentence, _, _ in happened["follow_up_asked"]]
    for sentence, (_day, words) in zip(asked, town.told["days"][:3], strict=False):
        assert f"bad om noget senest {words}" in sentence
    [[sentence, key, _details]] = happened["delegated"]
    assert f"bemyndigede {VICE_CHAIR} og {CHAIR} senest {until}" in sentence
    assert key == f"case:{town.told['discussion']['case']}"
    assert len(happened["answer_delegated"]) == 1


def begin_agenda(town: Town, page: Page, place: int) -> None:
    """The secretary begins the agenda of one of the coming meetings; the building of it is open."""
    town.open(page, SECRETARY, f"/moeder/?udvalg={town.told['slug']}")
    page.get_by_role("button", name=re.compile("^Begynd dagsordenen")).nth(place).click()
    expect(page.get_by_role("heading", name=re.compile("^Byg dagsordenen"))).to_be_visible()


def test_the_invited_board_is_on_that_meeting_and_gets_its_own_hour_by_mail(page, town, axe):
    begin_agenda(town, page, 0)
    expect(page.get_by_role("region", name="Til hele mødet")).to_contain_text(
        f"{BOARD}, Fortælle om skolens første år"
    )
    page.get_by_role("link", name="Et punkt uden sag").click()
    field(page, "Titel").fill("Status 1 på handleplanen")
    press(page, "Gem")
    page.get_by_role("link", name="Status 1 på handleplanen").click()
    page.locator("summary", has_text="Tilføj en person").click()
    guest = page.get_by_role("region", name="Gæster og oplægsholdere").or_(
        page.locator("section", has=page.get_by_role("heading", name="Gæster og oplægsholdere"))
    )
    field(guest, "Navn").fill(BOARD)
    field(guest, "Kommer som").select_option(label="Oplægsholder")
    field(guest, "Fra").fill("19:00")
    field(guest, "Til").fill("19:30")
    guest.get_by_label("Får en invitation på mail").check()
    press(guest, "Sæt på mødet")
    expect(page.get_by_text("Skriv den mailadresse, som invitationen skal")).to_be_visible()
    assert violations(page, axe) == []
    field(page, "Mailadresse").fill("bestyrelsen@skolen.example")
    press(page, "Sæt på mødet")
    expect(page.locator("main")).to_contain_text("inviteres på mail, når dagsordenen udsendes")
    address = page.url.split("/byg/")[0]
    page.goto(f"{address}/tjek/")
    press(page, "Send dagsordenen")
    expect(page.get_by_text("Sendt ", exact=False).first).to_be_visible()

    town.sign_in(page, MEMBER)
    page.goto(f"{address}/dagsorden/")
    page.get_by_role("link", name="Status 1 på handleplanen").click()
    about = page.get_by_role("complementary", name="Om punktet")
    expect(about).to_contain_text(f"{BOARD}, kl. 19.00–19.30")
    assert violations(page, axe) == []
    [mail] = [each for each in town.run(HAPPENED)["mails"] if each["to"].startswith("bestyr")]
    assert "kl. 19.00–19.30" in mail["text"]
    assert "handleplanen" not in mail["text"]
    day = town.told["days"][0][0].replace("-", "")
    assert f":{day}T190000" in mail["calendar"]
    assert f":{day}T193000" in mail["calendar"]


def test_what_the_chair_decides_between_meetings_is_told_at_the_next(page, town, axe):
    slug = town.told["slug"]
    town.open(page, CHAIR, f"/udvalg/{slug}/")
    page.get_by_role("link", name="Skriv en, eller se dem alle").click()
    page.get_by_label("Hvad det handler om").fill("Lån af lokale i Kulturhuset")
    field(page, "Beslutningen, ord for ord").fill("Lokalet lånes ud i uge 7.")
    assert violations(page, axe) == []
    page.get_by_label("Hvorfor formanden kunne beslutte alene").select_option(
        label="Den kan ikke vente til næste møde"
    )
    press(page, "Gem beslutningen")
    expect(page.get_by_text("Beslutningen er skrevet. Den kommer selv på")).to_be_visible()
    expect(page.get_by_role("region", name="Indtil nu")).to_contain_text("Endnu ikke meddelt")

    begin_agenda(town, page, 0)
    page.get_by_role("link", name="Formandsbeslutning: Lån af lokale i Kulturhuset").click()
    report = page.locator("main")
    expect(report).to_contain_text(f"{CHAIR} besluttede på udvalgets vegne")
    expect(report).to_contain_text("(§ 22). Sagen kunne ikke tåle udsættelse.")
    expect(report).to_contain_text("Lokalet lånes ud i uge 7.")
    town.open(page, CHAIR, f"/moeder/{slug}/formandsbeslutninger/")
    expect(page.get_by_role("region", name="Indtil nu")).to_contain_text("Meddelt på mødet den")
