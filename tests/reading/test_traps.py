"""The traps that real documents hold, each as a small document with what it must be read as."""

import datetime
from collections.abc import Callable

import pytest

from sagsgang.minutes import DocumentKind, Minutes, Outcome, SectionKind

Read = Callable[..., Minutes]


def kinds(minutes: Minutes, item: int = 0) -> list[tuple[str, SectionKind, int]]:
    """Heading, kind and level of an item's sections."""
    return [(s.heading, s.kind, s.level) for s in minutes.items[item].sections]


DECISION_FIRST = """\
Punkt 1: Ny scene i kulturhuset

Beslutning

Godkendt.

Resumé

Kulturhuset mangler en scene.

Indstilling

Forvaltningen indstiller, at scenen bygges.

Punkt 2: Åbningstider

Beslutning

Udsat.

Resumé

Museet vil åbne tidligere.
"""


def test_the_decision_may_stand_before_the_summary(minutes_of: Read) -> None:
    first, second = minutes_of(DECISION_FIRST).items
    assert [section.kind for section in first.sections] == ["decision", "summary", "recommendation"]
    assert first.decision is not None
    assert first.decision.text == "Godkendt."
    assert first.sections[1].text == "Kulturhuset mangler en scene."
    assert [r.text for r in first.recommendations] == [
        "Forvaltningen indstiller, at scenen bygges."
    ]
    assert second.decision is not None
    assert second.decision.outcome is Outcome.POSTPONED


BESLUTNING_TITLES = """\
Indholdsfortegnelse
1. Beslutning om ny scene
2. Beslutning: Åbningstider på museet

1. Beslutning om ny scene

Indstilling

Forvaltningen indstiller, at scenen bygges.

Beslutning

Godkendt.

2. Beslutning: Åbningstider på museet

Indstilling

Forvaltningen indstiller, at museet åbner kl. 10.

Beslutning

Drøftet.
"""


def test_a_title_may_begin_with_the_word_for_decision(minutes_of: Read) -> None:
    minutes = minutes_of(BESLUTNING_TITLES)
    assert [item.title for item in minutes.items] == [
        "Beslutning om ny scene",
        "Beslutning: Åbningstider på museet",
    ]
    assert list(minutes.contents) == [item.title for item in minutes.items]
    assert [item.decision and item.decision.text for item in minutes.items] == [
        "Godkendt.",
        "Drøftet.",
    ]


EARLIER = """\
Punkt 4: Ny scene i kulturhuset

Resumé

Kulturhuset mangler en scene.

Indstilling

Forvaltningen indstiller, at scenen bygges.

Beslutning fra Seniorrådet, den 28. april 2025, punkt 7:

Seniorrådet ser gerne, at scenen får en rampe.

For stemte 4: A og B. Imod stemte 1: Ø.

Fraværende: Dan Elm

Beslutning fra Teknikudvalget, den 30. april 2025, punkt 3:

Anbefales.

Fraværende: Eva Fog (V)

Beslutning

Godkendt.

Fraværende: Bo Lind (V)

Punkt 5: Eventuelt

Beslutning

Intet til referat.
"""


def test_what_another_body_decided_stays_with_that_body(minutes_of: Read) -> None:
    first, last = minutes_of(EARLIER).items
    assert first.decision is not None
    assert first.decision.text == "Godkendt."
    assert first.decision.outcome is Outcome.APPROVED
    assert [person.name for person in first.absent] == ["Bo Lind"]
    assert not first.votes
    seniors, technicians = first.earlier_treatments
    assert (seniors.body, seniors.date, seniors.item) == (
        "Seniorrådet",
        datetime.date(2025, 4, 28),
        "7",
    )
    assert seniors.text.startswith("Seniorrådet ser gerne, at scenen får en rampe.")
    assert "Imod stemte 1" in seniors.text
    assert [person.name for person in seniors.absent] == ["Dan Elm"]
    assert (technicians.body, technicians.text) == ("Teknikudvalget", "Anbefales.")
    assert [person.name for person in technicians.absent] == ["Eva Fog"]
    assert last.decision is not None
    assert last.decision.outcome is Outcome.NONE


NUMBERED_ROWS = """\
1. Budgetopfølgning

Sagsfremstilling

Udvalget har tre puljer:

1. Drift af museer

2. Tilskud til foreninger

3. Vedligehold

Nr.\tPulje\tBeløb
1\tDrift\t1.200
2\tTilskud\t300
3\tVedligehold\t450

Indstilling

Forvaltningen indstiller,

1. at opfølgningen tages til efterretning
2. at puljerne fortsætter

Beslutning

1. Taget til efterretning.
2. Godkendt.

2. Eventuelt

Beslutning

Intet.
"""


def test_numbered_lists_and_rows_are_no_items(minutes_of: Read) -> None:
    minutes = minutes_of(NUMBERED_ROWS)
    assert [(item.number, item.title) for item in minutes.items] == [
        ("1", "Budgetopfølgning"),
        ("2", "Eventuelt"),
    ]
    [table] = minutes.items[0].tables
    assert table.header == ("Nr.", "Pulje", "Beløb")
    assert len(table.rows) == 3
    decision = minutes.items[0].decision
    assert decision is not None
    assert [(part.covers, part.outcome) for part in decision.parts] == [
        ((1,), Outcome.NOTED),
        ((2,), Outcome.APPROVED),
    ]


TIGHT_LIST = """\
1. Ny scene

Sagsfremstilling
Der er tre forslag:
1. Scenen flyttes
2. Scenen males
3. Scenen sælges
Det første er bedst.

Beslutning
Godkendt.

2. Nyt tag

Sagsfremstilling
Taget er utæt.

Beslutning
Udsat.
"""


def test_points_line_below_line_are_no_items(minutes_of: Read) -> None:
    first, second = minutes_of(TIGHT_LIST).items
    assert (first.title, second.title) == ("Ny scene", "Nyt tag")
    assert "3. Scenen sælges" in first.sections[0].text


def test_a_line_like_a_group_of_items_may_be_text(minutes_of: Read) -> None:
    first, second = minutes_of(
        "Punkt 1: Ny scene\n\nSagsfremstilling\n\nUdvalget ønsker flere\nLukkede møder\n"
        "i foråret.\n\nPunkt 2: Nyt tag\n\nBeslutning\n\nGodkendt.\n"
    ).items
    assert "Lukkede møder" in first.sections[0].text
    assert not second.is_closed


SPLIT = """\
Punkt 1: Ny scene

I ndstilling

Forvaltningen indstiller, at scenen bygges.

BeslutningGodkendt.

Punkt 2: Åbningstider

I ndstilling

Forvaltningen indstiller, at museet åbner kl. 10.

BeslutningUdsat.
"""


def test_a_heading_may_be_split_by_markup_or_glued_to_its_text(minutes_of: Read) -> None:
    first, second = minutes_of(SPLIT).items
    assert [section.kind for section in first.sections] == ["recommendation", "decision"]
    assert first.sections[1].heading == "Beslutning"
    assert first.sections[1].text == "Godkendt."
    assert first.decision is not None
    assert first.decision.text == "Godkendt."
    assert second.decision is not None
    assert second.decision.outcome is Outcome.POSTPONED


TWO_LINES = """\
Punkt 1: Endelig vedtagelse af tillæg nr. 4 til planen for kulturhuset og de arealer,
der ligger omkring det

15.00.00-G01-1-25

Indstilling

Forvaltningen indstiller, at tillægget vedtages.

Beslutning

Godkendt.

Punkt 2: Eventuelt

Beslutning

Intet.
"""


def test_a_title_may_run_over_two_lines(minutes_of: Read) -> None:
    first, _ = minutes_of(TWO_LINES).items
    assert first.title == (
        "Endelig vedtagelse af tillæg nr. 4 til planen for kulturhuset og de arealer, "
        "der ligger omkring det"
    )
    assert first.case_number is not None
    assert first.case_number.canonical == "15.00.00-G01-1-25"
    assert [section.kind for section in first.sections] == ["recommendation", "decision"]


ALWAYS_ABSENT = "".join(
    f"Punkt {number}: Sag {letter}\n\nBeslutning\n\nGodkendt.\n\nFraværende\n\nCai Bro (Ø)\n\n"
    for number, letter in ((1, "A"), (2, "B"), (3, "C"))
)


def test_a_member_may_be_listed_and_yet_absent_on_every_item(minutes_of: Read) -> None:
    minutes = minutes_of(ALWAYS_ABSENT)
    assert [member.name for member in minutes.members] == ["Ada Holm", "Bo Lind", "Cai Bro"]
    assert not minutes.absent
    assert [[(a.name, a.party) for a in item.absent] for item in minutes.items] == [
        [("Cai Bro", "Ø")]
    ] * 3


def test_numbering_may_run_through_the_year(minutes_of: Read) -> None:
    text = "".join(
        f"{number}. Sag {number}\n\nIndstilling\n\nForvaltningen indstiller, at det sker.\n\n"
        f"Beslutning\n\nGodkendt.\n\n"
        for number in range(112, 117)
    )
    assert [item.number for item in minutes_of(text).items] == ["112", "113", "114", "115", "116"]


MARKDOWN = """\
# Referat Kulturudvalget 5. maj 2025

## Punkt 1: Ny scene

### Indstilling

Forvaltningen indstiller, at scenen bygges.

##### Sagsfremstilling

Kulturhuset mangler en scene.

## Beslutning

Godkendt.

#### Punkt 2: Åbningstider

**Indstilling**

Forvaltningen indstiller, at museet åbner kl. 10.

### Sagsfremstilling

Museet åbner sent.

# Beslutning

Udsat.
"""


def test_levels_of_headings_may_wander(minutes_of: Read) -> None:
    minutes = minutes_of(MARKDOWN, head="")
    assert minutes.source.format == "md"
    assert [item.title for item in minutes.items] == ["Ny scene", "Åbningstider"]
    for item in minutes.items:
        assert [(section.kind, section.level) for section in item.sections] == [
            ("recommendation", 1),
            ("presentation", 1),
            ("decision", 1),
        ]


def test_the_last_line_needs_no_end(minutes_of: Read) -> None:
    ended, unended = minutes_of(DECISION_FIRST), minutes_of(DECISION_FIRST.rstrip("\n"))
    assert ended.items == unended.items
    assert unended.items[-1].sections[-1].text == "Museet vil åbne tidligere."


def test_several_items_may_share_a_case_number(minutes_of: Read) -> None:
    text = "".join(
        f"Punkt {number}: {title}\n\n15.00.00-G01-1-25\n\nBeslutning\n\nGodkendt.\n\n"
        for number, title in ((1, "Ny scene, første del"), (2, "Ny scene, anden del"))
    )
    found = [item.case_number and item.case_number.canonical for item in minutes_of(text).items]
    assert found == ["15.00.00-G01-1-25"] * 2


WITHOUT_DECISION = """\
Punkt 1: Ny scene

Indstilling

Forvaltningen indstiller, at scenen bygges.

Beslutning

Godkendt.

Punkt 2: Underskriftsside

Sagsfremstilling

Referatet underskrives elektronisk.

Punkt 3: Lukket: Køb af jord

Punkt 4: Åbningstider

Beslutning

Godkendt.
"""


def test_items_may_lack_a_decision_and_closed_ones_have_a_title_only(minutes_of: Read) -> None:
    _, sheet, closed, last = minutes_of(WITHOUT_DECISION).items
    assert sheet.decision is None
    assert not sheet.is_closed
    assert closed.is_closed
    assert closed.sections == ()
    assert closed.decision is None
    assert last.decision is not None
    assert not last.is_closed


AGENDA = """\
Dagsorden
Kulturudvalget
Aalmark Kommune

Mødedato: mandag den 5. maj 2025

Punkt 1: Ny scene

Indstilling

Forvaltningen indstiller, at scenen bygges.

Punkt 2: Beslutning om åbningstider

Indstilling

Forvaltningen indstiller, at museet åbner kl. 10.

Beslutning
"""


def test_an_agenda_has_no_decision_at_all(minutes_of: Read) -> None:
    agenda = minutes_of(AGENDA, head="")
    assert agenda.kind is DocumentKind.AGENDA
    assert [item.decision for item in agenda.items] == [None, None]
    assert minutes_of(DECISION_FIRST).kind is DocumentKind.MINUTES


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_gives_the_same(minutes_of: Read, end: str) -> None:
    assert minutes_of(EARLIER.replace("\n", end)).items == minutes_of(EARLIER).items
