"""Decisions written wrongly: point by point, of another body or day, without a receiver, copied."""

import random
import re
from collections.abc import Iterator

from other_documents import Change, Document

from sagsgang.language.dates import find_dates
from sagsgang.minutes import AgendaItem, DocumentKind, SectionKind

NAME = "Decisions (D)"
FAMILY = "D"
_OTHERS = ("Havneudvalget", "Landdistriktsudvalget", "Digitaliseringsudvalget")
_COUNCILS = ("Handicaprådet", "Udsatterådet", "Ungerådet")
_HEARD = re.compile(r"høring|hørt\b|høre[st]?\b", re.IGNORECASE)


def changes(document: Document) -> Iterator[Change]:
    """Every change of a decision that a document offers."""
    if document.minutes.kind is not DocumentKind.MINUTES:
        return
    chance = random.Random(document.name)
    for number, item in document.open_items():
        place = document.decision(number)
        if place is None:
            continue
        yield from _points(document, item, place)
        yield from _bodies(document, number, place, chance)
        yield from _appropriations(document, number, item, place)
        yield from _of_another_item(document, item, place)
        yield from _receivers(document, item, place, chance)
    yield from _headings(document)
    yield from _copies(document)


def _points(document: Document, item: AgendaItem, place: tuple[int, int]) -> Iterator[Change]:
    """An answer to all points, and the same with a number wrong."""
    count = len(item.recommendations)
    if count < 2 or any(point.option for point in item.recommendations):
        return
    if [point.number for point in item.recommendations] != list(range(1, count + 1)):
        return
    first = "" if count == 2 else f"-{count - 1}"
    for name, right, wrongs in (
        (
            "in one",
            f"Ad 1-{count}. Godkendt.",
            {
                "a point too many": f"Ad 1-{count + 1}. Godkendt.",
                "a point left out": f"Ad 2-{count}. Godkendt." if count > 2 else "Ad 2. Godkendt.",
            },
        ),
        (
            "in two",
            f"Ad 1{first}. Godkendt.\n\nAd {count}. Udsat.",
            {
                "a point too many": f"Ad 1{first}. Godkendt.\n\nAd {count + 2}. Udsat.",
                "a point left out": f"Ad 1{first}. Godkendt.",
                "a point answered twice": f"Ad 1-{count}. Godkendt.\n\nAd {count}. Udsat.",
            },
        ),
        (
            "in words",
            f"Punkt 1{first} blev godkendt, og punkt {count} blev udsat.",
            {"a point too many": f"Punkt 1{first} blev godkendt, og punkt {count + 1} blev udsat."},
        ),
    ):
        whole = document.replaced(*place, right)
        for kind, wrong in wrongs.items():
            yield Change(
                "D02", f"{kind}, answered {name}", wrong, document.replaced(*place, wrong), whole
            )


def _bodies(
    document: Document, number: int, place: tuple[int, int], chance: random.Random
) -> Iterator[Change]:
    body = document.minutes.body
    if body is None:
        return
    for verb in ("godkendte indstillingen", "tog orienteringen til efterretning"):
        other = chance.choice(_OTHERS)
        right = document.replaced(*place, f"{body} {verb}.")
        wrong = document.replaced(*place, f"{other} {verb}.")
        yield Change("D05", "another body decided", f"{other} {verb}", wrong, right)


def _appropriations(
    document: Document, number: int, item: AgendaItem, place: tuple[int, int]
) -> Iterator[Change]:
    """An appropriation recommended to the council, and approved by a committee."""
    body = document.minutes.body or ""
    if (
        not body.casefold().endswith("udvalget")
        or len(item.recommendations) != 1
        or item.deciding_body
    ):
        return
    said = item.recommendations[0].text
    for asked in (
        "der gives en tillægsbevilling på 400.000 kr. i 2025.",
        "der frigives et rådighedsbeløb på 1,2 mio. kr., som finansieres af kassen.",
        "der flyttes 297.370 kr. fra Park og Vej til Jobcentret.",
    ):
        text = document.text
        at = text.find(said)
        if at < 0 or at > place[0] or text.count(said) != 1:
            return
        before, behind = text[:at] + "at " + asked, text[at + len(said) : place[0]]
        after = text[place[1] :]
        yield Change(
            "D03",
            "an appropriation approved in a committee",
            asked,
            f"{before}{behind}Godkendt.{after}",
            f"{before}{behind}Anbefales.{after}",
        )


def _of_another_item(
    document: Document, item: AgendaItem, place: tuple[int, int]
) -> Iterator[Change]:
    """A decision that belongs to another item."""
    if not item.recommendations:
        return
    for wrong in ("Hundelufterkortet blev godkendt.", "Model F valgt.", "Scenarie 9 vedtaget."):
        right = document.replaced(*place, "Indstillingen blev godkendt.")
        yield Change(
            "D06", "a decision of another item", wrong, document.replaced(*place, wrong), right
        )


def _receivers(
    document: Document, item: AgendaItem, place: tuple[int, int], chance: random.Random
) -> Iterator[Change]:
    """A sentence that sends on, with and without the receiver.

    Where the item itself tells of a hearing, the receiver may stand there.
    """
    end = place[1]
    council = chance.choice(_COUNCILS)
    pairs = [
        ("sent on to nobody", f"Sagen oversendes til {council} til orientering.",
         "Sagen oversendes til orientering."),
        ("sent on to nobody", f"Sagen videresendes til {council}.", "Sagen videresendes."),
    ]  # fmt: skip
    if not any(_HEARD.search(section.text) for section in item.sections) and not item.case_route:
        pairs += [
            ("a hearing of nobody", f"Sagen genoptages efter høring i {council}.",
             "Sagen genoptages efter høring."),
            ("a hearing of nobody", f"Sagen sendes i høring hos {council}.",
             "Sagen sendes i høring."),
        ]  # fmt: skip
    for kind, right, wrong in pairs:
        yield Change(
            "D07",
            kind,
            wrong,
            document.inserted(end, f" {wrong}"),
            document.inserted(end, f" {right}"),
        )


def _headings(document: Document) -> Iterator[Change]:
    """The day or the body in the heading over a decision, where the document prints them."""
    body = document.minutes.body or ""
    for number, item in document.open_items():
        for section in item.sections_of(SectionKind.DECISION):
            dates = find_dates(section.heading)
            if len(dates) != 1 or body not in section.heading:
                continue
            first = document.reading.canonical.lines[section.lines[0] - 1]
            start = _line_start(document.text, section.lines[0])
            printed = section.heading[dates[0].start : dates[0].end]
            day = re.search(r"\d+", printed)
            if day is None or printed not in first:
                continue
            other = f"{(int(day[0]) + 6) % 28 + 1:02}"
            later = printed.replace(day[0], other, 1)
            for kind, line in (
                ("a heading of another day", first.replace(printed, later)),
                ("a heading of another body", first.replace(body, _OTHERS[number % 3])),
            ):
                if line != first:
                    text = document.replaced(start, start + len(first), line)
                    yield Change("D05", kind, line, text)


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at


def _copies(document: Document) -> Iterator[Change]:
    """The same sending-on behind one decision, and behind three or all."""
    places = [place for number, _ in document.open_items() if (place := document.decision(number))]
    for council in _COUNCILS:
        added = f" Sagen oversendes til {council} til orientering."
        if len(places) < 3 or council in document.text:
            continue
        for count in (3, len(places)):
            text = document.text
            for _, end in sorted(places[:count], reverse=True):
                text = text[:end] + added + text[end:]
            right = document.inserted(places[0][1], added)
            yield Change("D04", "an addition copied onto several items", added, text, right)
