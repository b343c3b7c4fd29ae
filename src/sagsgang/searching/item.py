"""What may be found: the public part of each agenda item, and nothing else of the minutes."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sagsgang.minutes import (
    AgendaItem,
    CaseNumberKind,
    ItemKind,
    Minutes,
    Outcome,
    SectionKind,
)

#: Said elsewhere: these have fields of their own.
_HAVE_FIELDS = frozenset({SectionKind.DECISION, SectionKind.ATTACHMENTS})
_SUBJECT_LENGTH = len("15.00.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicItem:
    """An agenda item as it may be found by anybody; made by `public_items`.

    `address` names the item and is unique, `document_key` names the document it stands in; both are
    the caller's, and are given back with each hit. `case_number` is canonical, `kle_subject` is
    `HH.GG.EE` of a KLE number.
    """

    address: str
    document_key: str
    title: str
    number: str | None = None
    is_closed: bool = False
    municipality: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    kind: ItemKind | None = None
    outcome: Outcome | None = None
    case_number: str | None = None
    kle_subject: str | None = None
    texts: tuple[str, ...] = ()
    decision: str = ""
    attachments: tuple[str, ...] = ()


def public_items(
    minutes: Minutes, *, document_key: str, address: Callable[[int, AgendaItem], str]
) -> Iterator[PublicItem]:
    """The public part of every item; `address` is given the item's position (from 0) and the item.

    Of a closed item that is its number, title and decision, with its outcome: what the public
    edition prints. Case number, attachments and every other text stay out.
    """
    for position, item in enumerate(minutes.items):
        decision = item.decision
        public = PublicItem(
            address=address(position, item),
            document_key=document_key,
            number=item.number,
            title=item.title,
            is_closed=item.is_closed,
            municipality=minutes.municipality,
            body=minutes.body,
            date=minutes.starts_at.date() if minutes.starts_at else None,
            outcome=decision.outcome if decision else None,
            decision=decision.text if decision else "",
        )
        yield public if item.is_closed else _with_all(public, item)


def _with_all(public: PublicItem, item: AgendaItem) -> PublicItem:
    number = item.case_number
    is_kle = number is not None and number.kind is CaseNumberKind.KLE and number.is_valid
    return replace(
        public,
        kind=item.kind,
        case_number=number.canonical if number else None,
        kle_subject=number.canonical[:_SUBJECT_LENGTH] if number and is_kle else None,
        texts=tuple(_texts(item)),
        attachments=item.attachments,
    )


def _texts(item: AgendaItem) -> Iterator[str]:
    for section in item.sections:
        if section.kind not in _HAVE_FIELDS and section.text:
            yield section.text
    if not item.sections_of(SectionKind.RECOMMENDATION):
        yield from (recommendation.text for recommendation in item.recommendations)
