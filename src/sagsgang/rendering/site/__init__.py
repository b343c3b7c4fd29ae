"""The pages that everybody reads, around the documents: bodies, meetings, cases, what is gone."""

from sagsgang.rendering.site.pages import (
    BodyRow,
    Link,
    MeetingRow,
    PersonRow,
    Site,
    TreatmentRow,
    body_page,
    case_page,
    gone_page,
    index_page,
    item_page,
    meeting_page,
)

__all__ = [
    "BodyRow",
    "Link",
    "MeetingRow",
    "PersonRow",
    "Site",
    "TreatmentRow",
    "body_page",
    "case_page",
    "gone_page",
    "index_page",
    "item_page",
    "meeting_page",
]
