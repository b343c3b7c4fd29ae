"""What an item asks for, in words."""

from django.utils.translation import gettext_lazy as _

from sagsgang.minutes import ItemKind

ITEM_KINDS = {
    ItemKind.DECISION: _("For decision"),
    ItemKind.DISCUSSION: _("For discussion"),
    ItemKind.BRIEFING: _("For information"),
}
