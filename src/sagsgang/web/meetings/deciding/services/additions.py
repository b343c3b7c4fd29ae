"""After the meeting nothing that was decided is overwritten: there are additions."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import item_event, item_held
from sagsgang.web.meetings.models import Item, ItemAddendum
from sagsgang.web.routes.models import CaseStop, StopState
from sagsgang.web.routes.services.stops_locked import case_locked
from sagsgang.web.routes.services.stops_treated import appended


@transaction.atomic
def decision_append(*, actor: Any, item: Item, text: str) -> ItemAddendum:
    """Add to the decision of a closed meeting, here and on the way of the case. Emits
    `item_decision_appended`.
    """
    fresh = item_held(actor, "decision_append", item)
    words = text.strip()
    if not words:
        raise Refusal(_("Write the addition."), "text")
    if fresh.stop is not None:
        stop = CaseStop.objects.select_related("body").get(pk=fresh.stop_id)
        stop.case = case_locked(fresh.stop.case)
        if stop.state == StopState.TREATED:
            appended(actor, stop, words)
    return item_appended(actor, fresh, words)


def item_appended(actor: Any, item: Item, words: str) -> ItemAddendum:
    """The addition to the item's decision as a row; the caller has asked a gate. Emits
    `item_decision_appended`.
    """
    addendum = ItemAddendum.objects.create(item=item, text=words, by=actor, at=timezone.now())
    item_event(
        "item_decision_appended",
        "føjede til beslutningen på {item}",
        actor,
        item,
        addendum=addendum.pk,
    )
    return addendum
