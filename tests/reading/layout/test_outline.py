"""Which headings open sections, and which stand inside others."""

import datetime
from collections.abc import Callable

from sagsgang.minutes import Minutes
from sagsgang.reading.layout.headings import Head
from sagsgang.reading.layout.outline import Place

Read = Callable[..., Minutes]


def outline(minutes: Minutes, item: int = 0) -> list[tuple[str, int, str]]:
    """Kind, level and heading of an item's sections."""
    return [(str(s.kind), s.level, s.heading) for s in minutes.items[item].sections]


def document(body: str, count: int = 4) -> str:
    """The same sections in several items: a house style shows in what comes again."""
    return "".join(f"Punkt {n}: Sag {n}\n\n{body}\n\n" for n in range(1, count + 1))


VIBORG = """\
Indstilling

Forvaltningen indstiller, at scenen bygges.

Beslutning

Godkendt.

Sagsfremstilling

Historik

Scenen er fra 1970.

Inddragelse og høring

Naboerne er hørt om det hele.

Økonomi

Udgiften er 3 mio. kr. i alt.

Bilag

Tegning af scenen
"""


def test_an_empty_account_holds_the_sections_below_it(minutes_of: Read) -> None:
    assert outline(minutes_of(document(VIBORG))) == [
        ("recommendation", 1, "Indstilling"),
        ("decision", 1, "Beslutning"),
        ("presentation", 1, "Sagsfremstilling"),
        ("history", 2, "Historik"),
        ("involvement", 2, "Inddragelse og høring"),
        ("financial_implications", 2, "Økonomi"),
        ("attachments", 1, "Bilag"),
    ]


def test_a_full_account_holds_none_of_them(minutes_of: Read) -> None:
    text = document(VIBORG.replace("Sagsfremstilling\n", "Sagsfremstilling\n\nScenen er slidt.\n"))
    levels = {heading: level for _, level, heading in outline(minutes_of(text))}
    assert levels["Historik"] == levels["Økonomi"] == 1


TOPICS = """\
Sagsfremstilling

Kulturhuset har haft den samme scene i mere end halvtreds år, og den er slidt op.

Hvad siger brugerne

Brugerne af huset ønsker sig en scene, der kan køres ud i haven om sommeren.

Næste skridt

Der tegnes en scene i løbet af foråret, og prisen bliver kendt inden sommer.

Beslutning

Godkendt.
"""


def test_headings_that_are_not_in_the_table_stand_within(minutes_of: Read) -> None:
    text = f"Punkt 1: Ny scene\n\n{TOPICS}\nPunkt 2: Eventuelt\n\nBeslutning\n\nIntet.\n"
    minutes = minutes_of(text)
    assert outline(minutes) == [
        ("presentation", 1, "Sagsfremstilling"),
        ("topic", 2, "Hvad siger brugerne"),
        ("topic", 2, "Næste skridt"),
        ("decision", 1, "Beslutning"),
    ]
    presentation, brugerne, *_ = minutes.items[0].sections
    assert "Brugerne" not in presentation.text
    assert brugerne.text.startswith("Brugerne af huset")


def test_a_word_that_comes_again_in_every_item_is_a_section(minutes_of: Read) -> None:
    text = document(TOPICS.replace("Hvad siger brugerne", "Miljø og klima"))
    kinds = {heading: (kind, level) for kind, level, heading in outline(minutes_of(text))}
    assert kinds["Miljø og klima"] == ("other", 1)


def test_both_in_one_section(minutes_of: Read) -> None:
    body = "Indstilling og beslutning\n\nForvaltningen indstiller, at scenen bygges.\n\nGodkendt."
    [first, *_] = minutes_of(document(body, 3)).items
    assert [(str(s.kind), s.heading) for s in first.sections] == [
        ("recommendation", "Indstilling og beslutning"),
        ("decision", "Indstilling og beslutning"),
    ]
    assert first.sections[0].lines == first.sections[1].lines
    assert first.decision is not None
    assert first.decision.text == "Godkendt."
    assert [r.text for r in first.recommendations] == [
        "Forvaltningen indstiller, at scenen bygges."
    ]


def test_a_course_is_a_route_until_it_tells_what_was_decided(minutes_of: Read) -> None:
    route = "Sagsforløb\n\nØkonomiudvalget den 14. maj 2025\nByrådet den 27. maj 2025\n\n"
    told = "Sagsforløb\n\nSeniorrådet, den 28. april 2025, pkt. 7:\nAnbefales.\n\n"
    decision = "Beslutning\n\nGodkendt.\n\n"
    minutes = minutes_of(
        f"Punkt 1: Ny scene\n\n{route}{decision}Punkt 2: Nyt tag\n\n{told}{decision}"
    )
    assert outline(minutes)[0][0] == "case_route"
    assert [stop.body for stop in minutes.items[0].case_route] == ["Økonomiudvalget", "Byrådet"]
    assert outline(minutes, 1)[0][0] == "earlier_treatments"
    assert [t.text for t in minutes.items[1].earlier_treatments] == ["Anbefales."]


def test_whose_decision_a_heading_announces() -> None:
    place = Place("Kulturudvalget", datetime.date(2025, 5, 5))
    day, other = datetime.date(2025, 5, 5), datetime.date(2025, 4, 7)

    def own(body: str | None, date: datetime.date | None) -> bool:
        return place.is_own(Head(0, "decision", "Beslutning", body=body, date=date))

    assert own(None, None)
    assert own("Kulturudvalget", day)
    assert own("Kulturudvalget 2022-2025", day)
    assert not own("Kulturudvalget", other)
    assert not own("Teknikudvalget", day)
    assert Place(None, None).is_own(Head(0, "decision", "Beslutning", body="Byrådet", date=day))
