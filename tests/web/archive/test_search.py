"""What was read in is found again: by words, narrowed by choices, and never more than is public."""

import re

import pytest

from sagsgang.minutes import CaseNumber, Decision, Outcome
from sagsgang.searching import SearchWriter
from sagsgang.web.archive import search_index
from sagsgang.web.archive.models import Unindexed
from sagsgang.web.archive.search_index import index_rebuild, index_update

pytestmark = pytest.mark.django_db


def html(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def hits(page: str) -> list[str]:
    """The addresses of the hits, in order."""
    return re.findall(r'<h3 class="hit-title"><a href="([^"]+)"', page)


@pytest.fixture
def harbour(put, item, minutes):
    """Three meetings in two municipalities."""
    decided = Decision(text="Udsat.", outcome=Outcome.POSTPONED)
    put(
        minutes(
            item("1", "Renovering af havnekajen", ("Sagsfremstilling", "Kajen <b>synker</b>.")),
            item("2", "Molen", decision=decided),
        ),
        data=b"1",
    )
    put(minutes(item("7", "Kajplads til sejlklubben"), municipality="Fjord Kommune"), data=b"2")
    put(minutes(item("3", "Budget"), body="Byrådet"), data=b"3")


def test_an_item_is_found_with_marks_and_an_address(client, harbour):
    page = html(client, "/soeg/?q=kajer")
    assert set(hits(page)) == {
        "/ny/havneudvalget/2031-03-04/punkt/1/",
        "/fjord/havneudvalget/2031-03-04/punkt/7/",
    }
    assert "<mark>Kajen</mark> &lt;b&gt;synker&lt;/b&gt;." in page
    assert "2 punkter fundet" in page
    assert 'value="kajer"' in page


def test_choices_narrow_and_are_taken_back(client, harbour):
    everything = html(client, "/soeg/")
    assert len(hits(everything)) == 4
    address = "/soeg/?kommune=Fjord+Kommune"
    assert f'href="{address}"' in everything
    chosen = html(client, address)
    assert hits(chosen) == ["/fjord/havneudvalget/2031-03-04/punkt/7/"]
    assert 'name="kommune" value="Fjord Kommune"' in chosen
    assert 'href="/soeg/?"' in chosen
    assert len(hits(html(client, "/soeg/?kommune=Fjord+Kommune&kommune=Ny+Kommune"))) == 4
    assert hits(html(client, "/soeg/?udfald=postponed")) == [
        "/ny/havneudvalget/2031-03-04/punkt/2/"
    ]


def test_an_empty_result_says_what_to_try(client, harbour):
    page = html(client, "/soeg/?q=giraf&kommune=Ny+Kommune")
    assert "0 punkter fundet" in page
    assert "Søg uden de valgte afgrænsninger" in page
    assert re.search(r'<details class="details query-help" open>', page)


@pytest.mark.parametrize(
    "asked",
    [
        "side=99999999",
        "side=-1",
        "side=x",
        "aar=x",
        "udfald=%3Cscript%3E",
        "q=%22&orden=x",
        "q=%00",
    ],
)
def test_no_address_trips_it(client, harbour, asked):
    assert "<script>" not in html(client, f"/soeg/?{asked}")


def test_pages_follow_each_other(client, put, item, minutes):
    put(minutes(*(item(str(n), f"Bro {n}") for n in range(1, 51))))
    first = html(client, "/soeg/?q=bro")
    assert len(hits(first)) == 20
    assert 'href="/soeg/?q=bro&amp;side=2"' in first
    addresses = {a for n in (1, 2, 3) for a in hits(html(client, f"/soeg/?q=bro&side={n}"))}
    assert len(addresses) == 50


def test_a_replaced_reading_takes_the_old_ones_place(client, put, item, minutes):
    put(minutes(item("1", "Tangkaj")), data=b"udkast")
    assert hits(html(client, "/soeg/?q=tangkaj"))
    put(minutes(item("1", "Stenmole")), data=b"endelig")
    assert not hits(html(client, "/soeg/?q=tangkaj"))
    assert hits(html(client, "/soeg/?q=stenmole"))
    assert not Unindexed.objects.exists()


def test_of_minutes_and_agenda_only_the_minutes_are_found(client, put, item, minutes):
    put(minutes(item("1", "Kajen"), kind="agenda"), data=b"1")
    put(minutes(item("1", "Kajen")), data=b"2")
    assert hits(html(client, "/soeg/?q=kajen")) == ["/ny/havneudvalget/2031-03-04/punkt/1/"]


def test_of_a_closed_item_only_what_the_public_may_see_is_found(client, put, item, minutes):
    number = CaseNumber(text="24/77", kind="esdh", canonical="24/77", is_valid=True)
    secret = item(
        "1", "Ejendomssag", ("Sagsfremstilling", "Hemmelighed"), is_closed=True, case_number=number
    )
    put(minutes(secret))
    assert not hits(html(client, "/soeg/?q=hemmelighed"))
    assert not hits(html(client, "/soeg/?q=24/77"))
    assert hits(html(client, "/soeg/?q=ejendomssag"))


def test_it_is_filed_under_the_name_that_was_given(client, put, item, minutes):
    put(minutes(item("1", "Kajen"), municipality=None), municipality="Fjord Kommune")
    assert len(hits(html(client, "/soeg/?kommune=Fjord+Kommune"))) == 1


def test_while_another_process_writes_the_changes_wait(harbour, monkeypatch, tmp_path):
    monkeypatch.setattr(search_index, "_SECONDS_TO_WAIT", 0)
    with SearchWriter(tmp_path / "search"):
        index_update()
        assert Unindexed.objects.count() == 3
    index_update()
    assert not Unindexed.objects.exists()
    assert search_index.search_index().count() == 4


def test_a_large_archive_without_an_index_says_how_to_make_it(client, harbour, monkeypatch):
    monkeypatch.setattr(search_index, "_FEW", 1)
    page = html(client, "/soeg/?q=kajen")
    assert "./sagsgang reindex" in page
    assert index_rebuild() == 4
    assert hits(html(client, "/soeg/?q=kajen"))


def test_the_front_page_opens_on_search(client):
    page = html(client, "/")
    assert 'role="search"' in page
    assert page.index('name="q"') < page.index('type="file"')
