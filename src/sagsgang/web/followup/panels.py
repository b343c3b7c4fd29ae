"""What other rooms' pages show of follow-ups: a case, an item, a body, the administration."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.bodies.permissions import is_administrator
from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.followup.permissions import body_may
from sagsgang.web.followup.selectors import (
    follow_ups_of_body,
    follow_ups_of_case,
    follow_ups_of_item,
    reports_in_item,
    shown_rows,
)
from sagsgang.web.followup.selectors.lists import decided_day, version_at
from sagsgang.web.followup.selectors.promises import set_aside_of, suggestions_of
from sagsgang.web.meetings.permissions import item_may

#: So many are shown on the page of a body.
AT_MOST = 8


def case_main(request: HttpRequest, case: Any) -> SafeString | None:
    """What was asked for in the case, what its text promises, and what became of it."""
    rows = follow_ups_of_case(request.user, case)
    promises = suggestions_of(request.user, case)
    aside = set_aside_of(request.user, case)
    if not rows and not promises and not aside:
        return None
    context = {
        "case": case,
        "rows": shown_rows(request.user, rows, with_parts=True),
        "promises": promises,
        "aside": aside,
    }
    return render_to_string("followup/case_panel.html", context, request)


def item_main(request: HttpRequest, item: Any) -> SafeString | None:
    """What the item's decision asked for and what became of it; what the item reports on; the list
    of activities that it approves; and what its case promises.
    """
    if not item_may(request.user, "item_read", item):
        return None
    asked = follow_ups_of_item(request.user, item)
    told = reports_in_item(request.user, item)
    version = version_at(item)
    promises = suggestions_of(request.user, item.stop.case) if item.stop else []
    if not asked and not told and version is None and not promises:
        return None
    context = {
        "item": item,
        "rows": shown_rows(request.user, asked, with_parts=True),
        "told": shown_rows(request.user, told, with_parts=True),
        "version": version,
        "approved_on": decided_day(item) if version else None,
        "promises": promises,
    }
    return render_to_string("followup/item_panel.html", context, request)


def holding_item(request: HttpRequest, item: Any) -> SafeString | None:
    """At the meeting: the decision that the item reports on."""
    told = reports_in_item(request.user, item)
    if not told:
        return None
    context = {"told": shown_rows(request.user, told, with_parts=True)}
    return render_to_string("followup/told.html", context, request)


def body_main(request: HttpRequest, body: Any) -> SafeString | None:
    """What the body waits for, the late on top."""
    if standing_of(request.user).user is None:
        return None
    found = follow_ups_of_body(request.user, body)
    count = found.count()
    has_lists = body_may(request.user, "activity_list_read", body)
    if not count and not has_lists:
        return None
    context = {
        "body": body,
        "rows": shown_rows(request.user, found[:AT_MOST]),
        "more": max(0, count - AT_MOST),
        "has_lists": has_lists,
    }
    return render_to_string("followup/body_panel.html", context, request)


def administration_link(request: HttpRequest, subject: Any) -> SafeString | None:
    """The line of the administration's page that leads to the reminders."""
    if not is_administrator(request.user) or not workplace_municipalities(request.user):
        return None
    return render_to_string("followup/administration_link.html", {}, request)
