"""Who works in the administration proves who she is in two ways before she sees anything else."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from sagsgang.web.accounts.selectors import has_second_step
from sagsgang.web.bodies.standing import is_staff, standing_of

#: Here she chooses her second step, signs out or changes language.
_OPEN = ("/konto/", "/sprog/", settings.STATIC_URL)


class SecondStepRequired:
    """Middleware, on where SAGSGANG_REQUIRE_MFA is. The example's people have no second step, and
    whoever comes by the municipality's own identity provider has had hers there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SAGSGANG_REQUIRE_MFA and _is_missing(request):
            return HttpResponseRedirect(f"{reverse('mfa_index')}?krav=1")
        return self.get_response(request)


def _is_missing(request: HttpRequest) -> bool:
    user = request.user
    if request.path.startswith(_OPEN) or not user.is_authenticated or user.is_example:
        return False
    if has_second_step(user):
        return False
    records = get_authentication_records(request, user)
    if any(record.get("method") == "socialaccount" for record in records):
        return False
    return user.is_administrator or is_staff(standing_of(user))
