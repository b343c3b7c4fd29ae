"""Tjek et referat: what is wrong with a file is shown to the one who has it, and kept for a day."""

import os
import re
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sagsgang.web.archive import services
from sagsgang.web.archive.models import Document

pytestmark = pytest.mark.django_db
FORM = "/tjek/referat/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "checked"


@pytest.fixture
def text(root) -> bytes:
    """A real file with mistakes planted in it: one of the example's."""
    return (
        root / "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"
    ).read_bytes()


def send(client, data: bytes, name: str = "referat.txt"):
    return client.post(FORM, {"file": SimpleUploadedFile(name, data)})


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_front_page_takes_a_file(client):
    for address in ("/", FORM):
        html = page(client, address)
        assert f'action="{FORM}"' in html
        assert 'type="file"' in html


def test_a_file_is_shown_with_its_findings_and_nothing_is_archived(client, text):
    answer = send(client, text)
    assert answer.status_code == 302
    address = answer.headers["Location"]
    assert re.fullmatch(r"/tjek/referat/[\w-]{32}/", address)
    html = page(client, address)
    assert "Tallene står forskudt" in html
    assert "27, 3, 12, 42" in html
    assert f'href="{address}punkt/37/"' in html
    assert "Kun den, der har adressen, kan se denne side" in html
    assert not Document.objects.exists()
    numbers = re.search(rf'href="({address}punkt/37/)#(maerke-\d+-1)"', html)
    on_item = page(client, numbers[1])
    assert on_item.count("<mark>") == 4
    assert f'id="{numbers[2]}"' in on_item
    assert 'id="L1"' in page(client, f"{address}kilde/")
    assert client.get(f"{address}data.json").json()["body"] == "Arbejdsmarkedsudvalget"


def test_what_holds_is_listed_by_item_and_marked_in_the_text(client, text):
    address = send(client, text).headers["Location"]
    html = page(client, address)
    count = int(re.search(r"Efterregnet og i orden: (\d+) sammenhænge", html)[1])
    assert html.count('<li><span lang="da">') == count > 10
    assert "438,6 + 52,9 + 20,9 = 512,4" in html
    on_item = page(client, f"{address}punkt/33/")
    assert "438,6 + 52,9 + 20,9 = 512,4" in on_item
    assert re.search(r'class="held" title="438,6 \+ 52,9 \+ 20,9 = 512,4[^"]*">52,9<', on_item)


def test_only_who_has_the_key_finds_it_and_nothing_remembers_it(client, text):
    answers = [send(client, text), send(client, text)]
    addresses = {answer.headers["Location"] for answer in answers}
    assert len(addresses) == 2
    for page in ("", "punkt/37/", "kilde/", "data.json"):
        answer = client.get(addresses.copy().pop() + page)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    for wrong in ("a" * 32, "..%2F" + "a" * 27, "a" * 31):
        assert client.get(f"{FORM}{wrong}/").status_code == 404


def test_after_a_day_it_is_gone(client, text, folder):
    address = send(client, text).headers["Location"]
    (kept,) = folder.iterdir()
    yesterday = time.time() - 86_401
    os.utime(kept, (yesterday, yesterday))
    assert client.get(address).status_code == 404
    assert not list(folder.iterdir())


def test_it_goes_into_the_archive_when_one_says_so(client, text):
    address = send(client, text).headers["Location"]
    for _ in range(2):
        answer = client.post(f"{address}laeg-i-arkivet/", {"municipality": "Nørreskov Kommune"})
        assert answer.headers["Location"] == "/noerreskov/arbejdsmarkedsudvalget/2025-05-05/"
    assert Document.objects.count() == 1
    assert "F01" in page(client, "/noerreskov/arbejdsmarkedsudvalget/2025-05-05/punkt/37/")
    assert client.post(f"{FORM}{'a' * 32}/laeg-i-arkivet/").status_code == 404
    assert client.get(f"{address}laeg-i-arkivet/").status_code == 405


def test_a_file_without_items_is_shown_as_text(client):
    address = send(client, "Kære nabo\n\nKajen er <b>blå</b>.\n".encode()).headers["Location"]
    html = page(client, address)
    assert "Ingen punkter fundet" in html
    assert "Kajen er &lt;b&gt;blå&lt;/b&gt;." in html
    assert "laeg-i-arkivet" not in html
    assert client.get(f"{address}kilde/").status_code == 404
    assert client.post(f"{address}laeg-i-arkivet/").status_code == 404


@pytest.mark.parametrize(("data", "words"), [(b"", "tom"), (b"%PDF-1.7\n%garbage", "PDF")])
def test_what_cannot_be_read_is_explained_beside_the_field(client, data, words):
    answer = send(client, data, "fil.pdf")
    assert answer.status_code == 400
    message = re.search(
        r'class="form-error-message"[^>]*>(.*?)</span></span>', answer.content.decode()
    )
    assert message
    assert words in message[1]


def test_no_file_a_large_file_and_a_program_error_are_explained(client, monkeypatch):
    assert "Vælg en fil." in client.post(FORM, {}).content.decode()
    monkeypatch.setattr(services, "MAX_SIZE", 10)
    assert "grænsen" in send(client, b"a" * 11).content.decode()
    monkeypatch.undo()

    def trip(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(services, "read_file", trip)
    assert "fejl i programmet" in send(client, b"a").content.decode()


def test_the_page_speaks_english_too(client, text):
    address = send(client, text).headers["Location"]
    client.cookies["sprog"] = "en"
    assert "Only who has the address can see this page" in page(client, address)
    assert client.get(f"{address}punkt/37/").status_code == 200


def test_checking_and_keeping_can_be_closed(client, settings, text):
    address = send(client, text).headers["Location"]
    settings.SAGSGANG_UPLOAD = False
    assert "laeg-i-arkivet" not in page(client, address)
    assert client.post(f"{address}laeg-i-arkivet/").status_code == 403
    settings.SAGSGANG_CHECK = False
    assert client.get(address).status_code == client.get(FORM).status_code == 403
    assert send(client, text).status_code == 403
    assert FORM not in page(client, "/")
