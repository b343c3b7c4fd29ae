"""Tjek et referat: drop a PDF on the front page, and see its mistakes beside its text."""

import base64
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.test_every_page import PHONE, TOO_WIDE, headings_out_of_order, violations
from tests.pdf.structure import blocks_of
from tests.pdf.typeset import TIMES, typeset

NAME = "arbejdsmarkedsudvalget-2025-05-05"
RESULT = re.compile(r"/tjek/referat/[\w-]{32}/$")
DROP = """([data, name]) => {
    const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name, {type: 'application/pdf'}));
    const target = document.querySelector('.check-form');
    target.dispatchEvent(new DragEvent('dragover', {dataTransfer: transfer, cancelable: true}));
    target.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
}"""


@pytest.fixture(scope="session")
def pdf(root: Path) -> bytes:
    """An example's minutes, with the mistakes planted in them, set in type."""
    text = (root / f"src/sagsgang/web/example/minutes/{NAME}.txt").read_text(encoding="utf-8")
    document = json.loads((root / f"tests/reading/golden/{NAME}.json").read_text(encoding="utf-8"))
    return typeset(blocks_of(text, document), TIMES)


def expect_mistakes(page: Page) -> None:
    expect(page.locator("h1")).to_contain_text("fund")
    expect(page.get_by_text("Tallene står forskudt").first).to_be_visible()
    expect(page.get_by_text("Kun den, der har adressen, kan se denne side")).to_be_visible()


def test_drop_a_pdf_and_see_its_mistakes(empty_site, open_page, pdf: bytes, axe):
    watched: list[str] = []
    page = open_page(empty_site, watch=watched)
    page.evaluate(DROP, [base64.b64encode(pdf).decode(), "referat.pdf"])
    page.wait_for_url(RESULT)
    expect_mistakes(page)
    assert violations(page, axe) == []
    assert headings_out_of_order(page) == []
    page.get_by_role("link", name=re.compile("^Se det i teksten.*Orientering om anke")).click()
    expect(page.locator("td mark")).not_to_have_count(0)
    assert violations(page, axe) == []
    assert [line for line in watched if not line.startswith(empty_site)] == []
    page.goto(f"{empty_site}/kommuner/")
    expect(page.locator(".card")).to_have_count(0)


def test_without_javascript_on_a_phone_and_into_the_archive(
    empty_site, open_page, pdf: bytes, axe, tmp_path: Path
):
    (tmp_path / "referat.pdf").write_bytes(pdf)
    page = open_page(empty_site, java_script_enabled=False, viewport=PHONE)
    page.get_by_label("Referat eller dagsorden").set_input_files(tmp_path / "referat.pdf")
    page.get_by_role("button", name="Tjek filen").click()
    page.wait_for_url(RESULT)
    expect_mistakes(page)
    with_script = open_page(page.url, viewport=PHONE)
    assert violations(with_script, axe) == []
    assert with_script.evaluate(TOO_WIDE) == []
    page.get_by_role("button", name="Læg i arkivet").click()
    page.wait_for_url(re.compile(r"/arbejdsmarkedsudvalget/2025-05-05/$"))
    expect(page.get_by_text("Kun den, der har adressen, kan se denne side")).to_have_count(0)


def test_what_cannot_be_read_is_said_beside_the_field(empty_site, open_page, tmp_path: Path, axe):
    (tmp_path / "brev.txt").write_bytes("Kære nabo\n\nKajen er blå.\n".encode())
    (tmp_path / "ødelagt.pdf").write_bytes(b"%PDF-1.7\nintet")
    page = open_page(empty_site)
    page.get_by_label("Referat eller dagsorden").set_input_files(tmp_path / "ødelagt.pdf")
    page.get_by_role("button", name="Tjek filen").click()
    expect(page.locator(".form-error-message")).to_contain_text("PDF")
    assert violations(page, axe) == []
    page.get_by_label("Referat eller dagsorden").set_input_files(tmp_path / "brev.txt")
    page.get_by_role("button", name="Tjek filen").click()
    expect(page.locator("h1")).to_contain_text("Ingen punkter fundet")
    expect(page.get_by_text("Kajen er blå.")).to_be_visible()
    assert violations(page, axe) == []
