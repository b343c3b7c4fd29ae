"""A finding about two items, and reports that an older version kept."""

import pytest

from sagsgang.checking import Finding, Place, Report, Severity, Status
from sagsgang.checking.finding import Totals
from sagsgang.web.archive.models import Document
from sagsgang.web.archive.packing import pack_json

pytestmark = pytest.mark.django_db
BASE = "/ny/havneudvalget/2031-03-04/"


@pytest.fixture
def two_items(put, item, minutes):
    built = minutes(
        item("1", "Kajen", ("Sagsfremstilling", "Kajen koster 12 kr.")),
        item("2", "Molen", ("Sagsfremstilling", "Kajen kostede 13 kr.")),
    )
    put(built)
    return built


def keep(minutes, *findings: Finding, relations: int = 0) -> None:
    totals = Totals(
        items=2,
        tables=0,
        relations_verified=relations,
        findings=len(findings),
        suppressed=0,
    )
    report = Report(source=minutes.source, findings=findings, summary=totals)
    Document.objects.update(report=pack_json(report.as_json()))


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def finding(place: Place, *others: Place) -> Finding:
    return Finding(
        rule="F01",
        severity=Severity.WARNS,
        status=Status.TRIAL,
        confidence=0.9,
        message="Kajen har to priser.",
        place=place,
        others=others,
    )


def test_a_finding_of_two_items_is_marked_in_both_and_leads_to_both(client, two_items):
    here = Place(item=0, section=0, spans=((13, 15),))
    there = Place(item=1, section=0, spans=((14, 16),))
    keep(two_items, finding(here, there))
    first = page(client, f"{BASE}punkt/1/")
    assert "<mark>12</mark>" in first
    assert 'href="#maerke-1-1"' in first
    assert f'href="{BASE}punkt/2/#maerke-1-2"' in first
    assert "Se tallene i punkt 2" in first
    assert "På prøve" in first
    second = page(client, f"{BASE}punkt/2/")
    assert '<mark>13</mark><a class="mark-ref" id="maerke-1-2"' in second
    assert f'<a href="{BASE}punkt/1/#fund-1">Fund 1: ' in second
    assert "<article" in first
    assert '<article class="finding' not in second


@pytest.mark.parametrize(
    "place",
    [
        Place(item=9, section=0, spans=((0, 1),)),
        Place(item=0, section=9, spans=((0, 1),)),
        Place(item=0, section=0, spans=((90, 99), (-4, -1), (5, 2))),
        Place(item=0, table=3, cells=((7, 7),)),
    ],
)
def test_a_place_that_the_document_does_not_have_is_no_link(client, two_items, place):
    keep(two_items, finding(Place(item=0), place))
    html = page(client, f"{BASE}punkt/1/")
    assert "Kajen har to priser." in html
    assert "#maerke" not in html
    page(client, BASE)


def test_an_older_version_kept_only_how_many_relations_hold(client, two_items):
    keep(two_items, relations=3)
    html = page(client, BASE)
    assert "Efterregnet og i orden: 3 sammenhænge" in html
    assert "Læs den ind igen" in html
