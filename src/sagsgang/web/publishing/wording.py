"""The words for the two documents and for how they stand with the public."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: In the middle of a sentence: "Withdraw the minutes".
KINDS: dict[str, Promise] = {"agenda": _("the agenda"), "minutes": _("the minutes")}
TITLES: dict[str, Promise] = {"agenda": _("Agenda"), "minutes": _("Minutes")}
KIND_SLUGS = {"dagsorden": "agenda", "referat": "minutes"}
SLUGS = {kind: slug for slug, kind in KIND_SLUGS.items()}
STATES: dict[str, Promise] = {
    "published": _("In force"),
    "superseded": _("Superseded"),
    "withdrawn": _("Withdrawn"),
}
