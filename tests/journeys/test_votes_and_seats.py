"""Who sits and who votes: a substitute for an absent member, a disqualified member out of the room,
votes by name with what follows from them, and a decision that a member brings before the council.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from . import steps
from .meetings_prepared import Town, prepared_town
from .test_every_page import violations

expect.set_options(timeout=20_000)
SECRETARY = "Ulla Fenger"
CHAIR, MEMBER, OTHER, KIN, AWAY = "Bo Vang", "Anja Lind", "Ejner Sø", "Hanne Blæs", "Åse Holm"
SUBSTITUTE = "Pia Bro"
KAJ, PLACE, LATER = "Ny kaj i havnen", "Leje af festpladsen", "Nye både"
GROUND = "Hendes bror skal bygge kajen."
OPINION, REASON = "Kajen burde være bygget i år.", "Den gamle kaj er farlig at gå på."
PREPARE = f"""
from sagsgang.web.bodies.models import Membership
from sagsgang.web.meetings.deciding.services import decisions_record_many
council = Council()
harbour = council.body("Havneudvalget", "{OTHER}", "{KIN}", "{AWAY}")
council.body("Økonomiudvalget")
council.body("Byrådet")
for name, party in (("{CHAIR}", "A"), ("{MEMBER}", "A"), ("{OTHER}", "B"), ("{KIN}", "B"),
                    ("{AWAY}", "C")):
    Membership.objects.filter(body=harbour, person__name=name).update(party=party)
council.world.seat(council.world.user("pia", "{SUBSTITUTE}"), harbour, Membership.Post.SUBSTITUTE)
meeting = council.meeting(harbour)
for title, way in (
    ("{KAJ}", [("Havneudvalget", "recommendation"), ("Byrådet", "settles")]),
    ("{PLACE}", [("Havneudvalget", "settles"), ("Økonomiudvalget", "information")]),
    ("{LATER}", [("Havneudvalget", "settles")]),
):
    case = council.case(title, "at det gøres.")
    first, *_ = council.way(case, *way)
    council.put_on(meeting, first)
    told[title] = case.pk
council.sent(meeting)
seats = council.fresh(meeting).seats.exclude(sitting__name="{AWAY}")
items = council.opened(meeting, list(seats)).items.filter(recurring__gt="", parent=None)
decisions_record_many(actor=council.secretary, text="Godkendt.",
                      items=list(items.exclude(recurring="signature_sheet")))
told["path"] = council.path(meeting)
told["items"] = {{item.title: item.number for item in meeting.items.all()}}
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    with prepared_town(empty_folder, tmp_path_factory.mktemp("votes"), PREPARE) as made:
        yield made


@pytest.fixture
def page(town: Town, open_page) -> Page:
    return town.open(open_page(town), SECRETARY, f"{town.told['path']}afvikl/")


def seat(page: Page, name: str) -> Locator:
    """Somebody's line in the list of who is here."""
    who = page.locator(".hold-who strong", has_text=name)
    return page.locator(".hold-place").filter(has=who)


def more(page: Page, name: str) -> Locator:
    """The same, with what is rarely needed."""
    line = seat(page, name)
    if line.locator("details[open]").count() == 0:
        line.locator("summary").click()
    return line


def take_up(page: Page, title: str) -> Locator:
    """Go to an item in the list and take it up; its panel."""
    page.locator(".hold-list a", has_text=title).click()
    expect(page.locator("#hold-item-title")).to_have_text(title)
    page.get_by_role("button", name="Tag punktet op nu").click()
    expect(page.locator(".hold-row.is-under_way")).to_contain_text(title)
    expect(page.locator(".hold-under-way")).to_be_visible()
    return page.locator("[data-item-part]")


def decide(panel: Locator, words: str, badge: str) -> None:
    """Own words as the item's decision."""
    panel.get_by_label("Beslutningen, ord for ord").fill(words)
    panel.get_by_role("button", name="Gem beslutningen").last.click()
    expect(panel.locator(".decide > h2 .badge")).to_have_text(badge)


def opened(panel: Locator, heading: str) -> Locator:
    """A part of the panel that is folded away, open."""
    part = panel.locator("details.decide-more").filter(
        has=panel.page.locator(":scope > summary", has_text=heading)
    )
    if part.get_attribute("open") is None:
        part.locator(":scope > summary").click()
    return part


def propose(panel: Locator, words: str) -> Locator:
    """Something is voted on; its box."""
    part = opened(panel, "Forslag og afstemning")
    part.get_by_label("Forslag", exact=True).fill(words)
    part.get_by_role("button", name="Stil forslaget").click()
    box = panel.locator(".decide-vote", has_text=words)
    expect(box).to_be_visible()
    return box


def vote(box: Locator, **stances: str) -> None:
    """Each by name (spaces as `_`) for, against, or neither."""
    for name, stance in stances.items():
        row = box.locator(".decide-stance:not(.is-group)", has_text=name.replace("_", " "))
        row.get_by_label(stance, exact=True).check()
    box.get_by_role("button", name="Gem afstemningen").click()


def test_who_sits_votes_and_what_is_stopped_waits_for_the_council(page, town, axe):
    # A substitute for the member who is away.
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")
    line = more(page, AWAY)
    line.get_by_role("button", name="Har meldt afbud").click()
    expect(line.locator(".hold-where")).to_have_text(["Har meldt afbud"])
    line.get_by_label("Stedfortræder").select_option(label=SUBSTITUTE)
    line.get_by_role("button", name=re.compile("^Indkald")).click()
    sits = seat(page, SUBSTITUTE)
    expect(sits).to_contain_text(f"for {AWAY}")
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")
    sits.get_by_role("button", name="Kom").first.click()
    expect(page.locator(".hold-quorum")).to_contain_text("5 af 5 medlemmer")
    assert violations(page, axe) == []

    # A disqualified member leaves for the item: she is in nobody's list of voters.
    panel = take_up(page, KAJ)
    line = more(page, KIN)
    line.get_by_label("Hvorfor hun er inhabil").fill(GROUND)
    line.get_by_role("button", name=re.compile("^Udvalget fandt hende inhabil")).click()
    expect(line.locator(".hold-where")).to_have_text(["Inhabil ved dette punkt"])
    expect(line).to_contain_text(f"{GROUND} (Havneudvalget)")
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")
    assert violations(page, axe) == []
    box = propose(panel, "at kajen bygges til næste år")
    voters = box.locator(".decide-stance:not(.is-group) legend")
    expect(voters).to_have_text(
        [re.compile(each) for each in (CHAIR, MEMBER, OTHER, SUBSTITUTE)], use_inner_text=True
    )
    assert violations(page, axe) == []
    vote(box, Bo_Vang="For", Anja_Lind="For", Ejner_Sø="Imod", Pia_Bro="Imod")
    expect(box.locator(".decide-count")).to_contain_text("Faldt")
    expect(box.locator(".decide-count")).to_contain_text("stemmelighed, så forslaget falder")

    # What is written follows the vote, or says that it does not.
    panel.get_by_role("button", name="Godkendt.", exact=True).click()
    asked = panel.get_by_role("alert")
    expect(asked).to_contain_text("følger ikke afstemningen")
    assert violations(page, axe) == []
    decide(panel, "Sagen bortfalder.", "Bortfaldet")
    part = opened(panel, "Afvigende mening")
    assert part.get_by_label(KIN).count() == part.get_by_label(AWAY).count() == 0
    part.get_by_label(SUBSTITUTE).check()
    part.get_by_label("Mening", exact=True).fill(OPINION)
    part.get_by_label("Begrundelse for meningen").fill(REASON)
    part.get_by_label("Send den med").check()
    part.get_by_role("button", name="Før meningen til protokols").click()
    expect(panel.locator(".decide-vote", has_text=OPINION)).to_contain_text(REASON)
    stop = opened(panel, "Indbring beslutningen")
    names = stop.get_by_label("Medlem").locator("option")
    expect(names).to_have_text(["Vælg et medlem", CHAIR, MEMBER, OTHER, SUBSTITUTE])
    assert violations(page, axe) == []

    # She is back at the next item, which is stopped; one who was not there could not stop it.
    seat(page, OTHER).get_by_role("button", name="Gik").first.click()
    expect(page.locator(".hold-quorum")).to_contain_text("3 af 5 medlemmer")
    panel = take_up(page, PLACE)
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")
    assert panel.get_by_text("Indbring beslutningen").count() == 0
    box = propose(panel, "at pladsen lejes ud")
    vote(box, Bo_Vang="For", Anja_Lind="Hverken for eller imod", Hanne_Blæs="For", Pia_Bro="Imod")
    expect(box.locator(".decide-count")).to_contain_text("Vedtaget")
    expect(box.locator(".decide-count")).to_contain_text("2 for, 1 imod, 1 hverken for eller imod")
    decide(panel, "Godkendt.", "Godkendt")
    stop = opened(panel, "Indbring beslutningen")
    names = stop.get_by_label("Medlem").locator("option")
    expect(names).to_have_text(["Vælg et medlem", CHAIR, MEMBER, KIN, SUBSTITUTE])
    stop.get_by_label("Medlem").select_option(label=MEMBER)
    stop.get_by_role("button", name="Stands beslutningen").click()
    expect(panel.locator(".alert-warning")).to_contain_text("Standset efter § 23")
    expect(panel.locator(".alert-warning")).to_contain_text(f"{MEMBER} har indbragt")
    assert violations(page, axe) == []

    # About the procedure nothing can be stopped.
    panel = take_up(page, LATER)
    part = opened(panel, "Udsæt punktet")
    part.get_by_label("Eller til en dato").fill("2099-01-05")
    part.get_by_role("button", name="Udsæt", exact=True).click()
    expect(panel.locator(".decide > h2 .badge")).to_have_text("Udsat")
    assert panel.get_by_text("Indbring beslutningen").count() == 0
    steps.close_meeting(page)


def test_the_minutes_say_who_voted_and_the_case_waits_for_the_council(page, town, axe):
    path, number = town.told["path"], town.told["items"]
    town.open(page, MEMBER, f"{path}punkt/{number[KAJ]}/")
    decided = page.locator(".decide")
    stances = decided.locator(".decide-names li")
    expect(stances).to_have_text(
        [f"{CHAIR}: For", f"{MEMBER}: For", f"{OTHER}: Imod", f"{SUBSTITUTE}: Imod"]
    )
    expect(decided).to_contain_text(REASON)
    expect(decided).to_contain_text("Følger med sagen")
    assert violations(page, axe) == []
    steps.go(page, f"{path}punkt/{number[PLACE]}/")
    expect(decided.locator(".alert-warning")).to_contain_text("har ingen virkning")
    assert violations(page, axe) == []
    town.open(page, SECRETARY, f"/sager/{town.told[PLACE]}/vej/")
    expect(steps.treatment(page, "Havneudvalget")).to_contain_text("§ 23")
    expect(steps.treatment(page, "Byrådet")).to_contain_text("Sendt videre af Havneudvalget")
    expect(steps.treatment(page, "Byrådet")).to_contain_text("afgør sagen")
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{town.told[KAJ]}/vej/")
    expect(steps.treatment(page, "Havneudvalget")).to_contain_text(OPINION)
    expect(steps.treatment(page, "Havneudvalget")).to_contain_text(f"Fraværende: {AWAY}")
