"""One item from its lines: what stands in its fields, wherever in the item it was printed."""

from collections.abc import Callable

from sagsgang.minutes import Minutes, Outcome, SectionKind

Read = Callable[..., Minutes]

ITEM = """\
Punkt 7: Ny scene i kulturhuset

15.00.00-G01-1-25

Resumé

Kulturhuset mangler en scene.

Retsgrundlag

Lov om museer
Lov om planlægning

Høring og sagsgang

Økonomiudvalget den 14. maj 2025

Sagen afgøres af

Byrådet.

Bilag

Tegning
Pris

Beslutning

Godkendt. For stemte 5: A og B. Imod stemte 2: V. Cai Bro (Ø) var fraværende.

Fraværende

Bo Lind (V)

Punkt 8: Lukket: Køb af jord

Godkendt.
"""


def test_every_field_of_an_item(minutes_of: Read) -> None:
    item = minutes_of(ITEM).items[0]
    assert item.case_number is not None
    assert item.legal_basis == ("Lov om museer", "Lov om planlægning")
    assert [stop.body for stop in item.case_route] == ["Økonomiudvalget"]
    assert item.deciding_body == "Byrådet"
    assert item.attachments == ("Tegning", "Pris")
    assert item.decision is not None
    assert item.decision.outcome is Outcome.APPROVED
    assert [vote.against for vote in item.votes] == [("V",)]
    assert [absence.name for absence in item.absent] == ["Bo Lind", "Cai Bro"]


def test_an_item_s_lines_hold_its_sections(minutes_of: Read) -> None:
    for item in minutes_of(ITEM).items:
        for section in item.sections:
            assert item.lines[0] <= section.lines[0] <= section.lines[1] <= item.lines[1]


def test_the_text_of_a_closed_item_may_be_its_decision(minutes_of: Read) -> None:
    closed = minutes_of(ITEM).items[1]
    assert closed.is_closed
    [section] = closed.sections
    assert (section.heading, section.kind) == ("", SectionKind.DECISION)
    assert closed.decision is not None
    assert closed.decision.outcome is Outcome.APPROVED


def test_the_decision_of_a_section_that_holds_both_may_hold_a_list(minutes_of: Read) -> None:
    both = "Indstilling og beslutning\n\n{}\n\n"
    minutes = minutes_of(
        "Punkt 1: Orientering\n\n"
        + both.format("Taget til efterretning.\n\n- Der skal være plads til alle.")
        + "Punkt 2: Ny scene\n\n"
        + both.format("Forvaltningen indstiller, at scenen bygges.\n\nGodkendt.")
    )
    first, second = (item.decision for item in minutes.items)
    assert first is not None
    assert first.text.startswith("Taget til efterretning.")
    assert minutes.items[0].recommendations == ()
    assert second is not None
    assert second.text == "Godkendt."


def test_what_a_body_calls_itself_is_its_own(minutes_of: Read) -> None:
    minutes = minutes_of(
        "Punkt 1: Ny scene\n\nUdvalgets beslutning: Godkendt.\n\n"
        "Punkt 2: Nyt tag\n\nUdvalgets beslutning: Udsat.\n"
    )
    assert [item.decision and item.decision.text for item in minutes.items] == [
        "Godkendt.",
        "Udsat.",
    ]


def test_a_colon_at_the_end_of_a_line_is_kept(minutes_of: Read) -> None:
    text = "Punkt {}: Sag\n\nIndstilling: Det indstilles, at:\n1. det sker\n2. det ses\n\n"
    first, _ = minutes_of(text.format(1) + text.format(2)).items
    assert first.sections[0].text.startswith("Det indstilles, at:")
    assert [r.text for r in first.recommendations] == ["det sker", "det ses"]


def test_text_without_a_heading_is_kept_as_such(minutes_of: Read) -> None:
    text = ITEM.replace("Resumé\n\n", "")
    section = minutes_of(text).items[0].sections[0]
    assert (section.heading, section.kind) == ("", SectionKind.OTHER)
    assert section.text == "Kulturhuset mangler en scene."
