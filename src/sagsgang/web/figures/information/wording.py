"""What families of indicators and lengths of period are called."""

from django.utils.translation import gettext_lazy as _

FAMILIES = {
    "appeals": _("Appeals"),
    "benefits": _("Benefits"),
    "employment": _("Employment"),
    "finance": _("Economy"),
    "surveys": _("Surveys"),
}
GRAIN_WORDS = {"kvartal": _("quarter"), "aar": _("year"), "maaned": _("month")}
