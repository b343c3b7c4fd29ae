"""A follow-up is written, begun, reported on, and shown to be done."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.cases.models import Attachment, Case
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import Evidence, FollowUp, Kind, Origin, State
from sagsgang.web.followup.naming import in_words
from sagsgang.web.followup.permissions import body_require
from sagsgang.web.followup.services.held import (
    day_set,
    follow_up_open,
    owner_require,
    owner_told,
    words_of,
    written,
)
from sagsgang.web.followup.telling import tell
from sagsgang.web.meetings.members.names import secretaries_of
from sagsgang.web.meetings.models import Item
from sagsgang.web.meetings.permissions import item_may

WITH_PARTS = (Kind.EVALUATION, Kind.ANALYSIS)


@transaction.atomic
def follow_up_add(
    *,
    actor: Any,
    body: Body,
    text: str,
    kind: str = Kind.REPORT,
    owner: User | None = None,
    owner_name: str = "",
    deadline: date | None = None,
    meeting: PlannedMeeting | None = None,
    case: Case | None = None,
    item: Item | None = None,
    parent: FollowUp | None = None,
) -> FollowUp:
    """Something that the secretary writes down herself; or, with `parent`, a named part of an
    evaluation or an element of an analysis. Emits `follow_up_added`.
    """
    if parent is not None:
        parent = follow_up_open(actor, "follow_up_edit", parent)
        if parent.parent_id is not None:
            raise Refusal(_("A part has no parts of its own."))
        body, case, item = parent.body, parent.case, parent.item
        kind = parent.kind
    else:
        body_require(actor, "follow_up_add", body)
    if case is not None and not case_may(actor, "case_read", case):
        raise Refusal(_("Choose a case that you may read."), "case")
    if item is not None and not item_may(actor, "item_read", item):
        raise Refusal(_("Choose an item that you may read."), "item")
    return follow_up_made(
        actor,
        body=body,
        text=text,
        kind=kind,
        origin=parent.origin if parent else Origin.OWN,
        owner=owner,
        owner_name=owner_name,
        deadline=deadline,
        meeting=meeting,
        case=case,
        item=item,
        parent=parent,
    )


def follow_up_made(
    actor: Any,
    *,
    deadline: date | None = None,
    meeting: PlannedMeeting | None = None,
    is_told: bool = True,
    **columns: Any,
) -> FollowUp:
    """The row; the caller has asked the gate."""
    columns["text"] = words_of(columns["text"], _("Write what is to be done."), "text", 500)
    columns["owner_name"] = " ".join(columns.get("owner_name", "").split())[:200]
    if columns.get("kind") not in Kind.values:
        raise Refusal(_("Choose what kind of thing it is."), "kind")
    parent = columns.get("parent")
    if parent is not None:
        last = parent.parts.aggregate(last=Max("order"))["last"] or 0
        columns["order"] = last + 1
    made = FollowUp(created_by=actor, created_at=timezone.now(), revision=0, **columns)
    day_set(made, deadline, meeting)
    made.save()
    owner_require(made)
    written(actor, made, "follow_up_added", "satte {it} på opfølgning", parent=made.parent_id)
    if is_told:
        owner_told(actor, made)
    return made


@transaction.atomic
def follow_up_edit(
    *,
    actor: Any,
    follow_up: FollowUp,
    based_on: int | None = None,
    text: str | None = None,
    kind: str | None = None,
    owner: User | None = None,
    owner_name: str = "",
    deadline: date | None = None,
    meeting: PlannedMeeting | None = None,
) -> FollowUp:
    """What is to be done, by whom and by when. Emits `follow_up_changed`."""
    fresh = follow_up_open(actor, "follow_up_edit", follow_up, based_on)
    before = fresh.owner_id
    if text is not None:
        fresh.text = words_of(text, _("Write what is to be done."), "text", 500)
    if kind is not None and fresh.parent_id is None:
        if kind not in Kind.values:
            raise Refusal(_("Choose what kind of thing it is."), "kind")
        if kind not in WITH_PARTS and fresh.parts.exists():
            raise Refusal(
                _("It has parts, so it is an evaluation or an analysis. Drop the parts first."),
                "kind",
            )
        fresh.kind = kind
    fresh.owner, fresh.owner_name = owner, " ".join(owner_name.split())[:200]
    day_set(fresh, deadline, meeting)
    fresh.save()
    owner_require(fresh)
    written(actor, fresh, "follow_up_changed", "ændrede {it}")
    owner_told(actor, fresh, before)
    return fresh


@transaction.atomic
def follow_up_begin(*, actor: Any, follow_up: FollowUp) -> FollowUp:
    """Somebody works on it. Emits `follow_up_begun`."""
    fresh = follow_up_open(actor, "follow_up_begin", follow_up)
    fresh.state = State.IN_PROGRESS
    return written(actor, fresh, "follow_up_begun", "gik i gang med {it}")


@transaction.atomic
def follow_up_report(
    *, actor: Any, follow_up: FollowUp, result: str, based_on: int | None = None
) -> FollowUp:
    """The owner tells what came of it; the secretary hears of it. Emits `follow_up_reported`."""
    fresh = follow_up_open(actor, "follow_up_report", follow_up, based_on)
    result = result.strip()
    if not result:
        raise Refusal(_("Write what came of it."), "result")
    if len(result) > 5000:
        raise Refusal(_("Use at most %(most)s letters here.") % {"most": 5000}, "result")
    fresh.result, fresh.state = result, State.REPORTED
    written(actor, fresh, "follow_up_reported", "meldte tilbage på {it}")
    tell(
        fresh,
        secretaries_of(fresh.body),
        "follow_up_reported",
        f"{actor} har meldt tilbage på {in_words(fresh)}.",
        actor=actor,
    )
    return fresh


@transaction.atomic
def evidence_add(
    *,
    actor: Any,
    follow_up: FollowUp,
    text: str,
    attachment: Attachment | None = None,
    case: Case | None = None,
    item: Item | None = None,
    address: str = "",
) -> Evidence:
    """What shows that it was done. Emits `evidence_added`."""
    fresh = follow_up_open(actor, "evidence_add", follow_up)
    text = words_of(text, _("Write what it shows."), "text", 500)
    if attachment is not None and not case_may(actor, "case_read", attachment.case):
        raise Refusal(_("Choose an attachment that you may read."), "attachment")
    if case is not None and not case_may(actor, "case_read", case):
        raise Refusal(_("Choose a case that you may read."), "case")
    if item is not None and not item_may(actor, "item_read", item):
        raise Refusal(_("Choose an item that you may read."), "item")
    made = Evidence.objects.create(
        follow_up=fresh,
        text=text,
        attachment=attachment,
        case=case,
        item=item,
        address=address,
        by=actor,
        at=timezone.now(),
    )
    written(actor, fresh, "evidence_added", "føjede dokumentation til {it}", evidence=made.pk)
    return made
