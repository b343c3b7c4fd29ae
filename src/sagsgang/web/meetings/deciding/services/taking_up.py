"""An item that is not on the agenda is taken up, because everyone in the room agreed."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers
from sagsgang.web.meetings.agendas.services.items import item_add_own, item_add_treatment
from sagsgang.web.meetings.agendas.services.locked import item_event, meeting_open
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.routes.models import CaseStop


@transaction.atomic
def item_take_up(
    *,
    actor: Any,
    meeting: Meeting,
    all_agree: bool,
    title: str = "",
    html: str = "",
    stop: CaseStop | None = None,
) -> Item:
    """A case that waits for the body, or something else, treated although it is not on the agenda;
    that all agreed is recorded. Emits `item_taken_up`.
    """
    meeting_open(actor, "item_take_up", meeting)
    if not all_agree:
        raise Refusal(
            _("An item that is not on the agenda can be taken up only when all present agree."),
            "all_agree",
        )
    if stop is not None:
        item = item_add_treatment(actor=actor, meeting=meeting, stop=stop, is_taken_up=True)
    else:
        item = item_add_own(actor=actor, meeting=meeting, title=title, html=html, is_taken_up=True)
    if not item.number:
        item.number = item_numbers(item.meeting)[item.pk]
        item.save(update_fields=["number"])
    item_event(
        "item_taken_up",
        "tog {item} op uden for dagsordenen; alle tilstedeværende var enige om det",
        actor,
        item,
    )
    return item
