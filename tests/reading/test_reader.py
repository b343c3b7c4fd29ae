"""The document as a whole: kind, municipality, source, groups of items, confidence."""

import hashlib
from collections.abc import Callable

from sagsgang.minutes import DocumentKind, Minutes
from sagsgang.reading import read

Read = Callable[..., Minutes]
ITEM = "Punkt 1: Ny scene\n\nIndstilling\n\nForvaltningen indstiller, at scenen bygges.\n\n"


def test_the_source_says_where_it_is_from() -> None:
    data = f"Referat\nKulturudvalget\nDato: 5. maj 2025\n\n{ITEM}Beslutning\n\nGodkendt.\n".encode()
    source = read(data, "maj.txt").minutes.source
    assert source.name == "maj.txt"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.format == "txt"
    assert 0.9 < source.confidence <= 1


def test_a_decision_makes_minutes_and_the_word_does_so_without_one(minutes_of: Read) -> None:
    decided = minutes_of(f"{ITEM}Beslutning\n\nGodkendt.\n", head="Dagsorden\nKulturudvalget\n\n")
    assert decided.kind is DocumentKind.MINUTES
    assert minutes_of(ITEM, head="Referat\nKulturudvalget\n\n").kind is DocumentKind.MINUTES
    assert minutes_of(ITEM, head="Dagsorden\nKulturudvalget\n\n").kind is DocumentKind.AGENDA


def test_the_municipality_may_be_named_in_the_text_alone(minutes_of: Read) -> None:
    text = ITEM + "Sagsfremstilling\n\n{} Kommune ejer scenen.\n"
    real = minutes_of(text.format("Lejre"), head="Referat\n\n")
    invented = minutes_of(text.format("Aalmark"), head="Referat\n\n")
    assert real.municipality == "Lejre Kommune"
    assert invented.municipality == "Aalmark Kommune"


def test_a_heading_over_a_group_of_items_is_no_part_of_the_item_above(minutes_of: Read) -> None:
    minutes = minutes_of(
        f"Åbne punkter\n\n{ITEM}Beslutning\n\nGodkendt.\n\n"
        "Lukkede punkter\n\nPunkt 2: Køb af jord\n\nBeslutning\n\nGodkendt.\n"
    )
    first, second = minutes.items
    assert (first.is_closed, second.is_closed) == (False, True)
    assert first.sections[-1].text == "Godkendt."


def test_the_end_of_the_meeting(minutes_of: Read) -> None:
    minutes = minutes_of(f"{ITEM}Beslutning\n\nGodkendt.\n\nMødet sluttede kl. 18.05\n")
    assert minutes.ends_at is not None
    assert minutes.starts_at is not None
    assert minutes.ends_at.date() == minutes.starts_at.date()
    assert (minutes.ends_at.hour, minutes.ends_at.minute) == (18, 5)


def test_what_is_lost_lowers_the_confidence(minutes_of: Read) -> None:
    lost = "Dette er en hilsen uden plads i noget referat, og den er ret lang.\n\n" * 20
    known = minutes_of(f"{ITEM}Beslutning\n\nGodkendt.\n")
    unknown = minutes_of(f"{lost}{ITEM}Beslutning\n\nGodkendt.\n")
    assert unknown.unplaced
    assert unknown.source.confidence < known.source.confidence
