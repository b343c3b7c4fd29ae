"""A case's way: what has been, this meeting, what is to come, in order and none twice."""

from datetime import date, datetime

from sagsgang.minutes import CaseStop, EarlierTreatment
from sagsgang.web.archive.pages.timeline import timeline


def nowhere(*_: object) -> None:
    return None


def shown(minutes, item, find=nowhere):
    return [(s.when, s.body, s.date and s.date.day) for s in timeline(minutes, item, find)]


def test_the_stations_stand_in_order(item, minutes):
    case = item(
        "7",
        "Kajen",
        earlier_treatments=(
            EarlierTreatment(
                body="Ældrerådet", date=date(2031, 2, 20), text="Taget til orientering."
            ),
        ),
        case_route=(
            CaseStop(body="Ældrerådet", date=date(2031, 2, 20)),
            CaseStop(body="Direktionen", date=date(2031, 2, 10)),
            CaseStop(body="Havneudvalg", date=date(2031, 3, 4)),
            CaseStop(body="Byrådet", date=date(2031, 3, 25)),
            CaseStop(body="Økonomiudvalget"),
        ),
    )
    assert shown(minutes(case), case) == [
        ("past", "Direktionen", 10),
        ("past", "Ældrerådet", 20),
        ("now", "Havneudvalget", 4),
        ("coming", "Byrådet", 25),
        ("coming", "Økonomiudvalget", None),
    ]


def test_undated_stations_are_before_or_after_this_body_as_printed(item, minutes):
    route = tuple(CaseStop(body=name) for name in ("Handicaprådet", "Havneudvalget", "Byrådet"))
    case = item("7", "Kajen", case_route=route)
    assert [when for when, _, _ in shown(minutes(case), case)] == ["past", "now", "coming"]
    onward = item("7", "Kajen", case_route=(CaseStop(body="Byrådet"),))
    assert [when for when, _, _ in shown(minutes(onward), onward)] == ["now", "coming"]


def test_this_body_again_at_a_later_meeting_is_to_come(item, minutes):
    route = (
        CaseStop(body="Havneudvalget", date=date(2031, 3, 4)),
        CaseStop(body="Havneudvalget", date=date(2031, 5, 6)),
    )
    case = item("7", "Kajen", case_route=route)
    assert [when for when, _, _ in shown(minutes(case), case)] == ["now", "coming"]


def test_a_case_that_is_only_here_has_no_timeline(item, minutes):
    case = item("7", "Kajen", case_route=(CaseStop(body="Havneudvalget", date=date(2031, 3, 4)),))
    assert timeline(minutes(case), case, nowhere) == ()
    assert timeline(minutes(starts_at=None), item("7", "Kajen"), nowhere) == ()


def test_without_a_date_of_its_own_the_meeting_still_has_a_way(item, minutes):
    case = item("7", "Kajen", case_route=(CaseStop(body="Byrådet", date=date(2031, 3, 25)),))
    assert shown(minutes(case, starts_at=None), case) == [
        ("now", "Havneudvalget", None),
        ("coming", "Byrådet", 25),
    ]


def test_a_station_leads_to_its_item_when_the_archive_has_it(put, item, minutes, db):
    from sagsgang.minutes import CaseNumber
    from sagsgang.web.archive.selectors import address_finder
    from sagsgang.web.bodies.models import Municipality

    number = CaseNumber(text="24/7", kind="esdh", canonical="24/7", is_valid=True)
    council = minutes(
        item("1", "Referat"),
        item("2", "Kajen", case_number=number),
        body="Byråd",
        starts_at=datetime(2031, 3, 25, 18),
    )
    put(council)
    find = address_finder(municipality=Municipality.objects.get())
    day = date(2031, 3, 25)
    assert find("Byrådet", day, "1", None) == "/ny/byraad/2031-03-25/punkt/1/"
    assert find("Byrådet", day, None, "24/7") == "/ny/byraad/2031-03-25/punkt/2/"
    assert (
        find("Byrådet", day, "9", None)
        == find("Byrådet", day, None, None)
        == "/ny/byraad/2031-03-25/"
    )
    assert find("Byrådet", date(2031, 4, 1), "1", None) is None
    assert find("Ældrerådet", day, "1", None) is None


def test_what_is_to_come_stands_by_date_when_all_have_one(item, minutes):
    may, april = date(2031, 5, 2), date(2031, 4, 2)
    route = (CaseStop(body="Byrådet", date=may), CaseStop(body="Ældrerådet", date=april))
    case = item("7", "Kajen", case_route=route)
    assert [body for _, body, _ in shown(minutes(case), case)][1:] == ["Ældrerådet", "Byrådet"]
    undated = (*route, CaseStop(body="Direktionen"))
    case = item("7", "Kajen", case_route=undated)
    names = [body for _, body, _ in shown(minutes(case), case)]
    assert names[1:] == ["Byrådet", "Ældrerådet", "Direktionen"]
