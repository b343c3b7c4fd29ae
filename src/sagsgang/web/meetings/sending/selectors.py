"""Reading agendas that were sent, as one person may see them, with what has come since."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from sagsgang.web.cases.attachments.gate import may_see_closed_attachments
from sagsgang.web.cases.models import AttachmentVersion
from sagsgang.web.meetings.agendas.selectors import item_numbers
from sagsgang.web.meetings.models import AgendaVersion, Item, Meeting, MeetingState
from sagsgang.web.meetings.permissions import items_readable, meeting_may
from sagsgang.web.meetings.sending.comparing import AgendaChange, agenda_difference
from sagsgang.web.meetings.sending.content import Content, agenda_content, last_version
from sagsgang.web.meetings.sending.showing import agenda_shown, item_shown
from sagsgang.web.routes.earlier import Earlier, earlier_of
from sagsgang.web.routes.models import CaseStop, StopKind, StopState


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with what it changed; `change` is None for the first."""

    version: AgendaVersion
    change: AgendaChange | None


def versions_of(meeting: Meeting) -> QuerySet[AgendaVersion]:
    """What was sent, the newest first."""
    rows = AgendaVersion.objects.filter(meeting=meeting).select_related("sent_by")
    return rows.order_by("-number")


def version_get(meeting: Meeting, number: int) -> AgendaVersion | None:
    """One agenda that was sent."""
    return versions_of(meeting).filter(number=number).first()


def versions_compared(user: object, meeting: Meeting) -> list[VersionRow]:
    """Every version with its differences from the one before, as the user may see them."""
    versions = list(versions_of(meeting))
    contents = {each.number: agenda_shown(user, meeting, each.content) for each in versions}
    return [
        VersionRow(
            each,
            agenda_difference(contents[each.number - 1], contents[each.number])
            if each.number - 1 in contents
            else None,
        )
        for each in versions
    ]


def agenda_now(user: object, meeting: Meeting) -> tuple[Content | None, AgendaVersion | None]:
    """The agenda that she reads: what was sent last, or a draft for those who check it before it
    is sent; None where there is nothing for her yet.
    """
    version = last_version(meeting)
    if version is not None:
        return agenda_shown(user, meeting, version.content), version
    if not meeting_may(user, "agenda_check", meeting):
        return None, None
    content = agenda_content(meeting, numbers=item_numbers(meeting))
    return agenda_shown(user, meeting, content), None


def not_sent_yet(meeting: Meeting, version: AgendaVersion | None) -> AgendaChange | None:
    """What a sent agenda would say otherwise if it were sent again; None where it is not that."""
    if version is None or meeting.state != MeetingState.SENT:
        return None
    content = agenda_content(meeting, numbers=item_numbers(meeting), before=version)
    return agenda_difference(version.content, content)


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item's page: `told` is its content, `item` the row; `earlier` what others decided, also
    after the agenda was sent.
    """

    item: Item
    told: Content
    version: AgendaVersion | None
    earlier: tuple[Earlier, ...]


def item_at(user: object, meeting: Meeting, number: str) -> ShownItem | None:
    """The item with that number when she may read it; None for all that is not there for her."""
    version = last_version(meeting)
    if version is not None:
        content = version.content
    elif meeting_may(user, "agenda_check", meeting):
        content = agenda_content(meeting, numbers=item_numbers(meeting))
    else:
        return None
    key = next((told["key"] for told in content["items"] if told["number"] == number), None)
    if key is None:
        return _taken_up(user, meeting, version, number)
    rows = items_readable(user, meeting).filter(pk=key)
    item = rows.select_related("stop__case__body", "stop__case__municipality", "stop__body").first()
    told = item_shown(user, meeting, content, key)
    if item is None or told is None:
        return None
    return _shown(meeting, item, told, version)


def _taken_up(
    user: object, meeting: Meeting, version: AgendaVersion | None, number: str
) -> ShownItem | None:
    """An item that was not on the agenda and was taken up because everyone agreed."""
    rows = items_readable(user, meeting).filter(number=number, is_taken_up=True)
    item = rows.select_related("stop__case__body", "stop__case__municipality", "stop__body").first()
    if item is None:
        return None
    content = agenda_content(meeting, before=version, is_frozen=True)
    told = item_shown(user, meeting, content, item.pk)
    return _shown(meeting, item, told, version) if told else None


def _shown(meeting: Meeting, item: Item, told: Content, version: AgendaVersion | None) -> ShownItem:
    item.meeting = meeting
    earlier = tuple(earlier_of(item.stop)) if item.stop is not None else ()
    return ShownItem(item, told, version, earlier)


def file_of_agenda(
    user: object, meeting: Meeting, attachment: int, number: int
) -> AttachmentVersion | None:
    """A file that was sent with one of the agendas, when she may read it there, and it has not been
    closed to her since.
    """
    rows = AttachmentVersion.objects.select_related("attachment__case__body")
    found = rows.filter(attachment=attachment, number=number).first()
    if found is None:
        return None
    case = found.attachment.case
    if found.attachment.is_closed and not may_see_closed_attachments(user, case):
        return None
    for version in versions_of(meeting):
        for told in agenda_shown(user, meeting, version.content)["items"]:
            if any(_is_file(each, found) for each in files_of(told)):
                return found
    return None


def files_of(told: Content) -> list[Content]:
    """The attachments of an item in a content."""
    case: Content | None = told.get("case")
    return case["content"]["attachments"] if case else []


def _is_file(each: Content, found: AttachmentVersion) -> bool:
    same = (each["id"], each["version"]) == (found.attachment_id, found.number)
    return same and each["sha256"] == found.sha256


def came_after(meeting: Meeting, version: AgendaVersion | None) -> dict[int, list[CaseStop]]:
    """What other bodies decided after the agenda was sent, by the keys of its items: one question
    to the database for the whole agenda.
    """
    if version is None:
        return {}
    stops = dict(
        Item.objects.filter(meeting=meeting, stop__isnull=False).values_list("stop__case", "pk")
    )
    own = Item.objects.filter(meeting=meeting, stop__isnull=False).values("stop")
    sent_at: datetime = version.sent_at
    rows = CaseStop.objects.filter(
        Q(recorded_at__gt=sent_at), case__in=stops, state=StopState.TREATED
    ).exclude(pk__in=own)
    found: dict[int, list[CaseStop]] = {}
    for stop in rows.exclude(kind=StopKind.HEARING, decision_text="").select_related("body"):
        found.setdefault(stops[stop.case_id], []).append(stop)
    return found
