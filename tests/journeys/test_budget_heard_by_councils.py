"""A budget that eight councils hear with one deadline: some answer in time, one late, and the
manager reads every answer before the second reading.
"""

import pytest
from playwright.sync_api import Page, expect

from . import steps
from .conftest import as_person, as_role
from .test_every_page import violations
from .test_hearing_of_thirteen import hearings_of, row_of

TITLE = "Budget for de næste fire år, høring"
LATE = "Rådet er bekymret for besparelsen på kørsel."


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def test_eight_councils_have_one_deadline_and_six_are_late(page, axe):
    as_role(page, "sagsbehandler")
    steps.go(page, "/arbejde/")
    expect(page.locator("main")).to_contain_text(TITLE)
    number = hearings_of(page, TITLE)
    assert page.locator("h2").count() == 1
    assert page.locator(".hearing-table tbody tr").count() == 8
    expect(page.locator("main")).to_contain_text("6 af 8 mangler.")
    assert page.locator(".hearing-state-late").count() == 6
    assert violations(page, axe) == []
    steps.go(page, f"/sager/{number}/vej/")
    expect(page.locator("main")).to_contain_text("8 side om side, 2 færdige")
    assert violations(page, axe) == []


def test_a_late_answer_is_taken_and_marked(own_site, page, axe):
    as_person(page, own_site, "Inger Marie Solbakke")
    steps.go(page, "/hoeringer/")
    steps.follow(page, TITLE)
    expect(page.locator("main")).to_contain_text("Svaret modtages alligevel")
    assert violations(page, axe) == []
    steps.editor(page, "Svaret").click()
    page.keyboard.type(LATE)
    steps.press(page, "Send svaret")
    steps.expect_said(page, "Det kom efter fristen og er mærket som forsinket.")
    assert violations(page, axe) == []


def test_those_that_do_not_answer_are_closed_off_and_the_words_stand_in_the_case(page, axe):
    as_role(page, "sagsbehandler")
    number = hearings_of(page, TITLE)
    expect(row_of(page, "Handicaprådet")).to_contain_text("(forsinket)")
    steps.follow(page, "Luk høringen")
    steps.press(page, "Luk høringen")
    steps.expect_said(page, "Høringen er lukket.")
    expect(row_of(page, "Handicaprådet")).to_contain_text("Besvaret")
    assert page.locator(".hearing-state-ended").count() == 5
    steps.follow(page, "Læs alle svar")
    expect(page.locator("main")).to_contain_text("3 af 8 har svaret.")
    steps.press(page, "Læg svarene i sagen")
    steps.expect_said(page, "Svarene er lagt i sagen.")
    assert violations(page, axe) == []
    as_role(page, "leder")
    steps.go(page, f"/sager/{number}/")
    answers = page.get_by_role("region", name="Høringssvar", exact=True)
    expect(answers).to_contain_text("besparelserne rammer de samme afdelinger som sidste år")
    expect(answers).to_contain_text("Erhvervsrådet støtter forslaget.")
    expect(answers).to_contain_text(LATE)
    expect(answers).to_contain_text("modtaget efter fristen")
    assert violations(page, axe) == []
