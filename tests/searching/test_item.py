import datetime

from sagsgang.minutes import (
    AgendaItem,
    CaseNumber,
    CaseNumberKind,
    Decision,
    DocumentKind,
    ItemKind,
    Minutes,
    Outcome,
    Recommendation,
    Section,
    SectionKind,
    Source,
)
from sagsgang.searching import SearchIndex, public_items, rebuild
from sagsgang.searching.schema import case_terms

SECRET = "Hemmelighed"


def section(kind, text):
    return Section(heading="Overskrift", kind=kind, lines=(1, 2), text=text)


def agenda_item(**more):
    return AgendaItem(
        number="7",
        title="Køb af ejendom",
        lines=(1, 9),
        case_number=CaseNumber(
            text="13.06.02-Ø54-3-25", kind=CaseNumberKind.KLE, canonical="13.06.02-Ø54-3-25",
            is_valid=True,
        ),
        sections=(
            section(SectionKind.SUMMARY, f"{SECRET} i resuméet"),
            section(SectionKind.RECOMMENDATION, f"{SECRET} i indstillingen"),
            section(SectionKind.DECISION, "Godkendt."),
            section(SectionKind.ATTACHMENTS, f"{SECRET}.pdf"),
        ),
        recommendations=(Recommendation(number=1, text=f"{SECRET} i indstillingen"),),
        decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        attachments=(f"{SECRET}.pdf",),
        deciding_body=SECRET,
        route_line=SECRET,
        initials=SECRET,
        kind=ItemKind.DECISION,
        **more,
    )  # fmt: skip


def minutes(*items):
    return Minutes(
        kind=DocumentKind.MINUTES,
        municipality="Nordstrand Kommune",
        body="Økonomiudvalget",
        starts_at=datetime.datetime(2025, 5, 12, 16, 30),
        items=items,
        source=Source(name="a", sha256="0", format="txt", dialect="standard", confidence=1),
    )


def public(*items):
    def address(position, item):
        return f"{position}/{item.number}"

    return list(public_items(minutes(*items), document_key="dok", address=address))


def test_an_open_item_is_found_by_all_it_says():
    (item,) = public(agenda_item())
    assert (item.address, item.document_key, item.number) == ("0/7", "dok", "7")
    assert (item.municipality, item.body) == ("Nordstrand Kommune", "Økonomiudvalget")
    assert item.date == datetime.date(2025, 5, 12)
    assert (item.kind, item.outcome) == (ItemKind.DECISION, Outcome.APPROVED)
    assert (item.case_number, item.kle_subject) == ("13.06.02-Ø54-3-25", "13.06.02")
    assert item.texts == (f"{SECRET} i resuméet", f"{SECRET} i indstillingen")
    assert (item.decision, item.attachments) == ("Godkendt.", (f"{SECRET}.pdf",))


def test_of_a_closed_item_only_number_title_and_decision_are_public():
    (item,) = public(agenda_item(is_closed=True, closed_ground=SECRET))
    assert item.is_closed
    assert (item.number, item.title, item.decision) == ("7", "Køb af ejendom", "Godkendt.")
    assert (item.texts, item.attachments) == ((), ())
    assert (item.case_number, item.kle_subject, item.kind) == (None, None, None)
    assert SECRET not in repr(item)


def test_what_is_closed_is_nowhere_in_the_index(tmp_path):
    rebuild(public(agenda_item(is_closed=True, closed_ground=SECRET)), tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()
            assert SECRET.casefold().encode() not in path.read_bytes()
    index = SearchIndex(tmp_path)
    assert index.search("ejendom").total == 1
    assert index.search(SECRET).total == 0
    assert index.search("sag:13.06.02").total == 0


def test_recommendations_are_found_without_a_section_of_their_own():
    item = agenda_item()
    (found,) = public(item.model_copy(update={"sections": item.sections[:1]}))
    assert found.texts == (f"{SECRET} i resuméet", f"{SECRET} i indstillingen")


def test_other_case_numbers_have_no_subject():
    number = CaseNumber(text="24/1", kind=CaseNumberKind.ESDH, canonical="24/1", is_valid=True)
    (item,) = public(agenda_item().model_copy(update={"case_number": number}))
    assert (item.case_number, item.kle_subject) == ("24/1", None)
    assert case_terms("24/1") == ("24/1",)


def test_a_subject_is_found_by_its_groups():
    assert case_terms("15.20.00-G01-3-25", "15.20.00") == (
        "15.20.00-g01-3-25",
        "15.20.00",
        "15.20",
        "15",
    )
