"""A hearing of thirteen bodies: asked, reminded, answered and put into the case; and one that is
begun, given more time and closed.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from . import steps
from .conftest import as_person, as_role
from .test_every_page import violations

ROOMS = "Fælles brug af kommunens lokaler"
BY_MAIL = {
    "Område-MED Sundhed og Omsorg": "Vagterne skal kunne låne et lokale om natten.",
    "Område-MED Skole og Dagtilbud": "Klasselokaler kan ikke deles i skoletiden.",
    "Område-MED Teknik og Drift": "Rengøringen skal følge brugen.",
    "Område-MED Kultur og Fritid": "Foreningerne skal have nøgler i god tid.",
    "Udsatterådet": "Varmestuen skal blive, hvor den er.",
    "Børne- og Skoleudvalget": "Udvalget er enigt i forslaget.",
    "Kultur- og Fritidsudvalget": "Udvalget er enigt i forslaget.",
}
BY_ITSELF = "Social- og Sundhedsudvalget"
TITLE = "Sikre skoleveje"
ASKED = (
    *("Hoved-MED", "Område-MED Job og Borger", "Område-MED Administration"),
    *("Område-MED Sundhed og Omsorg", "Område-MED Skole og Dagtilbud"),
    *("Område-MED Teknik og Drift", "Område-MED Kultur og Fritid"),
    *("Handicaprådet", "Seniorrådet", "Ungerådet", "Udsatterådet"),
    *("Fællesrådet for skolebestyrelser", "Børne- og Skoleudvalget"),
)
RAMPS = "Rådet beder om ramper ved alle overgange."


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """The cases that the parts of the journey hand on to one another."""
    return {}


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def hearings_of(page: Page, title: str) -> int:
    """From the list of cases to the case's hearings."""
    steps.go(page, f"/sager/?soeg={title}")
    steps.follow(page, title)
    number = steps.number_of_case(page)
    steps.go(page, f"/sager/{number}/hoering/")
    return number


def row_of(page: Page, body: str):
    return page.locator(".hearing-table tbody tr").filter(
        has=page.get_by_role("rowheader", name=body)
    )


def test_who_has_not_answered_is_seen_and_reminded(own_site, page, axe, told):
    as_person(page, own_site, "Kaj Brinkmose")
    told["rooms"] = hearings_of(page, ROOMS)
    assert page.locator(".hearing-table tbody tr").count() == 13
    expect(page.locator("main")).to_contain_text("8 af 13 mangler.")
    expect(row_of(page, "Handicaprådet")).to_contain_text("Besvaret")
    assert violations(page, axe) == []
    steps.press(page, f"Ryk {BY_ITSELF}")
    steps.expect_said(page, f"{BY_ITSELF} er rykket.")
    expect(row_of(page, BY_ITSELF)).to_contain_text("Rykket")
    assert violations(page, axe) == []


def test_answers_that_came_by_mail_are_recorded_for_their_bodies(own_site, page, axe, told):
    as_person(page, own_site, "Kaj Brinkmose")
    for body, words in BY_MAIL.items():
        steps.go(page, f"/sager/{told['rooms']}/hoering/")
        steps.follow(page, f"Registrér svaret {body}")
        page.get_by_label("Hvem svarede?").fill("formanden")
        page.get_by_label("Hvordan kom det?").fill("mail")
        steps.editor(page, "Svaret").click()
        page.keyboard.type(words)
        page.get_by_label("Fraværende").fill("To medlemmer")
        if body == "Udsatterådet":
            assert violations(page, axe) == []
        steps.press(page, "Registrér svaret")
        steps.expect_said(page, f"Svaret fra {body} er registreret.")
    expect(page.locator("main")).to_contain_text("1 af 13 mangler.")
    expect(row_of(page, "Udsatterådet")).to_contain_text("To medlemmer")
    row_of(page, "Udsatterådet").locator("summary").click()
    expect(row_of(page, "Udsatterådet")).to_contain_text(
        "Afgivet af formanden (mail), registreret af Kaj Brinkmose."
    )


def test_the_secretary_answers_that_there_is_nothing_to_remark(page, axe):
    as_role(page, "sekretaer")
    steps.go(page, "/hoeringer/")
    assert violations(page, axe) == []
    line = page.locator(".row-line").filter(has_text=BY_ITSELF).filter(has_text=ROOMS)
    steps.follow(line, ROOMS)
    expect(page.locator("main")).to_contain_text("Hvad skal der tages hensyn til")
    assert violations(page, axe) == []
    steps.press(page, "Ingen bemærkninger")
    steps.expect_said(page, "Svaret er sendt.")


def test_all_the_answers_are_put_into_the_case_word_for_word(own_site, page, axe, told):
    as_person(page, own_site, "Kaj Brinkmose")
    steps.go(page, f"/sager/{told['rooms']}/hoering/")
    expect(page.locator("main")).to_contain_text("Alle har svaret.")
    steps.follow(page, "Læs alle svar")
    expect(page.locator("main")).to_contain_text("13 af 13 har svaret.")
    assert violations(page, axe) == []
    steps.press(page, "Læg svarene i sagen")
    steps.expect_said(page, "Svarene er lagt i sagen.")
    steps.go(page, f"/sager/{told['rooms']}/")
    answers = page.get_by_role("region", name="Høringssvar", exact=True)
    for words in (*BY_MAIL.values(), "Rådet har brug for faste lokaler om formiddagen."):
        expect(answers).to_contain_text(words)
    assert violations(page, axe) == []
    way = page.get_by_role("region", name="Høring og sagsgang", exact=True)
    expect(way).to_contain_text("Handicaprådet")
    expect(way.get_by_role("listitem").last).to_contain_text("(afgør sagen)")


def test_a_body_heard_after_the_decision_is_warned_of_at_once(page, axe, told):
    as_role(page, "sagsbehandler")
    told["roads"] = steps.make_case(
        page,
        body="Arbejdsmarkedsudvalget",
        template="Redegørelse med høring og sagsgang",
        title=TITLE,
    )
    steps.write(
        page,
        {
            "Sagstema": "Otte overgange ved skolerne skal gøres sikre.",
            "Redegørelse": "Overgangene er talt i marts. Der mangler lys ved to af dem.",
        },
    )
    steps.write_points(page, "at overgangene bygges om.")
    steps.go(page, f"/sager/{told['roads']}/vej/")
    steps.add_treatment(page, "Byrådet", "Beslutning", settles=True)
    steps.press(page, "Tag alle foreslåede datoer")
    decided = steps.day_of(steps.treatment(page, "Byrådet"))
    box = page.locator(".way-box", has=page.get_by_role("button", name="Sæt på vejen"))
    box.get_by_label("Udvalg", exact=True).select_option(label="Handicaprådet")
    box.get_by_label("Hvad udvalget skal med sagen").select_option(label="Høring")
    box.get_by_label("Ønsket dag").fill((decided + timedelta(days=7)).isoformat())
    box.get_by_label("Ønsket dag").blur()
    expect(box.locator(".way-tried")).to_contain_text("Hvis du gør det:")
    expect(box.locator(".way-tried")).to_contain_text("Handicaprådet")
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{told['roads']}/hoering/ny/")
    page.get_by_text(re.compile(r"^Handicaprådet")).click()
    page.get_by_label("Frist", exact=True).fill((decided + timedelta(days=7)).isoformat())
    steps.press(page, "Send i høring")
    expect(page.locator("main")).to_contain_text("Vælg en tidligere frist, eller flyt afgørelsen")
    assert violations(page, axe) == []


def test_thirteen_bodies_are_asked_at_once(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['roads']}/hoering/ny/")
    assert violations(page, axe) == []
    for name in ASKED:
        page.get_by_text(re.compile(rf"^{name}( \(|$)")).click()
    page.get_by_label("Hvad spørges de om?").fill("Hvilke overgange haster mest?")
    page.get_by_label("Frist", exact=True).fill((steps.today() + timedelta(days=1)).isoformat())
    page.get_by_label(re.compile("^Ryk dem, der mangler")).fill("")
    steps.press(page, "Send i høring")
    steps.expect_said(page, "Høringen er sendt til 13 råd og udvalg.")
    assert page.locator(".hearing-table tbody tr").count() == 13
    expect(page.locator("main")).to_contain_text("13 af 13 mangler.")
    assert violations(page, axe) == []


def test_a_chair_reads_what_her_council_was_given_and_answers(own_site, page, axe):
    as_person(page, own_site, "Inger Marie Solbakke")
    steps.go(page, "/hoeringer/")
    steps.follow(page, TITLE)
    expect(page.locator("main")).to_contain_text("Hvilke overgange haster mest?")
    expect(page.locator("main")).to_contain_text("Der mangler lys ved to af dem.")
    steps.editor(page, "Svaret").click()
    page.keyboard.type(RAMPS)
    page.get_by_label("Fraværende").fill("Jørgen Kallehave")
    assert violations(page, axe) == []
    steps.press(page, "Send svaret")
    steps.expect_said(page, "Svaret er sendt.")
    expect(page.locator(".hearing-answer")).to_contain_text(RAMPS)
    assert violations(page, axe) == []


def test_a_chair_of_another_body_does_not_see_that_answer(own_site, page):
    as_person(page, own_site, "Gitte Rosenlund")
    steps.go(page, "/hoeringer/")
    steps.follow(page, TITLE)
    expect(page.locator("main")).to_contain_text("Hvilke overgange haster mest?")
    assert RAMPS not in page.content()


def test_there_is_more_time_and_then_the_hearing_is_closed(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, f"/sager/{told['roads']}/hoering/")
    row_of(page, "Handicaprådet").locator("summary").click()
    expect(row_of(page, "Handicaprådet")).to_contain_text(RAMPS)
    steps.follow(page, "Forlæng fristen")
    later = steps.today() + timedelta(days=2)
    page.get_by_label("Ny frist").fill(later.isoformat())
    page.get_by_label("Hvorfor?").fill("Flere råd har bedt om det.")
    assert violations(page, axe) == []
    steps.press(page, "Forlæng, og sig det til alle")
    expect(page.locator("h2").first).to_have_text(f"Høring med frist {steps.written(later)}")
    steps.follow(page, "Luk høringen")
    expect(page.locator("main")).to_contain_text("12")
    steps.press(page, "Luk høringen")
    expect(page.locator("main")).to_contain_text("Skriv hvorfor.")
    assert violations(page, axe) == []
    page.get_by_label(re.compile("^Hvorfor")).fill("Byrådet skal have sagen.")
    steps.press(page, "Luk høringen")
    steps.expect_said(page, "Høringen er lukket.")
    expect(page.locator("main")).to_contain_text("Byrådet skal have sagen.")
    assert violations(page, axe) == []


def test_the_chair_whose_hearing_was_closed_is_told_so(own_site, page, axe):
    as_person(page, own_site, "Gitte Rosenlund")
    steps.go(page, "/hoeringer/")
    steps.follow(page, TITLE)
    expect(page.locator("main")).to_contain_text("Høringen er lukket. Byrådet skal have sagen.")
    assert page.get_by_role("button", name="Send svaret").count() == 0
    assert violations(page, axe) == []
