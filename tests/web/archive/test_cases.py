"""Sagens gang: one case number over bodies and meetings; what is like it; how it is referred to."""

import re
from datetime import date, datetime

import pytest

from sagsgang.minutes import Absence, CaseNumber, CaseStop, Decision, EarlierTreatment, Outcome
from sagsgang.web.archive.search_index import index_update

pytestmark = pytest.mark.django_db
NUMBER = CaseNumber(text="24/19987", kind="esdh", canonical="24/19987", is_valid=True)
CASE = "/sag/ny/24-19987/"


def html(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def stations(page: str) -> list[str]:
    """Each station's words, in order."""
    found = re.findall(r'<li class="station [^>]*>(.*?)</li>', page, re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", each)).strip() for each in found]


@pytest.fixture
def way(put, item, minutes):
    """A case in a committee and the council, with an earlier treatment and one to come."""
    recommended = Decision(text="Anbefales.", outcome=Outcome.RECOMMENDED)
    decided = Decision(text="Godkendt af byrådet.", outcome=Outcome.APPROVED)
    earlier = EarlierTreatment(
        body="Direktionen", date=date(2031, 2, 1), item="3", text="Sendes til udvalget."
    )
    first = item(
        "1",
        "Kajen",
        decision=recommended,
        case_number=NUMBER,
        earlier_treatments=(earlier,),
        absent=(Absence(name="Bo Bæk", party="A"),),
        case_route=(CaseStop(body="Byrådet", date=date(2031, 4, 1)),),
    )
    second = item(
        "9",
        "Kajen, anden behandling",
        decision=decided,
        case_number=NUMBER,
        case_route=(CaseStop(body="Handicaprådet", date=date(2031, 5, 1)),),
    )
    put(minutes(first), data=b"1")
    put(minutes(second, body="Byrådet", starts_at=datetime(2031, 4, 1, 17)), data=b"2")


def test_the_way_of_a_case_has_each_bodys_decision_in_order(client, way):
    page = html(client, CASE)
    told, committee, council, coming = stations(page)
    assert "Direktionen" in told
    assert "Sendes til udvalget." in told
    assert "mødet selv er ikke i arkivet" in told
    assert "Havneudvalget" in committee
    assert "Anbefales." in committee
    assert "Bo Bæk (A)" in committee
    assert "Godkendt af byrådet." in council
    assert "Handicaprådet" in coming
    assert "varslet" in coming
    assert 'href="/ny/byraadet/2031-04-01/punkt/9/"' in page
    assert f'href="{CASE}"' in html(client, "/ny/havneudvalget/2031-03-04/punkt/1/")


def test_a_case_that_is_not_there_is_not_found(client, way):
    for address in ("/sag/ny/24-1/", "/sag/anden/24-19987/", "/sag/ny/"):
        assert client.get(address).status_code == 404


def test_of_minutes_and_agenda_the_minutes_are_told(client, put, item, minutes):
    put(minutes(item("1", "Kajen", case_number=NUMBER), kind="agenda"), data=b"1")
    put(minutes(item("1", "Kajen", case_number=NUMBER)), data=b"2")
    assert len(stations(html(client, CASE))) == 1


def test_the_citation_has_the_address_that_stays(client, way):
    page = html(client, "/ny/havneudvalget/2031-03-04/punkt/1/")
    expected = (
        "Ny Kommune, Havneudvalget, 4. marts 2031, punkt 1: Kajen. "
        "http://testserver/ny/havneudvalget/2031-03-04/punkt/1/"
    )
    assert expected in page
    client.cookies["sprog"] = "en"
    assert expected in html(client, "/ny/havneudvalget/2031-03-04/punkt/1/")


def test_similar_items_are_found_in_other_municipalities(client, put, item, minutes):
    text = "Havnekajen renoveres, fordi stenmolen og bolværket er angrebet af pæleorm."
    for number, name in enumerate(("Ny Kommune", "Fjord Kommune", "Bakke Kommune")):
        put(
            minutes(item("1", "Renovering", ("Sagsfremstilling", text)), municipality=name),
            data=str(number).encode(),
        )
    for number in range(5):
        other = item("1", "Skolestart", ("Sagsfremstilling", f"Klasse {number} begynder."))
        put(minutes(other, body=f"Udvalg {number}"), data=f"x{number}".encode())
    index_update()
    page = html(client, "/ny/havneudvalget/2031-03-04/punkt/1/")
    similar = page.split("Lignende sager", 1)[1].split("</section>")[0]
    assert 'href="/fjord/havneudvalget/2031-03-04/punkt/1/"' in similar
    assert 'href="/bakke/havneudvalget/2031-03-04/punkt/1/"' in similar
    assert "Skolestart" not in similar
