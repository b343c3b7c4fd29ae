"""Where the agenda items begin, however they are numbered or not numbered at all."""

from collections.abc import Callable

import pytest

from sagsgang.minutes import Minutes
from sagsgang.reading.layout.items import is_group

Read = Callable[..., Minutes]
TITLES = ["Godkendelse af dagsorden", "Ny scene i kulturhuset", "Eventuelt"]
BODY = "\n\nIndstilling\n\nForvaltningen indstiller, at det sker.\n\nBeslutning\n\nGodkendt.\n\n"


def items(minutes: Minutes) -> list[tuple[str | None, str]]:
    """Number and title of each item."""
    return [(item.number, item.title) for item in minutes.items]


@pytest.mark.parametrize(
    "opening",
    [
        "Punkt {}: {}",
        "Punkt {} {}",
        "Punkt {}. {}",
        "Punkt nr. {} - {}",
        "Pkt. {} {}",
        "Dagsordenspunkt {}: {}",
        "Sag nr. {} {}",
        "PUNKT {}: {}",
        "{}. {}",
        "{}.   {}",
        "{}) {}",
        "{}: {}",
        "{} {}",
        "{} - {}",
        "{}\t{}",
        "{} (Åben) {}",
        "Punkt {}\n{}",
        "{}.\n{}",
    ],
)
def test_one_agenda_however_it_is_numbered(minutes_of: Read, opening: str) -> None:
    text = "".join(opening.format(n, title) + BODY for n, title in enumerate(TITLES, 1))
    assert items(minutes_of(text)) == [("1", TITLES[0]), ("2", TITLES[1]), ("3", TITLES[2])]


def test_numbers_may_skip_and_carry_letters(minutes_of: Read) -> None:
    text = "".join(f"{n}. {t}{BODY}" for n, t in zip(("7", "7a", "9"), TITLES, strict=True))
    assert items(minutes_of(text)) == list(zip(("7", "7a", "9"), TITLES, strict=True))


def test_a_closed_agenda_may_count_from_one_again(minutes_of: Read) -> None:
    open_, closed = (
        "".join(f"Punkt {n}: {word} {n}{BODY}" for n in (1, 2, 3)) for word in ("Sag", "Køb")
    )
    found = minutes_of(f"Åbne punkter\n\n{open_}Lukkede punkter\n\n{closed}").items
    assert [item.number for item in found] == ["1", "2", "3"] * 2
    assert [item.is_closed for item in found] == [False] * 3 + [True] * 3


@pytest.mark.parametrize(
    "opening",
    ["{1}\n15.00.00-G01-{0}-25", "15.00.00-G01-{0}-25\n{1}"],
)
def test_items_without_numbers_are_known_by_their_case_numbers(
    minutes_of: Read, opening: str
) -> None:
    text = "".join(opening.format(n, title) + BODY for n, title in enumerate(TITLES, 1))
    found = minutes_of(text).items
    assert [(item.number, item.title) for item in found] == [(None, title) for title in TITLES]
    assert [item.case_number and item.case_number.canonical for item in found] == [
        f"15.00.00-G01-{n}-25" for n in (1, 2, 3)
    ]


def test_items_without_numbers_are_known_by_the_contents(minutes_of: Read) -> None:
    contents = "Indholdsfortegnelse\n" + "".join(f"{title}\n" for title in TITLES)
    text = contents + "\n" + "".join(title + BODY for title in TITLES)
    assert items(minutes_of(text)) == [(None, title) for title in TITLES]


def test_items_without_numbers_are_known_by_their_headings(minutes_of: Read) -> None:
    body = BODY.replace("Indstilling\n", "### Indstilling\n").replace("Besl", "### Besl")
    text = "# Referat\n\n" + "".join(f"## {title}{body}" for title in TITLES)
    assert items(minutes_of(text, head="")) == [(None, title) for title in TITLES]


@pytest.mark.parametrize(
    "prose",
    [
        "12 borgere har søgt om plads.",
        "1. maj 2025 var scenen lukket.",
        "3 pct. flere end i fjor.",
        "Bilag 2: Tegning af scenen",
        "Tabel 2: Antal gæster",
        "Uge 2: Ferie",
        "§ 2. Udvalget har ansvaret.",
        "2025-2028 er budgettet det samme.",
        "2.000 kr. er bevilget.",
    ],
)
def test_prose_that_begins_with_a_number_is_no_item(minutes_of: Read, prose: str) -> None:
    text = f"1. {TITLES[0]}{BODY}Sagsfremstilling\n\n{prose}\n\n2. {TITLES[1]}{BODY}"
    assert items(minutes_of(text)) == [("1", TITLES[0]), ("2", TITLES[1])]


def test_closing_time_and_signatures_belong_to_no_item(minutes_of: Read) -> None:
    minutes = minutes_of(
        f"1. {TITLES[0]}{BODY}Mødet hævet kl. 18.05\n\nUnderskrifter\n\nAda Holm\n"
    )
    assert minutes.items[-1].sections[-1].text == "Godkendt."
    assert minutes.ends_at is not None
    assert minutes.ends_at.hour == 18


@pytest.mark.parametrize(
    "line", ["Åbne punkter", "LUKKEDE SAGER:", "A. Åben dagsorden", "Lukket møde"]
)
def test_a_line_may_announce_a_group(line: str) -> None:
    assert is_group(line)


@pytest.mark.parametrize(
    "line", ["", "Åbningstider på museet", "Lukket", "Punkter", "Lukkede skoler"]
)
def test_other_lines_do_not(line: str) -> None:
    assert not is_group(line)
