"""One of two solutions is chosen, closed matter stays closed on every wall, a theme leaves nothing
to record, and a case goes on to another committee: from the meeting screen.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from . import steps
from .meetings_prepared import Town, prepared_town
from .test_every_page import violations
from .test_votes_and_seats import take_up

expect.set_options(timeout=20_000)
SECRETARY, MEMBER, OUTSIDE = "Ulla Fenger", "Anja Lind", "Frida Mose"
CHOICE, PRICE, PERSON = "Måling af brugernes tilfredshed", "Salg af kajgrunden", "Havnefogedens løn"
PUBLIC_PRICE, PUBLIC_PERSON = "En sag om en ejendom", "En personalesag"
SOLD = "Grunden sælges for seks millioner"
#: What may stand nowhere outside the closed door.
SHUT = re.compile(r"kajgrund|millioner|havnefoged|Personlige forhold", re.IGNORECASE)
THEME, VISIT, WORKSHOPS = "Tema: Unge på havnen", "Tema: Årets gang", "Værksteder for unge"
ONWARD = "Indstilles til Kulturudvalget, der afgør sagen."
PREPARE = f"""
from sagsgang.web.meetings.deciding.services import decisions_record_many
def begun(meeting):
    council.sent(meeting)
    items = council.opened(meeting).items.exclude(recurring="").filter(parent=None)
    decisions_record_many(actor=council.secretary, text="Godkendt.",
                          items=list(items.exclude(recurring="signature_sheet")))
council = Council()
harbour = council.body("Havneudvalget", "Ejner Sø")
culture = council.body("Kulturudvalget", "{OUTSIDE}")

first = council.meeting(harbour)
choice = council.case("{CHOICE}", "at løsningsforslag 1 godkendes: alle spørges hvert år.",
                      "at løsningsforslag 2 godkendes: hver tredje spørges hvert andet år.")
choice.points.update(choice="A")
shut = council.case("{PRICE}", "at grunden sælges til højestbydende.", is_closed=True,
                    closed_ground="Prisen forhandles", closed_reference="§ 10",
                    public_title="{PUBLIC_PRICE}")
for case in (choice, shut):
    (stop,) = council.way(case, ("Havneudvalget", "settles"))
    council.put_on(first, stop)
own = agendas.item_add_own(actor=council.secretary, meeting=council.fresh(first),
                           title="{PERSON}", html="<p>Lønnen sættes op.</p>")
agendas.item_close(actor=council.secretary, item=own, ground="Personlige forhold",
                   reference="§ 10", decided_by="Formanden", public_title="{PUBLIC_PERSON}")
begun(first)

second = council.meeting(harbour)
for title in ("{THEME}", "{VISIT}"):
    agendas.item_add_own(actor=council.secretary, meeting=council.fresh(second), title=title,
                         html="<p>Udvalget taler om emnet.</p>", kind="theme")
workshops = council.case("{WORKSHOPS}", "at to værksteder åbner på kajen.")
(stop,) = council.way(workshops, ("Havneudvalget", "recommendation"))
council.put_on(second, stop)
begun(second)
elsewhere = council.meeting(culture, days=20)
told["choices"], told["themes"] = council.path(first), council.path(second)
told["culture"] = council.path(elsewhere)
told["choice"], told["workshops"], told["shut"] = choice.pk, workshops.pk, shut.pk
told["items"] = {{item.title: item.number for item in first.items.all()}}
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("options")
    with prepared_town(empty_folder, folder, PREPARE) as made:
        yield made


@pytest.fixture
def page(town: Town, open_page) -> Page:
    return open_page(town)


def outcome(panel: Locator, words: str) -> None:
    """The panel shows what came of the item."""
    expect(panel.locator(".decide > h2 .badge")).to_have_text(words)


def test_the_second_solution_is_chosen_and_what_is_closed_is_shown_nowhere(
    page, town, open_page, axe
):
    path = town.told["choices"]
    town.open(page, SECRETARY, f"{path}afvikl/")
    wall = town.open(open_page(town), SECRETARY, f"{path}skaerm/")
    panel = take_up(page, CHOICE)
    expect(wall.locator("h1")).to_contain_text(CHOICE)
    expect(panel.locator(".decide-point", has_text="Alternativ")).to_have_count(2)
    panel.get_by_role("button", name="Godkendt.", exact=True).click()
    expect(panel.get_by_role("alert")).to_contain_text("Punkt 1-2 er alternativer")
    assert violations(page, axe) == []
    panel.get_by_label("Beslutningen, ord for ord").fill("Løsningsforslag 2 godkendt.")
    panel.get_by_role("button", name="Gem beslutningen").last.click()
    outcome(panel, "Godkendt")
    expect(panel.get_by_label("Punkt 2: udfald")).to_have_value("approved")
    expect(wall.locator(".wall-decision")).to_have_text("Løsningsforslag 2 godkendt.")

    panel = take_up(page, PRICE)
    expect(wall.locator("h1")).to_contain_text(PUBLIC_PRICE)
    panel.get_by_label("Beslutningen, ord for ord").fill(f"Godkendt. {SOLD}.")
    panel.get_by_label("Hvad offentligheden må læse").fill("Godkendt.")
    assert violations(page, axe) == []
    panel.get_by_role("button", name="Gem beslutningen").last.click()
    outcome(panel, "Godkendt")
    assert violations(wall, axe) == []
    assert not SHUT.search(wall.content())
    panel = take_up(page, PERSON)
    expect(wall.locator("h1")).to_contain_text(PUBLIC_PERSON)
    panel.get_by_role("button", name="Taget til efterretning.", exact=True).click()
    outcome(panel, "Til efterretning")
    assert not SHUT.search(wall.content())
    steps.close_meeting(page)
    wall.reload()
    assert not SHUT.search(wall.content())

    steps.go(page, f"/sager/{town.told['choice']}/vej/")
    card = steps.treatment(page, "Havneudvalget")
    expect(card).to_contain_text("Løsningsforslag 2 godkendt.")
    expect(card).to_contain_text("Ikke valgt.")
    number = town.told["items"]
    town.open(page, MEMBER, f"{path}punkt/{number[CHOICE]}/")
    rows = page.locator(".decide-beside tbody tr")
    expect(rows.nth(0)).to_contain_text("Bortfaldet Ikke valgt.")
    expect(rows.nth(1)).to_contain_text("Godkendt Løsningsforslag 2 godkendt.")
    assert violations(page, axe) == []
    steps.go(page, f"{path}punkt/{number[PRICE]}/")
    expect(page.locator("main")).to_contain_text(SOLD)
    assert violations(page, axe) == []

    town.open(page, "Kaj Brink", f"{path}dagsorden/")
    expect(page.locator("main")).to_contain_text(PUBLIC_PRICE)
    for name in (OUTSIDE, "Kaj Brink", ""):
        reader = open_page(town)
        if name:
            town.sign_in(reader, name)
        parts = ["", "dagsorden/", "dagsorden/samlet/", "skaerm/", "afvikl/", "versioner/1/"]
        parts += [f"punkt/{number[each]}/" for each in (CHOICE, PRICE, PERSON)]
        for each in [*(path + part for part in parts), f"/sager/{town.told['shut']}/", "/"]:
            steps.go(reader, each)
            assert not SHUT.search(reader.content()), (name, each)
        steps.go(reader, "/soeg/?q=kajgrunden")
        assert reader.get_by_text(PRICE).count() == 0
    steps.go(reader, f"{path}dagsorden/")
    expect(reader).to_have_url(re.compile("/konto/"))


def test_a_theme_leaves_nothing_and_a_case_goes_on_to_another_committee(page, town, axe):
    town.open(page, SECRETARY, f"{town.told['themes']}afvikl/")
    panel = take_up(page, THEME)
    panel.get_by_role("button", name="Intet til referat", exact=True).click()
    outcome(panel, "Intet til referat")
    assert violations(page, axe) == []
    panel = take_up(page, VISIT)
    panel.get_by_role("button", name="Drøftet.", exact=True).click()
    outcome(panel, "Drøftet")
    panel = take_up(page, WORKSHOPS)
    panel.get_by_label("Beslutningen, ord for ord").fill(ONWARD)
    panel.get_by_label("Sagen går videre til").select_option(label="Kulturudvalget")
    panel.get_by_role("button", name="Gem beslutningen").last.click()
    outcome(panel, "Anbefalet")
    steps.close_meeting(page)
    rows = page.locator(".hold-row")
    expect(rows.filter(has_text=THEME)).to_contain_text("Intet til referat")
    assert violations(page, axe) == []

    steps.go(page, f"/sager/{town.told['workshops']}/vej/")
    card = steps.treatment(page, "Kulturudvalget")
    expect(card).to_contain_text("Sendt videre af Havneudvalget")
    steps.go(page, f"{town.told['culture']}byg/")
    waiting = page.locator(".agenda-waiting > li", has_text=WORKSHOPS)
    waiting.get_by_role("button", name="Sæt på").click()
    expect(page.locator(".agenda-item", has_text=WORKSHOPS)).to_be_visible()
    assert violations(page, axe) == []
