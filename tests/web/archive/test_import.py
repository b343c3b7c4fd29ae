"""What is read in is kept once; a newer reading takes the older one's place and nothing is lost."""

import threading
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection

from sagsgang.minutes import Decision, Outcome
from sagsgang.web.archive import reader, services
from sagsgang.web.archive.models import Document, Item, Meeting
from sagsgang.web.archive.packing import (
    json_to_show,
    pack_json,
    pack_text,
    text_to_show,
    unpack_json,
    unpack_text,
)
from sagsgang.web.archive.results import ImportOutcome, ImportResult, import_summary
from sagsgang.web.archive.selectors import document_get, meetings_by_year
from sagsgang.web.archive.services import archive_import, archive_import_many
from sagsgang.web.audit.models import Operation
from sagsgang.web.bodies.models import Body, Municipality

pytestmark = pytest.mark.django_db


def outcomes(*results: ImportResult) -> list[str]:
    return [result.outcome.value for result in results]


def test_the_same_file_again_changes_nothing(put, minutes):
    first, again = put(minutes()), put(minutes())
    assert outcomes(first, again) == ["imported", "already_there"]
    assert (again.municipality, again.body, again.meeting) == ("ny", "havneudvalget", "2031-03-04")
    assert (Document.objects.count(), Item.objects.count(), Operation.objects.count()) == (1, 1, 1)


def test_a_newer_reading_of_the_same_meeting_takes_the_place_of_the_old(put, item, minutes):
    old = put(minutes(item("1", "Kajen")), data=b"udkast", name="udkast.txt")
    new = put(minutes(item("1", "Kajen"), item("2", "Molen")), data=b"endelig")
    assert outcomes(old, new) == ["imported", "replaced"]
    document = document_get(municipality="ny", body="havneudvalget", meeting="2031-03-04")
    assert [row.title for row in document.items] == ["Kajen", "Molen"]
    assert [row.name for row in document.superseded] == ["udkast.txt"]
    assert unpack_json(document.superseded[0].minutes)["items"][0]["title"] == "Kajen"
    # The draft once more does not come back: the archive knows it already.
    assert outcomes(put(minutes(item("1", "Kajen")), data=b"udkast")) == ["already_there"]
    assert Meeting.objects.count() == 1


def test_agenda_and_minutes_of_a_meeting_stand_side_by_side(put, item, minutes):
    put(minutes(item("1", "Kajen"), kind="agenda"), data=b"dagsorden")
    assert (
        document_get(municipality="ny", body="havneudvalget", meeting="2031-03-04").row.kind
        == "agenda"
    )
    assert outcomes(put(minutes(), data=b"referat")) == ["imported"]
    first = document_get(municipality="ny", body="havneudvalget", meeting="2031-03-04")
    agenda = document_get(
        municipality="ny", body="havneudvalget", meeting="2031-03-04", kind="agenda"
    )
    assert (first.row.kind, first.address()) == ("minutes", "/ny/havneudvalget/2031-03-04/")
    assert agenda.address("item", item="1") == "/ny/havneudvalget/2031-03-04/dagsorden/punkt/1/"
    assert first.other == agenda.row


def test_a_new_version_of_the_program_reads_again(put, item, minutes, monkeypatch):
    put(minutes(item("1", "Kajen")))
    monkeypatch.setattr(services, "__version__", "99")
    assert outcomes(put(minutes(item("1", "Kajen")))) == ["already_there"]
    assert Document.objects.get().made_by == "99"
    monkeypatch.setattr(services, "__version__", "100")
    assert outcomes(put(minutes(item("1", "Kajen ved molen")))) == ["replaced"]
    monkeypatch.setattr(services, "__version__", "101")
    moved = put(minutes(item("1", "Kajen"), starts_at=datetime(2031, 4, 1, 9)))
    assert (moved.outcome, moved.meeting) == (ImportOutcome.REPLACED, "2031-04-01")
    (year,) = meetings_by_year(body=Body.objects.get())
    assert [row.meeting.slug for row in year.meetings] == ["2031-04-01"]


def test_the_same_reading_with_newer_checks_shows_their_findings(put, item, minutes, monkeypatch):
    decision = Decision(text="Godkendt.", outcome=Outcome.APPROVED)
    undecided = minutes(item("1", "Kajen"), item("2", "Molen", decision=decision))
    monkeypatch.setattr(reader, "check", lambda m, **_: reader_check(m, rules=[]))
    put(undecided)
    assert Document.objects.get().findings == 0
    monkeypatch.undo()
    monkeypatch.setattr(services, "__version__", "99")
    assert outcomes(put(undecided)) == ["already_there"]
    assert Document.objects.get().findings == 1
    assert [row.findings for row in Item.objects.order_by("position")] == [1, 0]


reader_check = reader.check


def test_a_file_that_cannot_be_read_says_why_and_leaves_the_archive_alone(monkeypatch):
    result = archive_import(data=b"", name="tom.txt")
    assert (result.outcome, result.name) == (ImportOutcome.FAILED, "tom.txt")
    assert "tom" in result.message
    assert "\n" not in result.message

    def trip(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reader.reading, "read", trip)
    assert "fejl i programmet" in archive_import(data=b"x", name="x.txt").message
    assert not Document.objects.exists()
    assert not Municipality.objects.exists()
    assert not Operation.objects.exists()


def test_what_cannot_be_stored_leaves_nothing_half_done(put, item, minutes, monkeypatch):
    def trip(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(services, "item_rows", trip)
    with pytest.raises(ZeroDivisionError):
        put(minutes())
    assert not Meeting.objects.exists()
    assert not Municipality.objects.exists()


def test_two_meetings_on_a_day_have_an_address_each(put, minutes):
    first = put(minutes(), data=b"1")
    second = put(minutes(starts_at=datetime(2031, 3, 4, 19)), data=b"2")
    assert (first.meeting, second.meeting) == ("2031-03-04", "2031-03-04-1900")


def test_documents_that_say_nothing_are_kept_apart_and_can_be_shown(put, minutes, client):
    bare = minutes(municipality=None, body=None, starts_at=None)
    one, two = put(bare, data=b"1"), put(bare, data=b"2")
    assert (one.municipality, one.body) == ("uden-kommune", "uden-udvalg")
    assert one.meeting != two.meeting
    page = client.get("/uden-kommune/uden-udvalg/").content.decode()
    assert "Udvalg ikke angivet" in page
    assert page.count("Møde uden dato") == 2
    assert client.get(f"/uden-kommune/uden-udvalg/{one.meeting}/punkt/1/").status_code == 200


def test_a_municipality_can_be_given_for_documents_that_do_not_say(put, minutes):
    silent = minutes(municipality=None)
    assert put(silent).municipality == "uden-kommune"
    told = put(silent, municipality="Ny Kommune")
    assert (told.outcome, told.municipality) == (ImportOutcome.REPLACED, "ny")
    assert outcomes(put(silent), put(silent, municipality="Ny Kommune")) == ["already_there"] * 2
    assert put(minutes(), data=b"2", municipality="Gammel Kommune").municipality == "ny"


def test_characters_that_a_database_refuses_are_survived(put, item, minutes, client):
    odd = minutes(item("1\x00", "Kaj\x00en \ud83d"), body="Havne\x00udvalget")
    result = put(odd, text="linje\x00 \ud83d\n", name="odd\x00.txt")
    base = f"/{result.municipality}/{result.body}/{result.meeting}/"
    for page in ("", "punkt/1/", "kilde/", "data.json"):
        assert client.get(base + page).status_code == 200


def test_many_files_come_one_by_one_and_a_bad_one_stops_nothing(tmp_path, put):
    (tmp_path / "tom.txt").write_bytes(b"")
    missing = tmp_path / "findes-ikke.txt"
    results = list(archive_import_many(paths=[missing, tmp_path / "tom.txt"]))
    assert outcomes(*results) == ["failed", "failed"]
    assert results[0].message.startswith("Filen kunne ikke åbnes")
    assert (
        import_summary(results)
        == "0 indlæst, 0 erstattet, 0 fandtes i forvejen, 0 fandtes i et andet format, "
        "2 kunne ikke læses"
    )


def test_the_outcome_of_each_item_is_known_to_lists(put, item, minutes):
    decided = Decision(text="Udsat.", outcome=Outcome.POSTPONED)
    own_words = Decision(text="Kajen er blå.", outcome=None)
    put(
        minutes(
            item("1", "A", decision=decided), item("2", "B", decision=own_words), item("2", "C")
        )
    )
    rows = Item.objects.order_by("position").values_list("slug", "outcome", "has_decision")
    assert list(rows) == [
        ("1", "postponed", True),
        ("2", "", True),
        ("2-2", "", False),
    ]


def test_packing_gives_back_what_was_put_in():
    value = {"b": 1, "a": ["æ", None, 1.5], "\x00": "\ud800"}
    assert list(unpack_json(pack_json(value))) == ["b", "a", "\x00"]
    assert unpack_json(pack_json(value)) == value
    assert unpack_text(pack_text("a\x00\ud800ø\n")) == "a\x00\ud800ø\n"


def test_what_is_shown_can_be_sent_to_a_browser():
    assert json_to_show(pack_json({"a": ["\ud800 x", "🛶"]})) == {"a": ["? x", "🛶"]}
    assert text_to_show(pack_text("🛶\ud800\n")).encode()


def test_a_result_survives_its_way_through_json():
    result = ImportResult("a.txt", ImportOutcome.REPLACED, items=3)
    assert ImportResult.from_json(result.as_json()) == result


def test_real_reading_and_checking_go_through(root: Path):
    example = root / "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"
    (result,) = archive_import_many(paths=[example], municipality="Nørreskov Kommune")
    assert (result.outcome, result.municipality, result.items) == (
        ImportOutcome.IMPORTED,
        "noerreskov",
        14,
    )
    assert result.findings >= 4
    assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_of_several_imports_at_once_one_adds_and_the_others_find_it_there(root: Path):
    path = root / "src/sagsgang/web/example/minutes/oekonomiudvalget-2025-05-14.txt"
    results: list[ImportResult] = []
    start = threading.Barrier(4)

    def add() -> None:
        start.wait(timeout=10)
        try:
            results.append(archive_import(data=path.read_bytes(), name=path.name))
        finally:
            connection.close()

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(outcomes(*results)) == ["already_there"] * 3 + ["imported"]
    assert Document.objects.count() == Meeting.objects.count() == Body.objects.count() == 1


def in_format(minutes, name: str, confidence: float = 0.9, **fields):
    built = minutes(**fields)
    source = built.source.model_copy(update={"format": name, "confidence": confidence})
    return built.model_copy(update={"source": source})


def test_the_same_document_in_two_formats_is_one_with_two_sources(put, item, minutes, client):
    put(in_format(minutes, "pdf"), data=b"pdf", name="referat.pdf")
    again = put(in_format(minutes, "docx", 0.8), data=b"docx", name="referat.docx")
    assert outcomes(again) == ["copy"]
    assert outcomes(put(in_format(minutes, "docx", 0.8), data=b"docx")) == ["already_there"]
    assert Document.objects.count() == 1
    page = client.get("/ny/havneudvalget/2031-03-04/").content.decode()
    assert "referat.pdf" in page
    assert "referat.docx" in page


def test_of_two_formats_the_surer_reading_is_shown(put, item, minutes):
    put(in_format(minutes, "pdf", 0.7), data=b"pdf", name="referat.pdf")
    assert outcomes(put(in_format(minutes, "docx"), data=b"docx", name="a.docx")) == ["copy"]
    document = document_get(municipality="ny", body="havneudvalget", meeting="2031-03-04")
    assert document.row.name == "a.docx"
    assert [copy.name for copy in document.copies] == ["referat.pdf"]
    assert outcomes(put(in_format(minutes, "pdf", 0.7), data=b"pdf")) == ["already_there"]


def test_another_format_with_another_decision_is_a_newer_version(put, item, minutes):
    put(in_format(minutes, "pdf"), data=b"pdf")
    other = Decision(text="Forkastet.", outcome=Outcome.REJECTED)
    changed = minutes(item("1", "Kajen", decision=other))
    source = changed.source.model_copy(update={"format": "docx"})
    assert outcomes(put(changed.model_copy(update={"source": source}), data=b"docx")) == [
        "replaced"
    ]
