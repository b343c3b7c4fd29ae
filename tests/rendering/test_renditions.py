"""The public document is made of the internal one, and what is closed is not in it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.minutes import (
    AgendaItem,
    AttachmentFile,
    Decision,
    DocumentKind,
    EarlierTreatment,
    Minutes,
    Person,
    Section,
    SectionKind,
    Source,
    Table,
    UsedFigure,
)
from sagsgang.rendering.redacting import Redaction, is_found
from sagsgang.rendering.renditions import CLOSED_TITLE, Files, public

from .random_minutes import DOCUMENTS

SOURCE = Source(name="x", sha256="0" * 64, format="html", dialect="", confidence=1.0)


def item(number="1", **fields):
    return AgendaItem(number=number, lines=(1, 9), **{"title": "Nye skure"} | fields)


def minutes(*items, **fields):
    return Minutes(kind=DocumentKind.MINUTES, items=items, source=SOURCE, **fields)


def section(text, kind=SectionKind.PRESENTATION, **fields):
    return Section(heading="Fremstilling", kind=kind, lines=(2, 5), text=text, **fields)


def test_a_closed_item_keeps_its_number_and_says_what_the_public_may_know():
    closed = item(
        is_closed=True,
        title="Køb af Havnegade 7",
        public_title="Køb af ejendom",
        public_decision="Købet blev godkendt.",
        decision=Decision(text="Der bydes 4 mio. kr.", outcome="approved"),
        sections=(section("Sælger har brug for pengene."),),
        guests=(Person(name="Mægler Krog"),),
    )
    (shown,) = public(minutes(closed)).items
    assert (shown.number, shown.title, shown.is_closed) == ("1", "Køb af ejendom", True)
    assert shown.decision == Decision(text="Købet blev godkendt.", outcome=None)
    assert (shown.sections, shown.guests) == ((), ())


def test_a_closed_item_without_a_public_title_has_a_neutral_one():
    assert public(minutes(item(is_closed=True))).items[0].title == CLOSED_TITLE


def test_a_section_for_the_house_takes_with_it_what_was_drawn_from_it():
    table = Table(lines=(3, 4), header=("a",), rows=(("b",),))
    inner = section("a\nb", is_public=False)
    (shown,) = public(minutes(item(sections=(inner,), tables=(table,)))).items
    assert (shown.sections, shown.tables) == ((), ())


def test_closed_attachments_are_not_named_and_open_ones_have_their_address():
    files = (
        AttachmentFile(title="Kort", sha256="a"),
        AttachmentFile(title="Pris", sha256="b", is_closed=True),
    )
    told = item(attachments=("Kort", "Pris"), attachment_files=files)
    (shown,) = public(minutes(told), files=Files({"a": "/bilag/kort.pdf"})).items
    assert shown.attachments == ("Kort",)
    assert [(file.title, file.url) for file in shown.attachment_files] == [
        ("Kort", "/bilag/kort.pdf")
    ]


def test_a_treatment_behind_closed_doors_is_told_of_without_its_words():
    earlier = EarlierTreatment(body="Byrådet", date=date(2026, 5, 5), text="Nej.", is_closed=True)
    (shown,) = public(minutes(item(earlier_treatments=(earlier,)))).items
    assert [(each.body, each.text) for each in shown.earlier_treatments] == [("Byrådet", "")]


def test_a_passage_is_left_out_of_everything_that_was_drawn_from_the_text():
    told = item(
        sections=(section("Familien Krog i Nordby får hjælp. Resten er rutine."),),
        tables=(Table(lines=(3, 4), header=("Familien Krog i Nordby",), rows=(("1",),)),),
        decision=Decision(text="Krog i Nordby får hjælp.", outcome="approved"),
    )
    wanted = Redaction("1", "Familien Krog i Nordby", "private forhold")
    (shown,) = public(minutes(told), [wanted]).items
    assert "Krog" not in shown.model_dump_json()
    assert shown.sections[0].text == "[udeladt: private forhold] får hjælp. Resten er rutine."


def test_a_passage_is_left_out_of_its_own_item_only():
    told = minutes(item("1", title="Om Krog"), item("2", title="Om Krog"))
    shown = public(told, [Redaction("1", "Krog", "privat")])
    assert [each.title for each in shown.items] == ["Om [udeladt: privat]", "Om Krog"]


@settings(max_examples=20)
@given(DOCUMENTS, st.data())
def test_nothing_of_a_closed_item_is_in_the_public_document(told, data):
    """Every item in turn is closed, and has words that nobody else has."""
    if not told.items:
        return
    place = data.draw(st.integers(0, len(told.items) - 1))
    secret = "ordsomkunstårher"
    closed = told.items[place].model_copy(
        update={
            "is_closed": True,
            "title": f"{told.items[place].title} {secret}",
            "sections": (section(secret),),
            "decision": Decision(text=secret, outcome=None),
            "attachments": (secret,),
        }
    )
    items = (*told.items[:place], closed, *told.items[place + 1 :])
    contents = tuple(each.title for each in items) if told.contents else ()
    shown = public(told.model_copy(update={"items": items, "contents": contents}))
    assert secret not in shown.model_dump_json()
    assert len(shown.items) == len(items)
    assert [each.number for each in shown.items] == [each.number for each in items]


@settings(max_examples=20)
@given(DOCUMENTS)
def test_a_document_without_anything_closed_says_the_same_in_public(told):
    open_items = tuple(
        each.model_copy(
            update={
                "is_closed": False,
                "public_title": None,
                "public_decision": None,
                "closed_ground": None,
                "attachment_files": tuple(
                    file.model_copy(update={"is_closed": False}) for file in each.attachment_files
                ),
                "figures": tuple(
                    figure.model_copy(update={"is_public": True}) for figure in each.figures
                ),
                "sections": tuple(
                    part.model_copy(update={"is_public": True}) for part in each.sections
                ),
                "earlier_treatments": tuple(
                    one.model_copy(update={"is_closed": False}) for one in each.earlier_treatments
                ),
            }
        )
        for each in told.items
    )
    whole = told.model_copy(update={"items": open_items, "sign_offs": ()})
    shown = public(whole)
    assert shown.items == open_items
    assert shown.unplaced == whole.unplaced
    assert public(shown) == shown


@settings(max_examples=20)
@given(DOCUMENTS, st.data())
def test_a_passage_that_is_left_out_is_not_found_again(told, data):
    texts = [
        (each.number, word)
        for each in told.items
        if not each.is_closed
        for part in each.sections
        for word in part.text.split()
        if len(word) > 3 and word.isalpha()
    ]
    if not texts:
        return
    number, word = data.draw(st.sampled_from(texts))
    shown = public(told, [Redaction(number, word, "§ 27")])
    for each in shown.items:
        if each.number == number:
            assert not is_found(each, word)


def test_a_figure_goes_with_the_words_that_are_left_out():
    def figure(key, text, **fields):
        return UsedFigure(
            key=key, indicator="x", title="X", text=text, unit="kr", period="2025", area="A"
        ).model_copy(update=fields)

    figures = (
        figure("t1", "merforbrug på 3 kr."),
        figure("t2", "merforbrug på 4 kr."),
        figure("t3", "merforbrug på 5 kr.", is_public=False),
    )
    whole = minutes(item(number="1", figures=figures))
    left_out = Redaction("1", "Der er et merforbrug på 3 kr. hos Ada.", "person")
    assert [each.key for each in public(whole).items[0].figures] == ["t1", "t2"]
    shown = public(whole, [left_out])
    assert [each.key for each in shown.items[0].figures] == ["t2"]
