"""Which document whom: the public one is made of the internal one before anything is rendered.

What is closed is not hidden on the page, it is not in the document that the page is made of. A
closed item keeps its number, a neutral title and, if there is one, the public text of its decision
(kommunestyrelsesloven § 8; the doors having been closed is no ground to leave the decision out).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sagsgang.minutes import (
    AgendaItem,
    Decision,
    EarlierTreatment,
    Minutes,
    Section,
    SectionKind,
    SignOff,
    Source,
    UsedFigure,
)
from sagsgang.reading.content.routes import read_references
from sagsgang.rendering.redacting import Redaction, is_found, redacted

__all__ = ["CLOSED_TITLE", "WITH_RESERVATION", "Files", "Redaction", "closed", "public"]

CLOSED_TITLE = "Lukket punkt"
#: What the public reads where a member approved with a reservation: its words may be about what is
#: closed.
WITH_RESERVATION = "med forbehold"


@dataclass(frozen=True, slots=True)
class Files:
    """Where the public gets the files: their addresses by SHA-256. A file without one is named and
    not linked.
    """

    addresses: Mapping[str, str]


#: What a field of an item is drawn from; it goes where its section goes.
_DRAWN: dict[SectionKind, dict[str, Any]] = {
    SectionKind.RECOMMENDATION: {"recommendations": ()},
    SectionKind.LEGAL_BASIS: {"legal_basis": ()},
    SectionKind.CASE_ROUTE: {"case_route": ()},
    SectionKind.EARLIER_TREATMENTS: {"earlier_treatments": ()},
    SectionKind.DECIDING_BODY: {"deciding_body": None},
    SectionKind.DECISION: {"decision": None},
}


def public(
    minutes: Minutes, redactions: Sequence[Redaction] = (), files: Files | None = None
) -> Minutes:
    """The document that everybody may read. `redactions` name the items they are in by number.

    Its source is not the internal one's: the hash of a file can tell what was in it.
    """
    items = tuple(_item(item, redactions, files) for item in minutes.items)
    hidden = {item.number for item in minutes.items if item.is_closed}
    is_whole = not hidden and all(
        section.is_public for item in minutes.items for section in item.sections
    )
    return minutes.model_copy(
        update={
            "contents": _contents(minutes, items, redactions),
            "items": items,
            "unplaced": minutes.unplaced if is_whole and not redactions else (),
            "addenda": tuple(
                redacted(addendum, [each for each in redactions if each.item == addendum.item])
                for addendum in minutes.addenda
                if addendum.item not in hidden
            ),
            "sign_offs": tuple(_sign_off(each) for each in minutes.sign_offs),
            "source": Source(name="", sha256="", format="html", dialect="", confidence=1.0),
        }
    )


def _contents(
    minutes: Minutes, items: Sequence[AgendaItem], redactions: Sequence[Redaction]
) -> tuple[str, ...]:
    """As printed; where something is closed or left out, the titles as everybody may read them."""
    if not minutes.contents or not (redactions or any(item.is_closed for item in items)):
        return minutes.contents
    return tuple(item.title for item in items)


def _item(item: AgendaItem, redactions: Sequence[Redaction], files: Files | None) -> AgendaItem:
    if item.is_closed:
        return closed(item)
    sections = tuple(section for section in item.sections if section.is_public)
    update: dict[str, Any] = {
        "sections": sections,
        "attachments": _open_attachments(item),
        "attachment_files": tuple(
            each.model_copy(update={"url": files.addresses.get(each.sha256 or "")})
            if files is not None
            else each
            for each in item.attachment_files
            if not each.is_closed
        ),
        "earlier_treatments": tuple(_earlier(each) for each in item.earlier_treatments),
        "figures": tuple(each for each in item.figures if each.is_public),
        "closed_ground": None,
        "public_title": None,
        "public_decision": None,
    }
    if len(sections) < len(item.sections):
        update |= _without(item, sections)
    own = [each for each in redactions if each.item == item.number]
    update["figures"] = tuple(f for f in update["figures"] if not _is_left_out(f, own))
    return redacted(item.model_copy(update=update), own)


def _is_left_out(figure: UsedFigure, redactions: Sequence[Redaction]) -> bool:
    """Whether words of the figure are left out of the text: then its value goes with them."""
    return any(figure.text in each.passage or is_found(figure, each.passage) for each in redactions)


def closed(item: AgendaItem) -> AgendaItem:
    """What everybody may know of a closed item."""
    words = item.public_decision
    return AgendaItem(
        number=item.number,
        title=item.public_title or CLOSED_TITLE,
        is_closed=True,
        lines=item.lines,
        decision=Decision(text=words, outcome=None) if words else None,
    )


def _open_attachments(item: AgendaItem) -> tuple[str, ...]:
    """The titles without those of closed files; a title that an open file has too stays once."""
    titles = list(item.attachments)
    for file in item.attachment_files:
        if file.is_closed and file.title in titles:
            titles.remove(file.title)
    return tuple(titles)


def _earlier(treatment: EarlierTreatment) -> EarlierTreatment:
    if not treatment.is_closed:
        return treatment
    return treatment.model_copy(update={"text": "", "absent": ()})


def _without(item: AgendaItem, sections: Sequence[Section]) -> dict[str, Any]:
    """What was drawn from the sections that are not public goes with them."""
    left_out = [section for section in item.sections if not section.is_public]
    update: dict[str, Any] = {
        "tables": tuple(
            table
            for table in item.tables
            if not any(
                section.lines[0] <= table.lines[0] <= section.lines[1] for section in left_out
            )
        ),
        "references": tuple(
            dict.fromkeys(
                reference for section in sections for reference in read_references(section.text)
            )
        ),
    }
    kept = {section.kind for section in sections}
    for section in left_out:
        if section.kind not in kept:
            update |= _DRAWN.get(section.kind, {})
    return update


def _sign_off(each: SignOff) -> SignOff:
    return each.model_copy(update={"reservation": WITH_RESERVATION if each.reservation else None})
