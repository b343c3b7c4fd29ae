"""Every page shows what the document says, all of it escaped, at an address that stays."""

import json
import re
from datetime import date, datetime

import pytest

from sagsgang.checking import all_rules
from sagsgang.minutes import (
    Absence,
    CaseNumber,
    Decision,
    EarlierTreatment,
    FollowUp,
    Notice,
    Outcome,
    Person,
    Recommendation,
    Reference,
    Table,
    Unplaced,
    Vote,
)
from sagsgang.web.archive.selectors import document_get

pytestmark = pytest.mark.django_db
BASE = "/ny/havneudvalget/2031-03-04/"
EVIL = '<script>alert("x")</script>&<b>'


def html(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def decided(item):
    return item("2", "Molen", decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED))


def text_of(page: str) -> str:
    blocks = re.sub(r"</(p|li|dd|dt|h\d|div|td|th)>", " ", page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", blocks))


def test_an_empty_archive_says_what_to_do(client, settings):
    for address in ("/", "/kommuner/"):
        page = html(client, address)
        assert "./sagsgang import" in page
        assert 'href="/tilfoej/"' in page
    settings.SAGSGANG_UPLOAD = False
    assert 'href="/tilfoej/"' not in html(client, "/")


def test_from_the_front_page_to_the_item(client, put, item, minutes):
    put(minutes(item("17", "Kajen")))
    address = "/"
    for step in ("/ny/", "/ny/havneudvalget/", BASE, f"{BASE}punkt/17/"):
        assert f'href="{step}"' in html(client, address), f"{address} → {step}"
        address = step
    assert "<h1" in html(client, address)


def test_meetings_stand_by_year_newest_first(client, put, minutes):
    for year, month in ((2030, 5), (2031, 3), (2030, 9)):
        put(minutes(starts_at=datetime(year, month, 4, 10)), data=f"{year}{month}".encode())
    page = html(client, "/ny/havneudvalget/")
    found = re.findall(r'<h2 id="aar-(\d+)"|havneudvalget/(\d{4}-\d\d-\d\d)/"', page)
    assert [year or day for year, day in found] == [
        "2031",
        "2031-03-04",
        "2030",
        "2030-09-04",
        "2030-05-04",
    ]


def test_the_meeting_says_who_where_and_when(client, put, item, minutes):
    put(
        minutes(
            item("1", "Kajen", decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED)),
            item("2", "Molen", is_closed=True),
            place="Havnekontoret",
            ends_at=datetime(2031, 3, 4, 17, 5),
            chair="Bodil Sandvig",
            members=(Person(name="Bodil Sandvig", party="K"),),
            absent=(
                Absence(
                    name="Egon Lyng", party="L", notice=Notice.WITH_NOTICE, substitute="Ida Krog"
                ),
            ),
            contents=("Kajen", "Molen"),
        )
    )
    words = text_of(html(client, BASE))
    for expected in (
        "Tirsdag den 4. marts 2031 kl. 15.30 –17.05",
        "Havnekontoret",
        "Bodil Sandvig (K)",
        "Egon Lyng (L), med afbud, stedfortræder: Ida Krog",
        "Indholdsfortegnelsen, som den er trykt",
        "Godkendt",
        "Lukket punkt",
    ):
        assert expected.replace(" –", "–") in words.replace(" –", "–"), expected


def test_the_item_shows_everything_the_document_says(client, put, item, minutes):
    case = item(
        "17",
        "Kajen ved molen",
        ("Sagsfremstilling", "Kajen er gammel.\n\n- rust\n- råd\n\nÅr\tBåde\n2030\t12\n2031\t14"),
        ("Indstilling", "Havnekontoret indstiller,\n\n1. at kajen males\n2. at molen males"),
        ("Beslutning", "Ad 1: Godkendt.\nAd 2: Udsat."),
        tables=(
            Table(lines=(12, 14), header=("År", "Både"), rows=(("2030", "12"), ("2031", "14"))),
        ),
        recommendations=(
            Recommendation(number=1, text="at kajen males"),
            Recommendation(number=2, text="at molen males"),
        ),
        decision=Decision(
            text="Ad 1: Godkendt. Ad 2: Udsat.",
            outcome=Outcome.MIXED,
            parts=(
                {"covers": [1], "outcome": "approved", "text": "Godkendt."},
                {"covers": [2], "outcome": "postponed", "text": "Udsat."},
            ),
            follow_ups=(FollowUp(action="forwarded", to="Ældrerådet", when=date(2031, 4, 1)),),
        ),
        votes=(Vote(question="Ad 2", for_=("L",), against=("K",)),),
        absent=(Absence(name="Egon Lyng"),),
        case_number=CaseNumber(
            text="08.01.00-P20-1-30", kind="kle", canonical="08.01.00-P20-1-30", is_valid=True
        ),
        earlier_treatments=(
            EarlierTreatment(
                body="Ældrerådet", date=date(2031, 2, 2), item="3", text="Anbefalet af rådet."
            ),
        ),
        deciding_body="Havneudvalget",
        attachments=("Tegning af kajen",),
        legal_basis=("Havneloven",),
        references=(Reference(body="Byrådet", date=date(2030, 1, 2), item="6"),),
        kind="decision",
    )
    put(minutes(item("16", "Før"), case, item("18", "Efter")))
    page = html(client, f"{BASE}punkt/17/")
    words = text_of(page)
    for expected in (
        "Kajen er gammel.",
        "rust",
        "råd",
        "Sendes videre til orientering: Ældrerådet (1. april 2031)",
        "Egon Lyng",
        "08.01.00-P20-1-30",
        "Anbefalet af rådet.",
        "Tegning af kajen",
        "Havneloven",
        "Byrådet 2. januar 2030, punkt 6",
        "Til beslutning",
        "Delt beslutning",
        "16. Før",
        "18. Efter",
    ):
        assert expected in words, expected
    assert '<th scope="col">Både</th>' in page
    assert '<td class="number">14</td>' in page
    assert re.search(r"<caption[^>]*>Tabel 1: Sagsfremstilling</caption>", page)
    rows = re.findall(
        r'beside-point".*?<span>(.*?)</span></div>.*?badge-\w+">(.*?)</span>', page, re.DOTALL
    )
    assert rows == [("at kajen males", "Godkendt"), ("at molen males", "Udsat")]
    headings = re.findall(r'<h2 lang="da">(.*?)</h2>', page)
    assert headings == ["Sagsfremstilling", "Indstilling", "Beslutning"]


def test_nothing_of_a_source_becomes_html(client, put, item, minutes):
    decision = Decision(
        text=EVIL, outcome=None, parts=({"covers": [1], "outcome": None, "text": EVIL},)
    )
    evil = item(
        EVIL,
        EVIL,
        (EVIL, f"{EVIL}\n\n- {EVIL}\n\n{EVIL}\t{EVIL}"),
        ("Indstilling", f"1. {EVIL}"),
        ("Beslutning", EVIL),
        recommendations=(Recommendation(number=1, text=EVIL),),
        decision=decision,
        attachments=(EVIL,),
        legal_basis=(EVIL,),
        deciding_body=EVIL,
        initials=EVIL,
        route_line=EVIL,
        closed_ground=EVIL,
        absent=(Absence(name=EVIL, party=EVIL, substitute=EVIL),),
        case_number=CaseNumber(text=EVIL, kind="other", canonical=EVIL, is_valid=False),
        earlier_treatments=(
            EarlierTreatment(body=EVIL, date=date(2031, 1, 1), item=EVIL, text=EVIL),
        ),
        references=(Reference(body=EVIL, item=EVIL),),
        votes=(Vote(question=EVIL, for_=(EVIL,)),),
        tables=(Table(lines=(11, 12), header=(EVIL, EVIL), rows=((EVIL, EVIL),), caption=EVIL),),
    )
    result = put(
        minutes(
            evil,
            municipality=EVIL,
            body=EVIL,
            place=EVIL,
            chair=EVIL,
            term=EVIL,
            contents=(EVIL,),
            members=(Person(name=EVIL, party=EVIL),),
            unplaced=(Unplaced(lines=(1, 1), text=EVIL),),
        ),
        text=f"{EVIL}\n",
        name=f"{EVIL}.txt",
    )
    base = f"/{result.municipality}/{result.body}/{result.meeting}/"
    document = document_get(
        municipality=result.municipality, body=result.body, meeting=result.meeting
    )
    addresses = [
        "/",
        "/kommuner/",
        f"/{result.municipality}/",
        f"/{result.municipality}/{result.body}/",
    ]
    for address in [
        *addresses,
        base,
        f"{base}kilde/",
        document.address("item", item=document.items[0].slug),
    ]:
        page = html(client, address)
        assert "<script>" not in page, address
        assert "<b>" not in page, address
        assert "&lt;script&gt;" in page, address
    assert client.get(f"{base}data.json").headers["Content-Type"] == "application/json"


def test_the_source_is_told_with_lines_and_what_found_no_place(client, put, item, minutes):
    put(
        minutes(item("1", "Kajen"), unplaced=(Unplaced(lines=(2, 2), text="Linje 2"),)),
        name="marts.txt",
    )
    for address in (BASE, f"{BASE}punkt/1/"):
        words = text_of(html(client, address))
        for expected in (
            "marts.txt",
            "90 %",
            "standard (txt)",
            "1 tekststykke uden plads",
            "Linje 2",
        ):
            assert expected in words, expected
    assert f'href="{BASE}kilde/#L1"' in html(client, f"{BASE}punkt/1/")
    source = html(client, f"{BASE}kilde/")
    assert re.findall(r'<li id="L(\d+)">(.*?)</li>', source) == [("1", "Linje 1"), ("2", "Linje 2")]


def test_the_data_is_the_document_as_it_was_read(client, put, item, minutes):
    document = minutes(item("1", "Kajen", votes=(Vote(for_=("L",)),)))
    put(document)
    answer = client.get(f"{BASE}data.json")
    assert json.loads(answer.content) == document.as_json()
    assert list(json.loads(answer.content)) == list(document.as_json())
    assert (
        answer.headers["Content-Disposition"]
        == 'attachment; filename="ny-havneudvalget-2031-03-04.json"'
    )


def test_closed_and_undecided_items_say_so(client, put, item, minutes):
    put(minutes(item("1", "Køb af mole", is_closed=True, closed_ground="§ 10"), item("2", "Kajen")))
    closed = text_of(html(client, f"{BASE}punkt/1/"))
    assert "Punktet er behandlet for lukkede døre" in closed
    assert "§ 10" in closed
    assert "ingen beslutning om dette punkt" not in closed
    assert "ingen beslutning om dette punkt" in text_of(html(client, f"{BASE}punkt/2/"))


def test_a_decision_that_no_section_prints_is_shown(client, put, item, minutes):
    put(minutes(item("1", "Kajen", decision=Decision(text="Kajen bliver blå.", outcome=None))))
    words = text_of(html(client, f"{BASE}punkt/1/"))
    assert "Kajen bliver blå." in words
    assert "Besluttet med egne ord" in words


def test_the_same_case_at_other_meetings_is_one_click_away(client, put, item, minutes):
    number = CaseNumber(text="30/9", kind="esdh", canonical="30/9", is_valid=True)
    put(minutes(item("1", "Kajen", case_number=number)), data=b"1")
    later = datetime(2031, 5, 6, 10)
    put(minutes(item("4", "Kajen", case_number=number), starts_at=later, kind="agenda"), data=b"2")
    put(minutes(item("5", "Kajen", case_number=number), starts_at=later), data=b"3")
    put(minutes(item("9", "Kajen", case_number=number), municipality="Anden Kommune"), data=b"4")
    page = html(client, f"{BASE}punkt/1/")
    assert re.findall(r'href="(/ny/\S+/punkt/\d+/)"', page) == [
        "/ny/havneudvalget/2031-05-06/punkt/5/"
    ]


def test_findings_stand_with_their_help(client, put, item, minutes):
    put(minutes(item("1", "Kajen", ("Sagsfremstilling", "Der er en kaj.")), decided(item)))
    page = html(client, f"{BASE}punkt/1/")
    assert page.count('<article class="finding') == 1
    assert 'href="/tjek/D01/"' in page
    assert "Hvad D01 ser efter" in page
    assert "1 fund" in text_of(html(client, BASE))


def test_findings_can_be_had_in_english(client, put, item, minutes):
    put(minutes(item("1", "Kajen", ("Sagsfremstilling", "Der er en kaj.")), decided(item)))
    danish = html(client, f"{BASE}punkt/1/")
    client.cookies["sprog"] = "en"
    english = html(client, f"{BASE}punkt/1/")
    message = r'finding-title">.*?</h\d>\s*<p>(.*?)</p>'
    assert re.search(message, danish, re.DOTALL)[1] != re.search(message, english, re.DOTALL)[1]


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_every_check_has_its_page(client, code):
    page = html(client, f"/tjek/{code}/")
    assert "Hvad reglen ser efter" in page
    assert page.count("<h1>") == 1
    assert html(client, f"/tjek/{code.lower()}/")
    assert f'href="/tjek/{code}/"' in html(client, "/tjek/")


@pytest.mark.parametrize(
    "address",
    [
        "/ingen/",
        "/ny/ingen/",
        "/ny/havneudvalget/2031-01-01/",
        f"{BASE}punkt/2/",
        f"{BASE}dagsorden/",
        "/tjek/X99/",
    ],
)
def test_what_is_not_there_is_not_found(client, put, item, minutes, address):
    put(minutes(item("1", "Kajen")))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/kommuner/", BASE, "/tjek/"])
def test_pages_are_only_read(client, put, minutes, address):
    put(minutes())
    assert client.post(address).status_code == 405


def test_a_list_of_many_meetings_asks_the_database_a_fixed_number_of_times(
    client, put, minutes, django_assert_max_num_queries
):
    for day in range(1, 25):
        put(minutes(starts_at=datetime(2031, 1, day, 10)), data=bytes([day]))
    with django_assert_max_num_queries(5):
        client.get("/ny/havneudvalget/")
    with django_assert_max_num_queries(6):
        client.get("/")
