"""An item is closed to the public, or opened: why, by which rule, and who decided it (§ 10)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.screening import title_refuse
from sagsgang.web.meetings.agendas.services.locked import (
    item_event,
    item_held,
    meeting_touched,
    reasoned,
)
from sagsgang.web.meetings.models import Item


@transaction.atomic
def item_close(
    *,
    actor: Any,
    item: Item,
    ground: str,
    reference: str,
    decided_by: str,
    public_title: str,
    is_title_confirmed: bool = False,
) -> Item:
    """Close the item: each is judged by itself, so it says why, by which rule, who decided it, and
    what the public may read instead of its title. Emits `item_closed`.
    """
    fresh = item_held(actor, "item_close", item)
    fresh.closed_ground = reasoned(
        ground, _("Write why just this item must be closed."), "closed_ground"
    )
    fresh.closed_reference = reasoned(
        reference, _("Write the rule it is closed by, such as § 10."), "closed_reference", 200
    )
    fresh.closed_by = reasoned(
        decided_by, _("Write who decided that it is closed."), "closed_by", 150
    )
    fresh.public_title = reasoned(
        public_title, _("Write the title that everyone may read."), "public_title"
    )
    title_refuse(fresh.public_title, "public_title", is_confirmed=is_title_confirmed)
    if fresh.public_title.casefold() == fresh.title.casefold():
        raise Refusal(
            _("The public title is the real title. Write one that tells nothing that is closed."),
            "public_title",
        )
    fresh.is_closed = True
    _saved(fresh)
    item_event("item_closed", "lukkede {item} for offentligheden", actor, fresh)
    return fresh


@transaction.atomic
def item_open(*, actor: Any, item: Item) -> Item:
    """Let everyone read the item again. Emits `item_opened`."""
    fresh = item_held(actor, "item_close", item)
    if fresh.stop is not None and fresh.stop.case.is_closed:
        raise Refusal(
            _("The case itself is closed. Its officer or manager can open it on the case's page.")
        )
    if not fresh.is_closed:
        return fresh
    fresh.is_closed = False
    fresh.closed_ground = fresh.closed_reference = fresh.closed_by = ""
    fresh.public_title = ""
    _saved(fresh)
    item_event("item_opened", "åbnede {item} for offentligheden", actor, fresh)
    return fresh


def _saved(item: Item) -> None:
    item.revision += 1
    item.save(
        update_fields=[
            "is_closed",
            "closed_ground",
            "closed_reference",
            "closed_by",
            "public_title",
            "revision",
        ]
    )
    meeting_touched(item.meeting)
