"""How many days before people are reminded of a follow-up."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.bodies.permissions import is_administrator
from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup import services
from sagsgang.web.followup.forms.follow_ups import DaysForm
from sagsgang.web.followup.selectors.reminders import reminder_days
from sagsgang.web.followup.views.found import is_done


@login_required
@require_http_methods(["GET", "POST"])
def days(request: HttpRequest) -> HttpResponse:
    """The days of the municipality."""
    homes = workplace_municipalities(request.user)
    if not is_administrator(request.user) or not homes:
        raise PermissionDenied("reminder_days_set")
    home = homes[0]
    form = DaysForm(
        request.POST or None, initial={"days": ", ".join(map(str, reminder_days(home)))}
    )

    def do() -> Any:
        return services.reminder_days_set(
            actor=request.user, municipality=home, days=form.cleaned_data["days"]
        )

    said = _("It is saved.")
    if request.method == "POST" and is_done(request, form, "reminder_days_set", do, said):
        return see_other(reverse("followup:days"))
    context = {
        "form": form,
        "title": _("Reminders of follow-ups"),
        "lead": home,
        "save": _("Save"),
        "back": reverse("bodies:administration"),
        "trail": [
            Crumb(_("Administration"), reverse("bodies:administration")),
            Crumb(_("Reminders of follow-ups")),
        ],
    }
    return render(
        request, "followup/form.html", context, status=400 if request.method == "POST" else 200
    )
