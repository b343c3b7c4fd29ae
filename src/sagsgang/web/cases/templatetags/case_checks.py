"""What a page needs to have the checks beside its text: addresses and words for checks.js."""

import json
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.inclusion_tag("cases/checks/setup.html")
def case_checks_setup(case: Any) -> dict[str, Any]:
    """Put it once on the page that the case is written on; see static/cases/editor/checks.js."""
    return {
        "url": reverse("cases:case_checks", args=[case.pk]),
        "set_aside_url": reverse("cases:finding_set_aside", args=[case.pk]),
        "take_up_url": reverse("cases:finding_take_up", args=[case.pk]),
        "words": json.dumps(_words(), ensure_ascii=False),
    }


def _words() -> dict[str, str]:
    return {
        "checks": _("Checks"),
        "checksOf": _("Checks of"),
        "none": _("The checks find nothing here."),
        "one": _("1 finding"),
        "many": _("{n} findings"),
        "aside": _("{n} set aside"),
        "whole": _("the case as a whole"),
        "printed": _("It says"),
        "should": _("It should say"),
        "goTo": _("Go to the words"),
        "point": _("Point {n}"),
        "about": _("About this check"),
        "setAside": _("Set aside"),
        "why": _("Why is it right as it is? The reason is printed with the case."),
        "save": _("Set aside with this reason"),
        "cancel": _("Cancel"),
        "isAside": _("Set aside by {by}: {reason}"),
        "takeUp": _("Take up again"),
        "onTrial": _("The check is on trial"),
        "lost": _("The connection is lost. The checks try again in {n} seconds."),
        "refused": _("The checks do not answer. Load the page again."),
    }
