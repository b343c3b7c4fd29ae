"""How orders and whose cases are called on pages."""

from django.utils.translation import gettext_lazy as _

ORDER_WORDS = {
    "aendret": _("Newest change first"),
    "frist": _("Deadline"),
    "nummer": _("Case number"),
}
WHOSE_WORDS = {
    "": _("All I may see"),
    "mine": _("Mine"),
    "venter": _("Waiting for me"),
}
