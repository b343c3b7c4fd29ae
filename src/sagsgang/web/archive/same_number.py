"""What the archive holds under a case's number, shown where the case is tied to others."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from sagsgang.web.archive.addresses import meeting_address
from sagsgang.web.archive.models import Item
from sagsgang.web.cases.models import Case

_MOST = 10


def items_of_number(case: Case) -> list[dict[str, Any]]:
    """The open items of the case's own municipality under its number, newest first; those the case
    is tied to already are left out.
    """
    items = Item.objects.filter(
        case_number=case.number,
        is_closed=False,
        document__superseded_at=None,
        document__meeting__body__municipality=case.municipality_id,
    )
    items = items.select_related("document__meeting__body__municipality")
    tied = set(case.links.values_list("path", flat=True))
    rows = []
    for item in items.order_by("-document__meeting__starts_at", "-pk")[: 2 * _MOST]:
        meeting = item.document.meeting
        path = meeting_address(meeting, "item", item=item.slug)
        if path not in tied and path not in {row["path"] for row in rows}:
            where = (
                f"{meeting.body}, {timezone.localtime(meeting.starts_at):%d.%m.%Y}"
                if meeting.starts_at
                else ""
            )
            rows.append({"path": path, "title": item.title, "where": where or str(meeting.body)})
    return rows[:_MOST]


def similar_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The panel; None when the archive has nothing more."""
    similar = items_of_number(case)
    if not similar:
        return None
    context = {"case": case, "similar": similar}
    return render_to_string("cases/listing/similar.html", context, request)
