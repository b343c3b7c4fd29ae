"""A case that one committee recommends and another settles, because the delegation plan says so."""

import pytest
from playwright.sync_api import Page, expect

from . import steps
from .conftest import as_role
from .test_every_page import violations

TITLE = "Værested for unge voksne"
HERE, DECIDES = "Arbejdsmarkedsudvalget", "Social- og Sundhedsudvalget"
RECOMMENDED = (
    "Udvalget anbefaler indstillingen og peger på, at værestedet skal have åbent om aftenen."
)


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """The case that the parts of the journey hand on to one another."""
    return {}


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def test_the_case_says_by_itself_which_body_settles_it(page, axe, told):
    as_role(page, "sagsbehandler")
    told["case"] = steps.make_case(
        page,
        body=HERE,
        template="Resumé, lovgrundlag og hvem der afgør",
        title=TITLE,
        number="29.09.04-A00-7-26",
    )
    expect(steps.section(page, "Sagen afgøres endeligt af")).to_contain_text(DECIDES)
    steps.write(
        page,
        {
            "Resumé": "Unge over 18 år mangler et sted at være om eftermiddagen.",
            "Sagsfremstilling": "Lokalerne i Kulturhuset er ledige efter klokken 15.",
            "Lovgrundlag": "Lov om social service § 104.",
        },
    )
    steps.nothing(page, "Økonomiske konsekvenser")
    steps.write_points(page, "at værestedet åbner i Kulturhuset.")
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['case']}/")
    decides = page.get_by_role("region", name="Sagen afgøres endeligt af", exact=True)
    assert decides.locator(".section-line").all_inner_texts() == [DECIDES]
    assert violations(page, axe) == []


def test_the_plan_is_mentioned_when_another_body_would_settle_it(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['case']}/vej/")
    steps.add_treatment(page, HERE, "Beslutning", settles=True)
    note = page.locator(".way-notes")
    expect(note).to_contain_text(f"Efter delegationsplanen afgør {DECIDES} den slags sager")
    assert violations(page, axe) == []
    steps.follow(steps.treatment(page, HERE), f"Dato og plads: {HERE}")
    box = page.locator(".way-box", has=page.get_by_role("button", name="Træk behandlingen tilbage"))
    box.get_by_label("Begrundelse").fill("Udvalget indstiller kun.")
    steps.press(page, "Træk behandlingen tilbage")
    steps.add_treatment(page, HERE, "Indstilling")
    assert page.locator(".way-notes").count() == 0
    expect(page.locator(".way-withdrawn")).to_contain_text("1 behandling er trukket tilbage")
    steps.press(page, "Tag alle foreslåede datoer")
    assert violations(page, axe) == []
    steps.send_for_approval(page, told["case"])
    as_role(page, "leder")
    steps.approve(page, TITLE)


def test_recommended_here_it_goes_to_the_body_of_the_plan(page, axe, told):
    as_role(page, "sekretaer")
    steps.record_decision(
        page, told["case"], HERE, RECOMMENDED, item="5", absent="Frederik Lindå Bang"
    )
    card = steps.treatment(page, DECIDES)
    expect(card).to_contain_text("Beslutning · afgør sagen")
    expect(card).to_contain_text(f"Sendt videre af {HERE}")
    assert violations(page, axe) == []
    steps.go(page, "/sagsgang/glemt/")
    row = page.locator(".way-forgotten tbody tr").filter(has_text=TITLE)
    expect(row).to_contain_text(DECIDES)
    expect(row).to_contain_text("På intet møde")
    expect(row).to_contain_text("Nu")
    assert violations(page, axe) == []
    steps.follow(row, TITLE)
    steps.follow(steps.treatment(page, DECIDES), f"Dato og plads: {DECIDES}")
    steps.press(page, "Sæt på mødet")
    steps.expect_said(page, f"{DECIDES} behandler sagen på det møde.")
    steps.go(page, "/sagsgang/glemt/")
    assert page.locator(".way-forgotten tbody tr").filter(has_text=TITLE).count() == 0


def test_decided_there_with_the_words_from_here(page, axe, told):
    as_role(page, "sekretaer")
    steps.go(page, f"/sager/{told['case']}/vej/")
    steps.follow(steps.treatment(page, DECIDES), f"Dato og plads: {DECIDES}")
    expect(page.locator(".way-earlier")).to_contain_text(RECOMMENDED)
    expect(page.locator(".way-earlier")).to_contain_text("Fraværende: Frederik Lindå Bang")
    assert violations(page, axe) == []
    steps.press(page, "Send ud")
    steps.record_decision(page, told["case"], DECIDES, "Godkendt.", item="8")
    expect(page.locator(".way-facts")).to_contain_text("Vejen er gået til ende")
    steps.go(page, f"/sager/{told['case']}/")
    earlier = page.get_by_role("region", name="Tidligere politisk behandling", exact=True)
    expect(earlier).to_contain_text(RECOMMENDED)
    expect(earlier).to_contain_text(f"{DECIDES} den ")
    expect(earlier).to_contain_text(", punkt 8")
    assert violations(page, axe) == []
