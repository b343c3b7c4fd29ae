"""One click, and the visitor is one of the example's people; another, and she is a citizen."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.example.selectors import CITIZEN, may_try_roles, trial_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
def role_try(request: HttpRequest) -> HttpResponse:
    """Sign in as the person who stands for the role; `borger` signs out. `next` is where to go,
    if it is a page of ours.
    """
    if not may_try_roles():
        raise Http404
    role = request.POST.get("role", "")
    if role == CITIZEN:
        logout(request)
        messages.success(request, _("You read as a citizen: without an account."))
        return see_other(reverse("archive:front"))
    trial = trial_of(role)
    if trial is None:
        raise Http404
    login(request, trial.account, backend=BACKEND)
    wanted = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        wanted = get_adapter().get_login_redirect_url(request)
    return see_other(wanted)
