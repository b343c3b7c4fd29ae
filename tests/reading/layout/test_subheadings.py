"""Headings that are not in the table: sections of their own, topics within, or no headings."""

from collections.abc import Callable

import pytest

from sagsgang.minutes import Minutes

Read = Callable[..., Minutes]
DECISION = "Beslutning\n\nGodkendt.\n\n"


def headings(minutes: Minutes, item: int = 0) -> list[tuple[str, str]]:
    """Kind and words of an item's headings."""
    return [(str(section.kind), section.heading) for section in minutes.items[item].sections]


def document(account: str, count: int = 3) -> str:
    """The same account in several items."""
    return "".join(
        f"Punkt {n}: Sag {n}\n\nSagsfremstilling\n\n{account}\n\n{DECISION}"
        for n in range(1, count + 1)
    )


@pytest.mark.parametrize(
    "account",
    [
        "Der er tre forslag, der er regnet igennem:\n\n1. Scenen flyttes\n\n2. Scenen males\n\n"
        "3. Scenen sælges",
        "Udvalget har bedt om tal for de tre år, og de er:\n\n2023\n\n2024\n\n2025",
        "Scenen er slidt, og den er for lille.\n\nDen skal skiftes.\n\nDet bliver dyrt, men godt.",
        'Formanden siger om scenen:\n\n"Den er for lille"\n\nDet er der mange, der er enige i nu.',
        "Tallene er:\n\nÅr\tGæster\n2023\t120\n2024\t130\n\nDer kommer flere.",
    ],
)
def test_what_is_no_heading(minutes_of: Read, account: str) -> None:
    for item in range(3):
        assert headings(minutes_of(document(account)), item) == [
            ("presentation", "Sagsfremstilling"),
            ("decision", "Beslutning"),
        ]


def test_points_of_a_list_are_none_even_where_headings_are_numbered(minutes_of: Read) -> None:
    text = "".join(
        f"Punkt {n}: Sag {n}\n\n1. Resume\n\nScenen er slidt op.\n\n2. Baggrund\n\nDer er tre "
        f"forslag:\n\n1) Scenen flyttes\n\n2) Scenen males\n\n3) Scenen sælges\n\n3. Beslutning\n\n"
        f"Godkendt.\n\n"
        for n in (1, 2, 3)
    )
    assert [kind for kind, _ in headings(minutes_of(text))] == [
        "summary",
        "presentation",
        "decision",
    ]


def test_to_whom_is_no_heading_even_where_headings_have_a_colon(minutes_of: Read) -> None:
    text = "".join(
        f"Punkt {n}: Sag {n}\n\nBaggrund:\n\nScenen er slidt op.\n\nIndstilling:\n\n"
        f"Kultur indstiller\n\nTil Byrådet:\n\nAt scenen bygges.\n\nBeslutning:\n\nGodkendt.\n\n"
        for n in (1, 2, 3)
    )
    minutes = minutes_of(text)
    assert [kind for kind, _ in headings(minutes)] == ["presentation", "recommendation", "decision"]
    assert "At scenen bygges." in minutes.items[0].sections[1].text


@pytest.mark.parametrize("sign", ["**{}**", "### {}", "*{}*"])
def test_what_is_set_as_a_heading_is_one(minutes_of: Read, sign: str) -> None:
    account = (
        f"Scenen er slidt op.\n\n{sign.format('Næste skridt')}\n\nDer tegnes en ny scene i år."
    )
    text = f"# Referat\n\n**Kulturudvalget**\n\n{document(account, 1)}Punkt 2: Tag\n\n{DECISION}"
    assert ("topic", "Næste skridt") in headings(minutes_of(text, head="")) or (
        "other",
        "Næste skridt",
    ) in headings(minutes_of(text, head=""))
