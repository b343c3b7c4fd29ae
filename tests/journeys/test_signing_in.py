"""The first administrator: from the command's link to signing in with a passkey alone."""

import os
import re
import subprocess
import sys

from playwright.sync_api import Page, expect

PASSWORD = "brune køer græsser roligt"


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    page.evaluate(axe)
    found = page.evaluate("() => axe.run().then(done => done.violations)")
    return [f"{page.url}: {v['id']}: {v['nodes'][0]['html']}" for v in found]


def make_administrator(folder, address: str) -> str:
    """What the command prints: the link by which she chooses her password."""
    command = [sys.executable, "-m", "sagsgang.cli", "administrator", "ida@ny.example"]
    environment = {n: v for n, v in os.environ.items() if not n.startswith("SAGSGANG_")}
    environment |= {
        "SAGSGANG_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [*command, "--name", "Ida Lund", "--address", address],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def give_virtual_key(page: Page) -> None:
    """The browser gets a key of its own making, which always says yes."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_from_the_first_link_to_a_passkey(empty_site, tmp_path, open_page, axe):
    # Browsers let a passkey belong to a name, not to a number.
    site = empty_site.replace("127.0.0.1", "localhost")
    watch: list[str] = []
    page = open_page(make_administrator(tmp_path, site), watch=watch)
    give_virtual_key(page)
    wrong = violations(page, axe)
    page.get_by_label("Ny adgangskode", exact=True).fill(PASSWORD)
    page.get_by_label("Ny adgangskode igen").fill(PASSWORD)
    page.get_by_role("button", name="Gem adgangskoden").click()
    expect(page.get_by_text("Din adgangskode er gemt.")).to_be_visible()

    page.locator(".account-menu summary").click()
    page.get_by_role("link", name="Min konto").click()
    wrong += violations(page, axe)
    page.get_by_role("link", name="Andet trin og adgangsnøgler").click()
    wrong += violations(page, axe)
    page.get_by_role("link", name="Tilføj en adgangsnøgle").click()
    wrong += violations(page, axe)
    page.get_by_label("Nøglens navn").fill("Min computer")
    page.get_by_label("Log ind med denne nøgle alene").check()
    page.get_by_role("button", name="Tilføj nøglen").click()
    expect(page.get_by_role("heading", name="Reservekoder")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^\d{8}$"))).to_have_count(10)
    wrong += violations(page, axe)
    page.goto(f"{site}/konto/to-trin/noegler/")
    expect(page.get_by_role("rowheader", name="Min computer")).to_be_visible()
    wrong += violations(page, axe)

    page.locator(".account-menu summary").click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_text("Du er logget ud.")).to_be_visible()
    page.get_by_role("link", name="Log ind").click()
    wrong += violations(page, axe)
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    expect(page.locator(".account-name")).to_have_text("Ida Lund")

    page.locator(".account-menu summary").click()
    page.keyboard.press("Escape")
    expect(page.locator(".account-menu > div")).to_be_hidden()
    assert wrong == []
    assert [line for line in watch if "Content Security Policy" in line] == []
    assert {line.split("/")[2] for line in watch if line.startswith("http")} == {
        site.removeprefix("http://")
    }
