"""The head of a document: which body met, when and where, and who was there."""

import datetime
from collections.abc import Callable

import pytest

from sagsgang.minutes import Minutes

Read = Callable[..., Minutes]
ITEM = "\n\nPunkt 1: Ny scene\n\nBeslutning\n\nGodkendt.\n"
AT = datetime.datetime(2025, 5, 5, 16, 30)


@pytest.mark.parametrize(
    "head",
    [
        "Referat\nKulturudvalget\nMødedato: 5. maj 2025\nMødetidspunkt: kl. 16.30\n"
        "Mødested: Mødelokale 2",
        "REFERAT Kulturudvalget d. 05-05-2025\n\nMødedato Mandag d. 05. maj 2025 kl. 16:30\n\n"
        "Mødested Mødelokale 2",
        "Referat fra møde i Kulturudvalget\nmandag den 5. maj 2025 kl. 16.30\nSted: Mødelokale 2",
        "Kulturudvalget\nReferat\n\nDato:    mandag den 5. maj 2025\nTid:     kl. 16.30 - 18.20\n"
        "Sted:    Mødelokale 2",
        "# Referat\n\n**Kulturudvalget**\n\n**Mødedato:** 5. maj 2025\n\n**Tid:** kl. 16.30\n\n"
        "**Mødested:** Mødelokale 2",
        "Referat af Kulturudvalgets møde den 5. maj 2025 kl. 16.30 i Mødelokale 2",
    ],
)
def test_body_time_and_place_however_they_are_set(minutes_of: Read, head: str) -> None:
    minutes = minutes_of(ITEM, head=head)
    assert minutes.body == "Kulturudvalget"
    assert minutes.starts_at == AT
    assert minutes.place == "Mødelokale 2"


def test_the_term_is_no_part_of_the_body(minutes_of: Read) -> None:
    minutes = minutes_of(ITEM, head="Referat Kulturudvalget 2022-2025\n\nDato: 5. maj 2025")
    assert (minutes.body, minutes.term) == ("Kulturudvalget", "2022-2025")


@pytest.mark.parametrize(
    "roster",
    [
        "Medlemmer: Ada Holm (A), Bo Lind (V)",
        "Medlemmer:\nAda Holm (A)\nBo Lind (V)",
        "Mødedeltagere\n\nAda Holm (A), Bo Lind (V)",
        "Deltagere Ada Holm (A), Bo Lind (V)",
        "Medlemmer:\n- Ada Holm (A)\n- Bo Lind (V)",
    ],
)
def test_the_roster_however_it_is_set(minutes_of: Read, roster: str) -> None:
    minutes = minutes_of(ITEM, head=f"Referat\nKulturudvalget\nDato: 5. maj 2025\n{roster}\n")
    assert [(m.name, m.party) for m in minutes.members] == [("Ada Holm", "A"), ("Bo Lind", "V")]


@pytest.mark.parametrize("label", ["Afbud", "Fraværende", "Ikke til stede"])
def test_who_is_absent_from_the_meeting(minutes_of: Read, label: str) -> None:
    head = (
        f"Referat\nKulturudvalget\nDato: 5. maj 2025\nMedlemmer: Ada Holm (A)\n{label}: Bo Lind (V)"
    )
    minutes = minutes_of(ITEM, head=head)
    assert [(a.name, a.party) for a in minutes.absent] == [("Bo Lind", "V")]
    assert [m.name for m in minutes.members] == ["Ada Holm"]
    assert minutes.items[0].absent == ()


def test_what_announces_open_items_is_no_member(minutes_of: Read) -> None:
    head = "Referat\nKulturudvalget\nDato: 5. maj 2025\nMedlemmer:\nAda Holm (A)\n\nÅBNE SAGER\n"
    assert [member.name for member in minutes_of(ITEM, head=head).members] == ["Ada Holm"]


def test_nobody_is_absent(minutes_of: Read) -> None:
    minutes = minutes_of(ITEM, head="Referat\nKulturudvalget\nDato: 5. maj 2025\nAfbud: Ingen")
    assert minutes.absent == ()


def test_the_municipality_by_its_name_or_by_its_place(minutes_of: Read) -> None:
    named = minutes_of(ITEM, head="Aalmark Kommune\nReferat\nKulturudvalget\nDato: 5. maj 2025")
    unnamed = minutes_of(ITEM, head="Referat\nKulturudvalget\nDato: 5. maj 2025")
    assert named.municipality == "Aalmark Kommune"
    assert unnamed.municipality is None


def test_a_head_that_says_nothing_gives_nothing(minutes_of: Read) -> None:
    minutes = minutes_of(ITEM, head="")
    assert (minutes.body, minutes.starts_at, minutes.place, minutes.members) == (
        None,
        None,
        None,
        (),
    )
    assert minutes.source.confidence < 1
