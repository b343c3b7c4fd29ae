"""FirstAgenda's meetings: the lines of older and newer answers, and nothing of them lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.firstagenda import firstagenda_lines, is_firstagenda

AssertKept = Callable[[list[str], Canonical], None]
REAL = sorted(Path(__file__).parents[4].glob("shared/real/firstagenda/*.json"))

BLOB = (
    "<div><div id='sagsfremstillingContainer'>\r\n<div><h3>Beslutning</h3>\r\n"
    "<span>Godkendt.</span></div>\r\n<h3>Fremstilling</h3>\r\n<span class='ukendt'><div>"
    "<h2><span>Sagsprocedure</span></h2><p>Vækstudvalget.</p><h2><b>I</b>ndstilling</h2>"
    "<p><i>Centret indstiller, at planen godkendes.</i></p></div><h4><i><br></i></h4></span>\r\n"
    "<h3>Sagens forløb</h3>\r\n<span class='sagsforloeb'><u>07-02-2022 Vækstudvalget</u><br>\r "
    "Anbefales.<br></span></div></div>"
)


def meeting(*items: dict[str, Any], **about: Any) -> dict[str, Any]:
    return {
        "Dagsordenpunkter": list(items),
        "Udvalg": {"Navn": "Vækstudvalget", "Historisk": False},
        "Moede": {
            "Dato": "2022-02-07T08:00:00+01:00",
            "Sted": "Lokale 4",
            "Navn": "Dagsorden",
            "Moededeltagere": [
                {"Name": "Ane Holm", "Absent": False},
                {"Name": "Bo Lund", "Absent": False},
            ],
            **about,
        },
    }


def item(html: str = BLOB, **fields: Any) -> dict[str, Any]:
    return {
        "Punktnummer": "1",
        "Number": "1",
        "Navn": "Ny plan",
        "Caption": "Ny plan",
        "SagsNummer": "22-001227",
        "CaseNumber": "22-001227",
        "Felter": [{"Navn": "", "Html": html, "Tekst": None}],
        "Bilag": [],
        **fields,
    }


def read(answer: Any) -> Canonical:
    return firstagenda_lines(json.dumps(answer).encode())


def check_one_line(refusal: Unreadable) -> None:
    assert str(refusal).splitlines() == [str(refusal)]


def marked(page: Canonical, role: Role) -> list[tuple[int, str]]:
    """(level, line) of the lines with `role`."""
    return [
        (mark.level, page.lines[i]) for i, mark in sorted(page.marks.items()) if mark.role is role
    ]


def test_a_meeting_reads_like_minutes() -> None:
    page = read(meeting(item(Bilag=[{"Navn": "Plan 2022", "Id": "7"}])))
    assert page.format == "firstagenda"
    assert page.flowed
    assert page.lines == [
        "Referat Vækstudvalget",
        "Mødedato 07-02-2022 kl. 08:00",
        "Mødested Lokale 4",
        "Mødedeltagere Ane Holm, Bo Lund",
        "1 Ny plan",
        "22-001227",
        "Beslutning",
        "Godkendt.",
        "Fremstilling",
        "Sagsprocedure",
        "Vækstudvalget.",
        "Indstilling",
        "Centret indstiller, at planen godkendes.",
        "Sagens forløb",
        "07-02-2022 Vækstudvalget",
        "Anbefales.",
        "Bilag",
        "Plan 2022",
    ]
    assert marked(page, Role.ITEM) == [(0, "1 Ny plan")]
    assert marked(page, Role.HEADING) == [
        (1, "Beslutning"),
        (1, "Fremstilling"),
        (2, "Sagsprocedure"),
        (2, "Indstilling"),
        (1, "Sagens forløb"),
        (6, "07-02-2022 Vækstudvalget"),
        (1, "Bilag"),
    ]


def test_without_a_decision_it_is_an_agenda() -> None:
    html = "<h3>Beslutningstema</h3><p>Planen.</p><h3>Tidligere beslutninger</h3><p>Ingen.</p>"
    assert read(meeting(item(html))).lines[0] == "Dagsorden Vækstudvalget"


def test_a_decision_heading_without_text_decides_nothing() -> None:
    assert read(meeting(item("<p>Sag</p><h3>Beslutning</h3>"))).lines[0].startswith("Dagsorden")


@pytest.mark.parametrize("where", ["TillaegsDagsorden", "IsSupplementaryAgenda"])
def test_supplementary_agendas_say_so(where: str) -> None:
    answer = meeting(item(), **{where: True})
    answer[where] = True
    assert read(answer).lines[0] == "Tillægsdagsorden Vækstudvalget"


@pytest.mark.parametrize(
    ("about", "line"),
    [
        ({"Dato": "2022-07-07T15:30:00+02:00"}, "Mødedato 07-07-2022 kl. 15:30"),
        ({"Dato": "2022-07-07T13:30:00Z"}, "Mødedato 07-07-2022 kl. 15:30"),
        ({"Dato": "2022-01-07T08:00:00"}, "Mødedato 07-01-2022 kl. 08:00"),
        ({"Dato": "2022-01-07T00:00:00+01:00"}, "Mødedato 07-01-2022"),
        ({"Dato": "i morgen"}, "Mødedato i morgen"),
        ({"Dato": "", "MeetingBeginUtc": "2022-01-07T08:00:00"}, "Mødedato 07-01-2022 kl. 08:00"),
        ({"MeetingEndUtc": "2022-02-07T10:15:00+01:00"}, "Mødedato 07-02-2022 kl. 08:00 - 10:15"),
    ],
)
def test_the_time_is_danish_time_as_printed(about: dict[str, Any], line: str) -> None:
    assert line in read(meeting(item(), **about)).lines


def test_members_who_are_away_are_not_among_those_present() -> None:
    members = [
        {"Name": "Ane Holm", "Absent": False},
        {"Name": "Bo Lund", "Absent": True},
        {"Name": "Eva Ravn", "ParticipationCancelled": True},
    ]
    lines = read(meeting(item(), Moededeltagere=members)).lines
    assert "Mødedeltagere Ane Holm" in lines
    assert "Fraværende: Bo Lund, Eva Ravn" in lines


def test_absence_from_an_item_is_a_section_of_it() -> None:
    away = [
        {"Name": "Bo Lund", "Reason": "Fraværende"},
        {"Name": "Eva Ravn", "Reason": "Fraværende"},
        {"Name": "Ane Holm", "Reason": "Inhabil"},
    ]
    page = read(meeting(item(ExternalAgendaItemAttendees=away)))
    assert page.lines[-4:] == ["Fraværende", "Bo Lund, Eva Ravn", "Inhabil", "Ane Holm"]
    assert page.marks[len(page.lines) - 4] == Mark(Role.HEADING, level=1)


def test_absence_that_the_text_tells_is_not_told_again() -> None:
    away = [{"Name": "Bo Lund", "Reason": "Fraværende"}]
    html = "<p>Godkendt.</p><p>Fraværende: Bo Lund<br></p>"
    page = read(meeting(item(html, ExternalAgendaItemAttendees=away)))
    assert page.lines[-1] == "Fraværende: Bo Lund"
    assert sum("Bo Lund" in line for line in page.lines) == 2  # Once among the members.


def test_several_named_fields_and_plain_text() -> None:
    fields = [
        {"Navn": "Resumé", "Html": "<p>Kort.</p>"},
        {"Navn": "Sagsfremstilling", "Tekst": "Linje et\r\nLinje to"},
    ]
    page = read(meeting(item(Felter=fields)))
    assert page.lines[6:] == ["Resumé", "Kort.", "Sagsfremstilling", "Linje et", "Linje to"]


def test_headings_without_the_programmes_own_frame_rank_by_size() -> None:
    page = read(meeting(item("<h2>Resumé</h2><p>a</p><h4>Tal</h4><p>b</p>")))
    assert marked(page, Role.HEADING) == [(1, "Resumé"), (2, "Tal")]


@pytest.mark.parametrize(
    "decision",
    ["Godkendt uden bemærkninger", {"Html": "<p>Godkendt uden bemærkninger</p>"}],
)
def test_a_decision_kept_apart_is_a_section(decision: Any) -> None:
    page = read(meeting(item("<h3>Resumé</h3><p>Kort.</p>", ItemDecision=decision)))
    assert page.lines[0].startswith("Referat")
    assert page.lines[-2:] == ["Beslutning", "Godkendt uden bemærkninger"]


def test_a_decision_kept_apart_is_not_said_twice() -> None:
    page = read(meeting(item(ItemDecision={"Html": "<h3>Beslutning</h3><p>Godkendt.</p>"})))
    assert page.lines.count("Godkendt.") == 1


def test_english_field_names_alone() -> None:
    english = {
        "Number": 2,
        "Caption": "Budget",
        "CaseNumber": "23/19",
        "Presentations": [{"Title": "Resumé", "Content": "<p>Tal.</p>"}],
        "Documents": [{"Name": "Notat"}],
    }
    page = read(meeting(english))
    assert page.lines[4:] == ["2 Budget", "23/19", "Resumé", "Tal.", "Bilag", "Notat"]


def test_an_item_without_number_or_title_still_opens_one() -> None:
    page = read(meeting(item(), {"Felter": [{"Html": "<p>Tekst</p>"}]}))
    assert marked(page, Role.ITEM) == [(0, "1 Ny plan"), (0, "2")]


def test_items_are_closed_only_when_others_are_open() -> None:
    opened, closed = item(IsOpen=True), item("", Navn="Lejemål", Caption="Lejemål", IsOpen=False)
    assert read(meeting(opened, closed)).lines[-2:] == ["22-001227", "Lukket punkt"]
    assert "Lukket punkt" not in read(meeting(closed)).lines


def test_the_meetings_own_name_and_description_are_kept() -> None:
    page = read(meeting(item(), Navn="Referat 1. behandling", Description="<p>Digitalt møde</p>"))
    assert page.lines[1] == "Referat 1. behandling"
    assert "Digitalt møde" in page.lines


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_encoding_of_json(encoding: str) -> None:
    data = json.dumps(meeting(item(Navn="Økonomi")), ensure_ascii=False).encode(encoding)
    assert is_firstagenda(data)
    assert "1 Økonomi" in firstagenda_lines(data).lines


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"Dagsordenpunkter": [', "ikke gyldig JSON"),
        (b'{"Dagsordenpunkter": []}', "ingen dagsordenspunkter"),
        (b'{"Udvalg": {"2022-2025": [{"Navn": "A", "Moeder": []}]}}', "liste over udvalg"),
        (b'{"a": 1}', "ikke et møde"),
        (b"[1, 2]", "ikke et møde"),
        (b"[" * 100_000, "ikke gyldig JSON"),
    ],
)
def test_other_json_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as refusal:
        firstagenda_lines(data)
    assert "\n" not in str(refusal.value)


def test_what_it_is_shows_in_the_content() -> None:
    assert is_firstagenda(json.dumps(meeting(item())).encode())
    assert is_firstagenda(b'{"Udvalg": {"2022": [{"Moeder": []}]}}')
    assert not is_firstagenda(b'{"kind": "minutes", "items": []}')
    assert not is_firstagenda(b'Dagsordenpunkter "Dagsordenpunkter"')
    assert not is_firstagenda(b"")


@settings(deadline=None, max_examples=60)
@given(st.binary() | st.binary().map(lambda data: b'{"Dagsordenpunkter": [' + data))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    is_firstagenda(data)
    try:
        assert firstagenda_lines(data).lines
    except Unreadable as refusal:
        check_one_line(refusal)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Navn", "Html", "Felter", "Bilag", "ItemDecision", "Number", "Name"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_JSON, min_size=1, max_size=3), _JSON, _JSON)
def test_fields_of_any_type_are_read(items: list[Any], body: Any, about: Any) -> None:
    page = read({"Dagsordenpunkter": items, "Udvalg": body, "Moede": about})
    assert page.lines[0].startswith(("Dagsorden", "Referat"))


def _texts(answer: dict[str, Any], visible: Callable[[str], list[str]]) -> Iterator[str]:
    """Everything a reader of the published meeting sees."""
    yield answer["Udvalg"]["Navn"]
    yield answer["Moede"]["Sted"]
    yield from (member["Name"] for member in answer["Moede"]["Moededeltagere"])
    for entry in answer["Dagsordenpunkter"]:
        yield from (entry["Punktnummer"] or "", entry["Navn"] or "", entry["SagsNummer"] or "")
        for field in entry["Felter"]:
            yield from visible(field["Html"] or "")
        yield from (attachment["Navn"] for attachment in entry["Bilag"])
        away = entry.get("ExternalAgendaItemAttendees") or []
        told = " ".join(text for field in entry["Felter"] for text in visible(field["Html"] or ""))
        yield from (person["Name"] for person in away if person["Name"] not in told)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_nothing_of_a_real_meeting_is_lost(
    path: Path, assert_kept: AssertKept, visible_texts: Callable[[str], list[str]]
) -> None:
    data = path.read_bytes()
    assert is_firstagenda(data)
    assert_kept(list(_texts(json.loads(data), visible_texts)), firstagenda_lines(data))


def test_nothing_of_an_invented_meeting_is_lost(
    assert_kept: AssertKept, visible_texts: Callable[[str], list[str]]
) -> None:
    away = [{"Name": "Bo Lund", "Reason": "Fraværende"}]
    answer = meeting(item(Bilag=[{"Navn": "Plan"}], ExternalAgendaItemAttendees=away))
    assert_kept(list(_texts(answer, visible_texts)), read(answer))
