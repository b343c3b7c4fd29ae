"""A case is written: typing, a table, a paste from Word, and the checks beside the text."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import served_copy

CLIPBOARDS = Path(__file__).parents[1] / "web" / "cases" / "richtext" / "clipboards"
#: Makes a municipality with a case and a signed-in case officer; says what the browser needs.
PREPARE = """
import json, sys
import django
django.setup()
sys.path.insert(0, sys.argv[1])
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from web.world import build_world
world = build_world()
cases = [world.case() for _number in range(12)]
user = cases[0].officer
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(json.dumps({"session": session.session_key, "cases": [case.pk for case in cases]}))
"""


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, root: Path, empty_folder: Path
):
    """The addresses of pages on which cases are written, and the session of their officer."""
    folder = tmp_path_factory.mktemp("writing")
    with served_copy(empty_folder, folder) as address:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
            "SAGSGANG_DATA": str(folder),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        told = subprocess.run(
            [sys.executable, "-c", PREPARE, str(root / "tests")],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        made = json.loads(told.stdout.splitlines()[-1])
        yield [f"{address}/sager/{case}/skriv/" for case in made["cases"]], made["session"]


@pytest.fixture
def page(desk, open_page) -> Page:
    """The page in a window of the officer's, with what it breaks of our policies."""
    addresses, session = desk
    address = addresses.pop()
    complaints: list[str] = []
    page = open_page("about:blank")
    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": address.split("/sager/")[0]}]
    )
    page.on("console", lambda m: complaints.append(m.text) if "Policy" in m.text else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.complaints = complaints
    return page


def editor(page: Page, name: str = "Sagsfremstilling"):
    return page.get_by_role("textbox", name=name, exact=True)


def html_of(page: Page, name: str = "Sagsfremstilling") -> str:
    label = page.locator(f"label:text-is('{name}')").first
    return page.locator(f"textarea[id='{label.get_attribute('for')}']").evaluate("e => e.value")


def empty(page: Page) -> None:
    editor(page).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")


def paste(page: Page, html: str, plain: str = "") -> None:
    editor(page).evaluate(
        """(element, [html, plain]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", html);
            clipboardData.setData("text/plain", plain);
            const how = {clipboardData, bubbles: true, cancelable: true};
            element.dispatchEvent(new ClipboardEvent("paste", how));
        }""",
        [html, plain],
    )


def tool(page: Page, name: str):
    bar = page.get_by_role("toolbar", name="Værktøjer til Sagsfremstilling", exact=True)
    return bar.get_by_role("button", name=name, exact=True)


def test_text_is_written_and_formed_by_keyboard(page):
    empty(page)
    page.keyboard.type("Der bygges ")
    page.keyboard.press("Control+b")
    page.keyboard.type("to")
    expect(tool(page, "Fed")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Control+b")
    page.keyboard.type(" skure.")
    page.keyboard.press("Enter")
    page.keyboard.type("1. ved kajen")
    page.keyboard.press("Enter")
    page.keyboard.type("ved torvet")
    assert html_of(page) == (
        "<p>Der bygges <strong>to</strong> skure.</p>"
        "<ol><li><p>ved kajen</p></li><li><p>ved torvet</p></li></ol>"
    )
    page.keyboard.press("Alt+F10")
    expect(tool(page, "Overskrift")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tool(page, "Underoverskrift")).to_be_focused()
    page.keyboard.press("Escape")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+z")
    assert "ved torvet" not in html_of(page)
    assert page.complaints == []


def test_a_link_and_a_footnote_are_asked_for_in_words(page):
    empty(page)
    page.keyboard.type("Se planen")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.wait_for_timeout(200)  # The browser tells the editor of a selection a moment later.
    page.keyboard.press("Control+k")
    page.keyboard.type("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Skriv en adresse")).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type("https://www.example.dk/plan")
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    tool(page, "Fodnote").click()
    page.keyboard.type("Vedtaget i 2025")
    page.keyboard.press("Enter")
    assert html_of(page) == (
        '<p>Se <a href="https://www.example.dk/plan">planen</a><small>Vedtaget i 2025</small></p>'
    )


def test_a_table_with_a_wrong_total_is_marked_beside_the_text(page, axe):
    empty(page)
    tool(page, "Tabel").click()
    rows = (("Område", "Budget (1.000 kr.)", "Note"), ("Skoler", "100", "a"))
    rows += (("Dagtilbud", "200", "b"), ("I alt", "310", "c"))
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if number or column:
                page.keyboard.press("Tab")
            page.keyboard.type(words)
    finding = page.locator(".finding", has_text="100 + 200 = 300, men der står 310")
    expect(finding.locator(".finding-weight")).to_have_text("Skal afklares")
    assert page.evaluate("CSS.highlights.get('finding-blocks').size") == 1
    assert "mark" not in html_of(page)
    editor(page, "Økonomi").click()
    finding.get_by_role("button", name="Gå til ordene").click()
    expect(editor(page)).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "310"
    assert violations(page, axe) == []
    page.keyboard.type("300")
    expect(finding).to_have_count(0)
    assert page.complaints == []


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("name", ["word", "libreoffice", "outlook"])
def test_a_paste_comes_out_as_the_server_would_have_it(page, name):
    from sagsgang.web.cases.richtext.sanitise import sanitise

    clipboard = (CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8")
    empty(page)
    paste(page, clipboard)
    html = html_of(page)
    assert "mso" not in html
    assert "<o:p" not in html
    assert sanitise(html) == sanitise(clipboard)


def test_a_script_in_a_paste_does_nothing(page):
    empty(page)
    paste(
        page,
        "<p>Ord<script>document.title='x'</script><img src=x onerror=\"document.title='x'\"></p>",
    )
    assert html_of(page) == "<p>Ord</p>"
    assert page.title() != "x"
    assert page.complaints == []


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(page):
    empty(page)
    page.keyboard.type("Der står skuret skuret her.")
    finding = page.locator(".finding", has_text="skuret skuret")
    finding.get_by_role("button", name="Sæt til side").click()
    page.keyboard.type("nej")
    finding.get_by_role("button", name="Sæt til side med denne begrundelse").click()
    expect(finding.get_by_role("alert")).to_contain_text("begrundelsen bliver trykt")
    expect(finding.get_by_role("textbox")).to_be_focused()
    page.keyboard.type(" det er et citat af borgeren")
    finding.get_by_role("button", name="Sæt til side med denne begrundelse").click()
    expect(finding).to_contain_text("Sat til side af Signe Krogh: nej det er et citat af borgeren")
    finding.get_by_role("button", name="Tag frem igen").click()
    expect(finding.get_by_role("button", name="Sæt til side")).to_be_focused()


def test_a_lost_connection_is_told_and_tried_again(page):
    empty(page)
    page.route("**/tjek/", lambda route: route.abort())
    page.keyboard.type("Der står kajen kajen her.")
    expect(page.get_by_text("Forbindelsen er tabt. Tjekket prøver igen om")).to_be_visible()
    page.unroute("**/tjek/")
    expect(page.locator(".finding", has_text="kajen kajen")).to_be_visible()
    expect(page.get_by_text("Forbindelsen er tabt.")).to_have_count(0)


def test_without_javascript_the_text_is_still_there_to_be_written(desk, open_page):
    addresses, session = desk
    address = addresses.pop()
    page = open_page("about:blank", java_script_enabled=False)
    page.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": address.split("/sager/")[0]}]
    )
    page.goto(address)
    expect(page.get_by_role("textbox", name="Sagsfremstilling", exact=True)).to_be_editable()
