"""A case is recommended to another committee than the next on its way; messages have a decision in
own words; what is on no plan: an item all agree on, a meeting called or cancelled, and a visit.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .meetings_prepared import Town, prepared_town
from .steps import close_meeting, press, submit, today
from .test_every_page import violations

expect.set_options(timeout=20_000)
SECRETARY, MEMBER, OFFICER = "Ulla Fenger", "Ejner Sø", "Signe Krogh"
HERE, ELSEWHERE = "Arbejdsmarkeds- og Integrationsudvalget", "Social- og Sundhedsudvalget"
USUAL = "Økonomiudvalget"
CASE = "Samtaler der flytter"
OWN_WORDS = "Taget til efterretning. Besøget hos værftet aflyses, og udvalget drøfter et nyt."
MESSAGES = {
    "Formanden": ("Møde med naboerne", "Formændene mødes i maj."),
    "Medlemmerne": ("En henvendelse", "En borger har skrevet om ventetid."),
    "Forvaltningen": ("Besøg hos værftet", "Værftet beder om en anden dag."),
}
PREPARE = """
from sagsgang.web.bodies.models import Membership
from sagsgang.web.meetings.agendas.naming import danish_day
council = Council()
here = council.body("Arbejdsmarkeds- og Integrationsudvalget", "Hanne Blæs", "Åse Holm")
user = council.world.user("ejner", "Ejner Sø")
council.world.seat(user, here)
council.world.seat(council.world.people["chair"], here, Membership.Post.CHAIR)
elsewhere = council.body("Social- og Sundhedsudvalget", "Rune Falk")
meeting = council.meeting(here)
case = council.case("Samtaler der flytter", "at projektet fortsætter.", body=here)
stop, *_ = council.way(case, (here.name, "recommendation"), ("Økonomiudvalget", "recommendation"),
                       ("Byrådet", "settles"))
told["item"] = council.put_on(meeting, stop).pk
told["case"] = case.pk
told["path"] = council.path(meeting)
told["elsewhere"] = council.path(council.meeting(elsewhere, 10))
later = council.meeting(here, 30)
stop, = council.way(council.case("Nye lokaler", "at lokalerne lejes.", body=here),
                    (here.name, "settles"))
council.put_on(later, stop)
told["later"], told["later_day"] = council.path(later), danish_day(later.plan.starts_at)
council.planned(here, 45)
told["slug"] = here.slug
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    with prepared_town(empty_folder, tmp_path_factory.mktemp("elsewhere"), PREPARE) as made:
        yield made


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town)


def field(box: Page | Locator, name: str) -> Locator:
    """The field of exactly that name, also where it may be left empty."""
    return box.get_by_label(re.compile(rf"^{re.escape(name)}( \(|$)"))


def test_messages_come_from_chair_members_and_administration(page, town, axe):
    town.open(page, SECRETARY, f"{town.told['path']}byg/")
    page.get_by_role("link", name="Skriv en meddelelse").click()
    message = page.locator("#besked")
    for sender, (title, text) in MESSAGES.items():
        field(message, "Fra").fill(sender)
        field(message, "Titel").fill(title)
        message.get_by_role("textbox", name=re.compile("^Tekst")).fill(text)
        press(message, "Sæt meddelelsen på")
        expect(page.locator(".agenda-parts")).to_contain_text(title)
    assert violations(page, axe) == []
    page.goto(f"{town}{town.told['path']}tjek/")
    page.get_by_label("Hvorfor er fristen ikke overholdt?").fill("Sekretæren var syg i går.")
    press(page, "Send dagsordenen")
    expect(page.get_by_text("Version 1").first).to_be_visible()

    town.open(page, MEMBER, f"{town.told['path']}dagsorden/")
    page.get_by_role("link", name="Meddelelser").click()
    parts = page.locator("main .agenda-parts > li")
    for letter, part, (sender, (title, text)) in zip(
        "ABC", parts.all(), MESSAGES.items(), strict=True
    ):
        expect(part).to_contain_text(f"{letter}. {sender}: {title}")
        expect(part).to_contain_text(text)
    assert violations(page, axe) == []


def decide(page: Page, town: Town, title: str, words: str) -> Locator:
    """The secretary at the item of that title, with the words of its decision written."""
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/")
    page.locator(".hold-list").get_by_role("link", name=re.compile(title)).click()
    expect(page.locator("#hold-item-title")).to_have_text(title)
    box = page.locator("[data-decide]")
    field(box, "Beslutningen, ord for ord").fill(words)
    return box


def save(page: Page, outcome: str) -> None:
    """The decision is saved as having that outcome."""
    press(page, "Gem beslutningen")
    expect(page.get_by_role("button", name="Gem rettelsen")).to_be_visible()
    expect(page.get_by_role("heading", name=f"Beslutning {outcome}")).to_be_visible()


def test_a_case_is_recommended_to_another_committee_than_the_next(page, town, axe):
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/")
    press(page, "Åbn mødet")
    box = decide(page, town, CASE, "Anbefales.")
    field(box, "Sagen går videre til").select_option(label=ELSEWHERE)
    save(page, "Anbefalet")
    assert violations(page, axe) == []


def test_the_decision_on_messages_holds_words_of_its_own(page, town):
    decide(page, town, "Meddelelser", OWN_WORDS)
    save(page, "Til efterretning")
    expect(page.locator(".hold-row", has_text="Meddelelser")).to_contain_text("Afgjort")


def test_an_item_not_on_the_agenda_is_taken_up_only_when_all_agree(page, town, axe):
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/")
    page.locator("summary", has_text="Tag et punkt op, der ikke står på dagsordenen").click()
    field(page, "Eller noget andet").fill("Tilbud om gratis lokaler")
    press(page, "Tag punktet op")
    refusal = "kan kun tages op, når alle tilstedeværende er enige"
    expect(page.get_by_text(refusal)).to_be_visible()
    expect(field(page, "Eller noget andet")).to_have_value("Tilbud om gratis lokaler")
    assert violations(page, axe) == []
    page.get_by_label("Alle tilstedeværende er enige").check()
    press(page, "Tag punktet op")
    expect(page.get_by_role("heading", level=1)).to_have_text("5 Tilbud om gratis lokaler")
    field(page, "Beslutningen, ord for ord").fill("Drøftet.")
    submit(page, "Gem beslutningen")
    town.open(page, SECRETARY, f"{town.told['path']}afvikl/")
    expect(page.locator(".hold-row", has_text="Tilbud om gratis lokaler")).to_contain_text(
        "Afgjort"
    )
    page.locator("summary", has_text="Mange punkter på én gang").click()
    page.get_by_role("checkbox", name=re.compile("Godkendelse af dagsorden")).check()
    press(page, "Beslut de valgte punkter")
    close_meeting(page)


def test_the_treatment_is_on_the_way_and_waits_for_the_other_committee(page, town, axe):
    town.open(page, OFFICER, f"/sager/{town.told['case']}/vej/")
    bodies = page.locator(".way-card .way-card-title strong")
    expect(bodies).to_have_text([HERE, ELSEWHERE, USUAL, "Byrådet"])
    card = page.locator(".way-card").nth(1)
    expect(card).to_contain_text(f"Sendt videre af {HERE}")
    expect(page.locator(".way-card").first).to_contain_text("Anbefalet")
    assert violations(page, axe) == []

    town.open(page, SECRETARY, f"{town.told['elsewhere']}byg/")
    waiting = page.get_by_role("region", name="Ventende sager")
    waiting.get_by_role("button", name=re.compile(rf"Sæt på\s*: {CASE}")).click()
    expect(page.get_by_role("region", name="Dagsorden", exact=True)).to_contain_text(CASE)
    page.goto(f"{town}{town.told['elsewhere']}dagsorden/")
    page.get_by_role("link", name=CASE).click()
    before = page.get_by_role("region", name="Tidligere besluttet")
    expect(before).to_contain_text(HERE)
    expect(before).to_contain_text("Anbefales.")

    town.open(page, MEMBER, f"{town.told['path']}punkt/3/")
    expect(page.get_by_role("region", name=re.compile("^Beslutning"))).to_contain_text(OWN_WORDS)


def test_an_extraordinary_meeting_says_who_asked_for_it_and_why(page, town, axe):
    town.open(page, SECRETARY, f"/udvalg/{town.told['slug']}/")
    page.get_by_role("link", name="Ekstraordinært møde").click()
    soon = today() + timedelta(days=8)
    field(page, "Dag").fill(soon.isoformat())
    field(page, "Klokkeslæt").fill("17:00")
    page.get_by_label("Mindst en tredjedel af medlemmerne").check()
    page.get_by_label(MEMBER).check()
    page.get_by_label("Hvorfor det ikke kan vente").fill("Tilbuddet udløber på fredag.")
    press(page, "Gem")
    expect(page.get_by_text("1 af 4 medlemmer beder om det.")).to_be_visible()
    assert violations(page, axe) == []
    page.get_by_label("Hanne Blæs").check()
    press(page, "Gem")
    expect(page.get_by_role("heading", name=re.compile("^Byg dagsordenen"))).to_be_visible()
    why = "Mindst en tredjedel af medlemmerne har bedt om dette ekstraordinære møde. Tilbuddet"
    expect(page.locator("main")).to_contain_text(why)
    expect(page.locator(".kicker")).to_contain_text("ekstraordinært møde")
    page.goto(f"{town}/moeder/?udvalg={town.told['slug']}")
    expect(page.locator(".row-line", has_text="ekstraordinært")).to_have_count(1)


def test_what_was_on_a_cancelled_meeting_waits_again_and_everyone_is_told(page, town, axe):
    town.open(page, SECRETARY, f"/udvalg/{town.told['slug']}/")
    page.get_by_role("link", name=re.compile("ødeplan")).first.click()
    day = town.told["later_day"]
    page.get_by_role("link", name=f"Aflys {day}").click()
    page.get_by_label("Begrundelse").fill("Rådhuset er lukket")
    press(page, "Gem")
    expect(page.get_by_text("Mødet er aflyst.")).to_be_visible()

    town.open(page, MEMBER, "/beskeder/")
    expect(page.locator("main")).to_contain_text("er aflyst: Rådhuset er lukket")
    page.goto(f"{town}/moeder/?udvalg={town.told['slug']}")
    row = page.locator(".row-line", has=page.locator("s"))
    expect(row).to_contain_text("Aflyst: Rådhuset er lukket")
    assert violations(page, axe) == []
    town.open(page, SECRETARY, town.told["later"])
    expect(page.locator("main")).to_contain_text("Aflyst: Rådhuset er lukket")
    expect(page.get_by_role("region", name="Dagsorden", exact=True)).to_contain_text(
        "Mødet holdes ikke."
    )
    page.goto(f"{town}/moeder/?udvalg={town.told['slug']}")
    page.get_by_role("button", name=re.compile("^Begynd dagsordenen")).click()
    waiting = page.get_by_role("region", name="Ventende sager")
    expect(
        waiting.get_by_role("button", name=re.compile(r"Sæt på\s*: Nye lokaler"))
    ).to_be_visible()


def test_a_visit_is_no_meeting_and_is_seen_as_cancelled(page, town, axe):
    town.open(page, SECRETARY, f"/udvalg/{town.told['slug']}/")
    page.get_by_role("link", name="Besøg, tur eller seminar").click()
    field(page, "Titel").fill("Besøg hos værftet")
    field(page, "Dag").fill((today() + timedelta(days=14)).isoformat())
    field(page, "Klokkeslæt").fill("10:00")
    field(page, "Slutter kl.").fill("09:00")
    press(page, "Gem")
    expect(page.get_by_text("Det slutter, før det begynder.")).to_be_visible()
    assert violations(page, axe) == []
    field(page, "Slutter kl.").fill("12:30")
    press(page, "Gem")
    visits = page.locator(".row-line", has_text="Besøg hos værftet")
    expect(visits).to_contain_text("kl. 12.30")
    visits.get_by_role("link", name=re.compile("^Ret")).click()
    page.get_by_role("link", name="Aflys det").click()
    page.get_by_label("Begrundelse").fill("Værftet har travlt")
    press(page, "Aflys det")
    expect(page.get_by_text("Det er aflyst, og medlemmerne har fået besked.")).to_be_visible()

    town.open(page, MEMBER, f"/moeder/?udvalg={town.told['slug']}")
    expect(page.locator("s", has_text="Besøg hos værftet")).to_be_visible()
    expect(visits).to_contain_text("Aflyst: Værftet har travlt")
    assert visits.get_by_role("button").count() == 0
    page.goto(f"{town}/beskeder/")
    expect(page.locator("main")).to_contain_text("er aflyst: Værftet har travlt")
