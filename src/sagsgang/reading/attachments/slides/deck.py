"""A presentation: its slides in their order, with notes and comments, then what lies beside."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found, quoted
from sagsgang.reading.attachments.office.beside import read_beside
from sagsgang.reading.attachments.office.prose import EachOf, Prose
from sagsgang.reading.attachments.parts import Parts, Relation
from sagsgang.reading.attachments.slides.slide import Slide

_MOST_SLIDES = 1_000


class _Deck:
    """Takes the part of the presentation: its slides, and how large they are."""

    def __init__(self) -> None:
        self.slides: list[str] = []
        self.size = (0, 0)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sldId":
            self.slides.append(attribute(attributes, "r:id"))
        elif name == "sldSz":
            cx, cy = attribute(attributes, "cx"), attribute(attributes, "cy")
            if cx.isdecimal() and cy.isdecimal():
                self.size = (int(cx[:9]), int(cy[:9]))

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


def read_slides(parts: Parts, found: Found) -> int:
    """Everything in a presentation; how many slides it has."""
    main = next(
        (r.target for r in parts.relations("").values() if r.kind == "officeDocument"),
        "ppt/presentation.xml",
    )
    deck = _Deck()
    parts.give(main, deck)
    relations = parts.relations(main)
    authors = _authors(parts, relations)
    if len(deck.slides) > _MOST_SLIDES:
        found.problem(f"har {len(deck.slides)} slides: de første {_MOST_SLIDES} er læst")
    for number, listed in enumerate(deck.slides[:_MOST_SLIDES], 1):
        relation = relations.get(listed)
        if relation is None or relation.is_external:
            continue
        slide = Slide(found, number, deck.size)
        parts.give(relation.target, slide)
        slide.finish()
        for beside in parts.relations(relation.target).values():
            if beside.kind == "notesSlide":
                notes = Prose()
                parts.give(beside.target, notes)
                found.add(FragmentKind.NOTES, f"{slide.where}, noter", notes.text)
            elif beside.kind == "comments":
                _read_comments(parts, found, beside.target, slide.where, authors)
    read_beside(parts, found, "ppt")
    return len(deck.slides)


def _authors(parts: Parts, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Who comments, by id, in the older and the newer way of keeping them."""
    names: dict[str, str] = {}

    def author(attributes: Mapping[str, str], _: str) -> None:
        names[attribute(attributes, "id")] = attribute(attributes, "name")

    for relation in relations.values():
        if relation.kind == "commentAuthors":
            parts.give(relation.target, EachOf("cmAuthor", author))
        elif relation.kind == "authors":
            parts.give(relation.target, EachOf("author", author))
    return names


def _read_comments(
    parts: Parts, found: Found, part: str, where: str, authors: Mapping[str, str]
) -> None:
    def comment(attributes: Mapping[str, str], text: str) -> None:
        author = authors.get(attribute(attributes, "authorId"), "")
        by = f" af {quoted(author)}" if author else ""
        found.add(FragmentKind.COMMENT, f"{where}, kommentar{by}", text)

    parts.give(part, EachOf("cm", comment, ("t", "text")))
