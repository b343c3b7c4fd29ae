"""What sending tells the other rooms when the website starts."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.models import Item
from sagsgang.web.meetings.permissions import item_is_closed, items_readable_q
from sagsgang.web.meetings.sending import panels, subscriptions
from sagsgang.web.meetings.sending.services.send import SENT, SENT_AGAIN
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register

_WHY = "du sidder med ved mødet"


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
    kind_register(SENT, _("An agenda is sent out"), _WHY)
    kind_register(SENT_AGAIN, _("An agenda is sent out again, changed"), _WHY)
    subject_gate_register(
        "item",
        lambda key, user: key in _readable([key], user),
        many=_readable,
        is_closed=_item_is_closed,
    )
    panel_register("meeting.side", Panel(10, "sending", panels.meeting_panel))


def _readable(keys: Collection[str], user: object) -> Collection[str]:
    by_key = {int(key.partition(":")[2]): key for key in keys}
    found = Item.objects.filter(items_readable_q(user), pk__in=by_key).order_by()
    return [by_key[pk] for pk in found.values_list("pk", flat=True)]


def _item_is_closed(key: str) -> bool:
    pk = int(key.partition(":")[2])
    item = Item.objects.filter(pk=pk).select_related("parent", "stop__case").first()
    return item is None or item_is_closed(item)
