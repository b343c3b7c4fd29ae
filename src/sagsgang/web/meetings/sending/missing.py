"""What an agenda lacks before it may be sent, item by item; no rule reads these from a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.checking import Severity
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.cases.review.finance import FinanceState, finance_of
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.meetings.sending.content import Content, has_own_text, items_by_key


@dataclass(frozen=True, slots=True)
class Gap:
    """`about` is what the finding is about: when it changes, the finding is a new one."""

    code: str
    severity: Severity
    message: str | Promise
    item: int | None = None
    path: str = ""
    about: str = ""
    may_set_aside: bool = True


def gaps_of(meeting: Meeting, rows: Sequence[Item], content: Content) -> list[Gap]:
    """Everything that is missing; `rows` and `content` are of the agenda as it would be sent."""
    if not rows:
        return [
            Gap(
                "empty_agenda",
                Severity.BLOCKS,
                _("There are no items on the agenda yet."),
                may_set_aside=False,
            )
        ]
    told = items_by_key(content)
    found: list[Gap] = []
    for item in rows:
        found += _closed(item, told[item.pk])
        found += _late(meeting, item)
        found += _text(item, told[item.pk])
        if item.stop is not None:
            found += _case(item)
    for gone in content["removed"]:
        if not gone["because"]:
            said = _("An item that was sent has been taken off, and nothing says why.")
            found.append(Gap("removed_no_reason", Severity.BLOCKS, said, gone["key"]))
    return found


def _closed(item: Item, told: Content) -> list[Gap]:
    about = f"{item.title}\0{told['public_title']}"
    if not told["is_closed"]:
        return []
    found = []
    if item.parent_id is None and not told["public_title"].strip():
        said = _("The item is closed, and has no title that everyone may read.")
        found.append(Gap("no_neutral_title", Severity.BLOCKS, said, item.pk, about=about))
    elif told["public_title"].strip().lower() == item.title.strip().lower():
        said = _("The title that everyone may read is the title of the closed item itself.")
        found.append(Gap("telling_title", Severity.WARNS, said, item.pk, about=about))
    if not told["closed_ground"].strip():
        said = _("The item is closed, and nothing says on what ground.")
        found.append(Gap("closed_by_nobody", Severity.BLOCKS, said, item.pk))
    return found


def _late(meeting: Meeting, item: Item) -> list[Gap]:
    is_new = meeting.state == MeetingState.SENT and not item.number and item.parent_id is None
    if (item.is_late or is_new) and not item.late_reason.strip():
        said = _("The item came after the agenda was sent. Say why it cannot wait.")
        gap = Gap("late_no_reason", Severity.BLOCKS, said, item.pk, may_set_aside=False)
        return [gap]
    return []


def _text(item: Item, told: Content) -> list[Gap]:
    kept = told["case"]
    is_message = bool(item.parent_id or item.recurring or item.other_meeting_id)
    if kept is None:
        if is_message or item.recurring or has_words(item.html) or told["parts"]:
            return []
        said = _("The item has no text.")
        return [Gap("no_text", Severity.WARNS, said, item.pk)]
    content: dict[str, Any] = kept["content"]
    path = reverse("cases:case", args=[kept["id"]])
    if not any(has_words(section["html"]) for section in content["sections"]):
        said = _("The case has no text.")
        return [Gap("no_text", Severity.BLOCKS, said, item.pk, path)]
    has_recommendation = content["points"] or any(
        section["kind"] == "recommendation" and has_words(section["html"])
        for section in content["sections"]
    )
    if item.kind == CaseKind.DECISION and not has_recommendation:
        said = _("The body is to decide, and nothing is recommended.")
        return [Gap("no_recommendation", Severity.BLOCKS, said, item.pk, path)]
    return []


def _case(item: Item) -> list[Gap]:
    assert item.stop is not None
    stop, case = item.stop, item.stop.case
    path = reverse("cases:case", args=[case.pk])
    if not has_own_text(stop):
        if stop.dispatched_at is None:
            said = _("The case is not approved. Only an approved case can be sent.")
            gap = Gap("not_approved", Severity.BLOCKS, said, item.pk, path, may_set_aside=False)
            return [gap]
        said = _(
            "The case is being written on. The text that was sent stands until it is approved."
        )
        return [Gap("being_written", Severity.NOTES, said, item.pk, path)]
    found = []
    if case.is_closed and not item.is_closed:
        said = _("The case is closed, and the item on the agenda is not. It is sent as closed.")
        found.append(Gap("open_about_closed", Severity.WARNS, said, item.pk, path))
    finance = finance_of(case)
    path = reverse("cases:finance", kwargs={"pk": case.pk})
    if finance.state is FinanceState.OUTDATED:
        said = _("The text about money has been changed since the finance statement was given.")
        found.append(Gap("finance_outdated", Severity.BLOCKS, said, item.pk, path))
    elif case.has_financial_implications and finance.state is not FinanceState.VALID:
        said = _("The case has financial implications, and no finance statement.")
        found.append(Gap("finance_missing", Severity.BLOCKS, said, item.pk, path))
    return found
