"""What the chair of a body has decided between meetings."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.bodies.models import Body, Membership
from sagsgang.web.bodies.selectors import lasting
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.forms import ChairForm
from sagsgang.web.meetings.models import ChairDecision
from sagsgang.web.meetings.permissions import body_may


@login_required
@require_http_methods(["GET", "POST"])
def chair_decisions(request: HttpRequest, slug: str) -> HttpResponse:
    """The list with where each was reported, and the form for a new one."""
    bodies = Body.objects.select_related("municipality").filter(is_in_workplace=True)
    body = get_object_or_404(bodies, slug=slug)
    if not body_may(request.user, "chair_decision_record", body):
        raise Http404
    posts = (Membership.Post.CHAIR, Membership.Post.VICE_CHAIR)
    leaders = Membership.objects.filter(lasting(timezone.localdate()), body=body, post__in=posts)
    form = ChairForm(
        request.POST or None, leaders=leaders.select_related("person").order_by("post")
    )

    def do() -> dict[str, Any]:
        names = ("title", "text", "ground", "decided_on", "decided_by")
        given = {name: form.cleaned_data[name] for name in names}
        made = services.chair_decision_record(actor=request.user, body=body, **given)
        said = (
            _("The decision is written, and is an item on the next agenda.")
            if made.reported_in_id
            else _("The decision is written. The next agenda reports it by itself.")
        )
        messages.success(request, said)
        return {"chair_decision": made.pk}

    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and form.once("chair_decision_record", do) is not None:
        return see_other(reverse("meetings:chair_decisions", args=[slug]))
    rows = ChairDecision.objects.filter(body=body).order_by("-decided_on", "-pk")
    rows = rows.select_related("decided_by", "reported_in__meeting__plan")
    context = {
        "body": body,
        "form": form,
        "page": Paginator(rows, 50).get_page(request.GET.get("side")),
        "trail": [
            Crumb(str(body), reverse("bodies:body", args=[slug])),
            Crumb(_("Chair's decisions")),
        ],
    }
    return render(
        request, "meetings/deciding/chair.html", context, status=400 if form.errors else 200
    )
