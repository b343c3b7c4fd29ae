"""Personal numbers stay out of the archive, whichever way a file comes, and are masked."""

import html as markup
import io
import json
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.web.archive.gate import kept_out_by, refusal
from sagsgang.web.archive.masked import Masking
from sagsgang.web.archive.models import Document, Meeting
from sagsgang.web.archive.reader import read_file
from sagsgang.web.archive.services import archive_import
from sagsgang.web.audit.models import Operation
from sagsgang.web.bodies.models import Body

NUMBER = "070761-4285"
UNSURE = "070761-4286"


def minutes(number: str) -> bytes:
    """Minutes with a personal number in the second of two items."""
    return (
        "Referat\nHavneudvalget\nNørreskov Kommune\nTirsdag den 4. marts 2031 kl. 15.30\n\n"
        "1. Kajen\n\nBeslutning\nGodkendt.\n\n"
        f"2. Molen\n\nSagsfremstilling\nEjeren med personnummer {number} har søgt om en plads.\n\n"
        "Beslutning\nGodkendt.\n"
    ).encode()


def checked(client, data: bytes, name: str = "referat.txt") -> str:
    answer = client.post("/tjek/referat/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302
    return answer.headers["Location"]


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return markup.unescape(answer.content.decode())


def nothing_is_archived() -> bool:
    return not any(model.objects.exists() for model in (Document, Meeting, Body, Operation))


def test_only_what_blocks_and_is_about_people_keeps_a_document_out():
    with_number = read_file(minutes(NUMBER), "referat.txt").report
    assert [finding.rule for finding in kept_out_by(with_number)] == ["P01"]
    assert "personnummer (P01) i punkt 2, linje 1" in refusal(with_number)
    assert "Fjern det fra dokumentet" in refusal(with_number)
    assert NUMBER not in refusal(with_number)
    without = read_file(minutes("på 3 cifre"), "referat.txt").report
    warned = read_file(minutes(UNSURE), "referat.txt").report
    assert [finding.rule for finding in warned.findings if finding.rule == "P01"]
    assert refusal(without) == refusal(warned) == ""


@pytest.mark.django_db
def test_a_checked_file_is_refused_and_stays_checked(client):
    address = checked(client, minutes(NUMBER))
    before = page(client, address)
    assert "Filen kan ikke lægges i arkivet" in before
    assert "punkt 2, linje 1" in before
    assert "Fjern det fra dokumentet" in before
    assert "laeg-i-arkivet" not in before
    answer = client.post(f"{address}laeg-i-arkivet/")
    assert answer.status_code == 409
    assert "Filen kan ikke lægges i arkivet" in answer.content.decode()
    assert nothing_is_archived()
    assert page(client, address)
    client.cookies["sprog"] = "en"
    assert "cannot be put into the archive" in page(client, address)


@pytest.mark.django_db
def test_a_corrected_file_is_taken(client):
    address = checked(client, minutes("på 3 cifre"))
    assert "laeg-i-arkivet" in page(client, address)
    assert client.post(f"{address}laeg-i-arkivet/").status_code == 302
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_an_upload_is_refused_file_by_file(client):
    key = uuid.uuid4()
    files = [
        SimpleUploadedFile("med.txt", minutes(NUMBER)),
        SimpleUploadedFile("uden.txt", minutes("på 3 cifre")),
    ]
    client.post("/tilfoej/", {"operation": key, "files": files})
    html = page(client, f"/tilfoej/{key}/")
    assert "Ikke lagt i arkivet, hvor alle kan læse og søge: et personnummer (P01)" in html
    assert '<span class="badge badge-error">Ikke lagt i arkivet</span>' in html
    assert [document.name for document in Document.objects.all()] == ["uden.txt"]


@pytest.mark.django_db
def test_an_import_is_refused():
    result = archive_import(data=minutes(NUMBER), name="referat.txt")
    assert (result.outcome, result.meeting) == ("refused", "")
    assert nothing_is_archived()


@pytest.mark.django_db
def test_a_checked_file_shows_no_personal_number(client):
    address = checked(client, minutes(NUMBER), f"ansøgning {NUMBER}.txt")
    for language in ("da", "en"):
        client.cookies["sprog"] = language
        word = "De sidste fire cifre" if language == "da" else "The last four digits"
        assert "P01" in page(client, address)
        for part in ("", "punkt/2/", "kilde/"):
            html = page(client, address + part)
            assert NUMBER not in html
            assert word in html
        for part in ("punkt/2/", "kilde/"):
            assert "070761-XXXX" in page(client, address + part)
        data = client.get(f"{address}data.json").content.decode()
        assert NUMBER not in data
        assert "070761-XXXX" in json.dumps(json.loads(data))
    assert "<mark" in page(client, f"{address}punkt/2/")


@pytest.mark.django_db
def test_nothing_is_said_of_hiding_where_nothing_is_hidden(client):
    address = checked(client, minutes("på 3 cifre"))
    for part in ("", "punkt/2/", "kilde/"):
        assert "De sidste fire cifre" not in page(client, address + part)


@given(
    st.text(alphabet="0123456789- \n.cprX", max_size=60), st.sampled_from([NUMBER, "0707614285"])
)
def test_a_masked_text_is_as_long_and_has_no_personal_number(around, number):
    text = f"{around} cpr {number}, {around}"
    masked = Masking(text).text(text)
    assert len(masked) == len(text)
    assert not find_personal_numbers(masked)


def test_what_is_called_a_personal_number_in_one_place_is_one_in_all():
    masking = Masking("CPR 0707614286\n")
    assert masking.text("celle 0707614286") == "celle 070761XXXX"
    assert masking.text("10707614286 og 07076142860") == "10707614286 og 07076142860"


def workbook(cell: str) -> bytes:
    """An .xlsx file, as small as one can be, with words in its first cell."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Ansøgere" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">'
        f'<c r="A1" t="inlineStr"><is><t>{cell}</t></is></c></row></sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("ansøgere.csv", f"Navn;CPR\nBo;{NUMBER}\n".encode(), "celle B2"),
        ("brev.txt", f"Kære nabo\n\nMit personnummer er {NUMBER}.\n".encode(), "linje 3"),
        ("ansøgere.xlsx", workbook(f"cpr {NUMBER}"), "ark «Ansøgere», celle A1"),
    ],
)
def test_what_is_no_minutes_is_checked_as_an_attachment(client, name, data, where):
    address = checked(client, data, name)
    html = page(client, address)
    assert "Læst som et bilag: 1 fund" in html
    assert where in html
    assert "har form som et personnummer" in html
    assert "070761-XXXX" in html
    assert NUMBER not in html
    assert "De sidste fire cifre" in html
    assert client.post(f"{address}laeg-i-arkivet/").status_code == 404
    client.cookies["sprog"] = "en"
    english = page(client, address)
    assert "Read as an attachment: 1 finding" in english
    assert "has the form of a personal number" in english


@pytest.mark.django_db
def test_a_sheet_without_personal_data_has_no_findings(client):
    html = page(client, checked(client, workbook("Kajpladser"), "pladser.xlsx"))
    assert "Læst som et bilag: 0 fund" in html
    assert "Kajpladser" in html
    assert "De sidste fire cifre" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("data", [b"PK\x03\x04zzz", b"\x89PNG\r\n\x1a\nzz"])
def test_a_broken_file_is_not_said_to_have_no_findings(client, data):
    answer = client.post("/tjek/referat/", {"file": SimpleUploadedFile("fil.xlsx", data)})
    assert answer.status_code == 400
    assert "Filen kunne ikke læses: " in answer.content.decode()
    assert "beskadiget" in answer.content.decode()
