"""What was recomputed and is in order, by item, so that one sees what was checked and what not."""

from dataclasses import dataclass

from sagsgang.checking import Report, Verified
from sagsgang.web.archive.models import Item
from sagsgang.web.archive.reader import item_of
from sagsgang.web.archive.selectors import StoredDocument


@dataclass(frozen=True, slots=True)
class HeldItem:
    """The relations of an item; of the document as a whole when `row` is None."""

    row: Item | None
    url: str
    relations: tuple[Verified, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """`count` relations; `items` is empty when an older version kept only how many there were."""

    count: int
    items: tuple[HeldItem, ...]


def held(document: StoredDocument, report: Report) -> Held:
    """What the report says holds, in the order of the document."""
    by_item: dict[int | None, list[Verified]] = {}
    for each in report.verified:
        by_item.setdefault(item_of(each, document.minutes), []).append(each)
    rows = {row.position: row for row in document.items}
    items = []
    for position in sorted(by_item, key=lambda place: -1 if place is None else place):
        row = rows.get(position) if position is not None else None
        url = document.address("item", item=row.slug) if row else ""
        items.append(HeldItem(row, url, tuple(by_item[position])))
    return Held(report.summary.relations_verified, tuple(items))
