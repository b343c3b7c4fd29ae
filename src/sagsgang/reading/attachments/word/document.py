"""A Word document: its body, then the parts that belong to it."""

import posixpath
from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found, quoted
from sagsgang.reading.attachments.office.beside import read_beside
from sagsgang.reading.attachments.office.prose import Attributes, EachOf, author_of
from sagsgang.reading.attachments.parts import Parts
from sagsgang.reading.attachments.word.story import Story
from sagsgang.reading.attachments.word.styles import Styles

_FRAMES = {"header": "sidehoved", "footer": "sidefod"}
_NOTES = {"footnotes": ("footnote", "fodnote"), "endnotes": ("endnote", "slutnote")}


def read_word(parts: Parts, found: Found) -> None:
    """Everything in a Word document."""
    main = next(
        (r.target for r in parts.relations("").values() if r.kind == "officeDocument"),
        "word/document.xml",
    )
    relations = list(parts.relations(main).values())
    styles = Styles()
    for relation in relations:
        if relation.kind == "styles":
            parts.give(relation.target, styles)
    _read_story(parts, found, main, "brødteksten", styles)
    counts = dict.fromkeys(_FRAMES, 0)
    for relation in relations:
        if relation.is_external:
            continue
        target = relation.target
        if relation.kind in _FRAMES:
            counts[relation.kind] += 1
            where = f"{_FRAMES[relation.kind]} {counts[relation.kind]}"
            _read_story(parts, found, target, where, styles)
        elif relation.kind in _NOTES:
            _read_notes(parts, found, target, *_NOTES[relation.kind])
        elif relation.kind == "comments":
            _read_comments(parts, found, target)
        elif relation.kind == "settings":
            _read_variables(parts, found, target)
        elif relation.kind == "glossaryDocument":
            _read_story(parts, found, target, "byggeblokke", styles, FragmentKind.HIDDEN)
    read_beside(parts, found, posixpath.dirname(main) or "word")


def _read_story(
    parts: Parts,
    found: Found,
    part: str,
    where: str,
    styles: Styles,
    kind: FragmentKind = FragmentKind.TEXT,
) -> None:
    story = Story(found, where, styles, kind)
    parts.give(part, story)
    story.finish()


def _read_notes(parts: Parts, found: Found, part: str, element: str, where: str) -> None:
    count = 0

    def note(_: Mapping[str, str], text: str) -> None:
        nonlocal count
        if text:
            count += 1
            found.add(FragmentKind.TEXT, f"{where} {count}", text)

    parts.give(part, EachOf(element, note, ("t", "delText")))


def _read_comments(parts: Parts, found: Found, part: str) -> None:
    count = 0

    def comment(attributes: Mapping[str, str], text: str) -> None:
        nonlocal count
        count += 1
        found.add(FragmentKind.COMMENT, f"kommentar {count}{author_of(attributes)}", text)

    parts.give(part, EachOf("comment", comment, ("t", "delText")))


def _read_variables(parts: Parts, found: Found, part: str) -> None:
    """What templates and other programs keep in the document for themselves."""

    def setting(name: str, attributes: Mapping[str, str]) -> None:
        text = attribute(attributes, "val")
        if name == "docVar":
            title = quoted(attribute(attributes, "name"))
            found.add(FragmentKind.METADATA, f"dokumentvariablen «{title}»", text)
        else:
            found.add(FragmentKind.LINK, "kilden til brevfletning", text)

    parts.give(part, Attributes(setting, "docVar", "connectString", "query"))
