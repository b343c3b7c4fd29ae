"""One published item with what its page says around it, asked for in one plain question.

An item's page is what is read most. To build the question takes Django several times as long as
the database takes to answer it, so it is written out here, for both databases alike.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils.dateparse import parse_datetime

_QUESTION = """
SELECT i.number, i.title, i.case_id, i.is_closed, p.kind, p.number, p.published_at, p.because,
       m.body_slug, m.place, m.starts_at, b.name,
       CASE WHEN i.number = %s THEN i.content END
FROM publishing_publisheditem i
JOIN publishing_publication p ON p.id = i.publication_id
JOIN publishing_publicmeeting m ON m.id = p.public_id
JOIN bodies_body b ON b.id = m.body_id
WHERE m.id = %s AND p.state = 'published'
ORDER BY p.kind DESC, i."order"
"""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """The item as published, its publication, and number and title of its neighbours."""

    number: str
    title: str
    case: int | None
    is_closed: bool
    kind: str
    version: int
    published_at: datetime
    because: str
    body_slug: str
    place: str
    starts_at: datetime
    body: str
    content: dict[str, Any]
    before: tuple[str, str] | None
    after: tuple[str, str] | None


def item_row(meeting: int, number: str) -> tuple[bool, ItemRow | None]:
    """Whether anything of the meeting is in force, and its item of that number: of the minutes
    where they are, else of the agenda.
    """
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, [number, meeting])
        rows = cursor.fetchall()
    if not rows:
        return False, None
    # "minutes" comes before "agenda" here; only the first kind is read.
    rows = [row for row in rows if row[4] == rows[0][4]]
    place = next((i for i, row in enumerate(rows) if row[0] == number and number), None)
    if place is None:
        return True, None
    told = rows[place]
    beside = [(row[0], row[1]) for row in rows]
    return True, ItemRow(
        number=told[0],
        title=told[1],
        case=told[2],
        is_closed=bool(told[3]),
        kind=told[4],
        version=told[5],
        published_at=_moment(told[6]),
        because=told[7],
        body_slug=told[8],
        place=told[9],
        starts_at=_moment(told[10]),
        body=told[11],
        content=json.loads(told[12]) if isinstance(told[12], str) else told[12],
        before=beside[place - 1] if place else None,
        after=beside[place + 1] if place + 1 < len(beside) else None,
    )


def _moment(value: object) -> datetime:
    """SQLite keeps moments as text in UTC."""
    found = value if isinstance(value, datetime) else parse_datetime(str(value))
    assert found is not None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
