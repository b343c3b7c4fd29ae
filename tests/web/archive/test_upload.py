"""Adding documents on the website: several at once, each with its result, and never twice."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sagsgang.web.archive import forms, services
from sagsgang.web.archive.models import Document
from sagsgang.web.audit.models import Operation

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(root) -> bytes:
    """A real file: one of the example's."""
    return (
        root / "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"
    ).read_bytes()


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_each_page_has_an_operation_of_its_own(client):
    pages = [client.get("/tilfoej/").content.decode() for _ in range(2)]
    keys = [re.search(r'name="operation" value="([^"]+)"', page)[1] for page in pages]
    assert keys[0] != keys[1]
    assert all(uuid.UUID(key) for key in keys)


def test_every_file_has_its_own_result(client, text):
    key = uuid.uuid4()
    form = {
        "operation": key,
        "municipality": "Nørreskov Kommune",
        "files": [file("referat.txt", text), file("igen.txt", text), file("tom.txt", b"")],
    }
    answer = client.post("/tilfoej/", form)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/tilfoej/{key}/")
    page = client.get(answer.headers["Location"]).content.decode()
    assert re.findall(r'<span class="badge badge-\w+">([^<]+)</span>', page) == [
        "Tilføjet",
        "Fandtes i forvejen",
        "Ikke læst",
    ]
    assert 'href="/noerreskov/arbejdsmarkedsudvalget/2025-05-05/"' in page
    assert Document.objects.count() == 1


def test_a_double_click_is_one_operation(client, text):
    key = uuid.uuid4()
    answers = [
        client.post("/tilfoej/", {"operation": key, "files": [file("referat.txt", text)]})
        for _ in range(2)
    ]
    assert {answer.headers["Location"] for answer in answers} == {f"/tilfoej/{key}/"}
    assert "Tilføjet" in client.get(f"/tilfoej/{key}/").content.decode()
    assert Operation.objects.count() == Document.objects.count() == 1


@pytest.mark.parametrize("form", [{}, {"operation": "nej"}, {"operation": str(uuid.uuid4())}])
def test_a_form_without_files_or_key_is_explained(client, form):
    answer = client.post("/tilfoej/", form)
    assert answer.status_code == 400
    assert 'class="form-error-message"' in answer.content.decode()
    assert not Operation.objects.exists()


def test_too_much_at_once_is_refused_before_it_is_read(client, text, monkeypatch):
    monkeypatch.setattr(forms, "_MAX_TOGETHER", 10)
    answer = client.post("/tilfoej/", {"operation": uuid.uuid4(), "files": [file("a.txt", text)]})
    assert answer.status_code == 400
    assert "for store tilsammen" in answer.content.decode()


def test_a_file_that_is_too_large_has_a_result_of_its_own(client, monkeypatch):
    monkeypatch.setattr(services, "MAX_SIZE", 2_000_000)
    key = uuid.uuid4()
    client.post("/tilfoej/", {"operation": key, "files": [file("stor.txt", b"a" * 3_000_000)]})
    page = client.get(f"/tilfoej/{key}/").content.decode()
    assert "Filen er på 3 MB; her er grænsen 2 MB." in page


def test_nobody_adds_where_adding_is_closed(client, settings, text):
    settings.SAGSGANG_UPLOAD = False
    answer = client.post("/tilfoej/", {"operation": uuid.uuid4(), "files": [file("a.txt", text)]})
    assert answer.status_code == 403
    assert not Document.objects.exists()


def test_the_result_of_an_unknown_operation_is_not_found(client):
    assert client.get(f"/tilfoej/{uuid.uuid4()}/").status_code == 404
