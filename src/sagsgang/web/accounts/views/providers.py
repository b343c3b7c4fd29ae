"""The way to the municipality's own identity provider.

Our policy lets a form lead to our own site only, and browsers hold redirects to that. So the form's
answer is a page of ours that goes on by itself.
"""

from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter as account_adapter
from allauth.socialaccount.adapter import get_adapter
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

_FAILED = "socialaccount/authentication_error.html"


@never_cache
@require_POST
def provider_begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Ask the provider who this is, and come back."""
    try:
        provider = get_adapter().get_provider(request, provider_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    wanted = request.POST.get("next", "")
    wanted = wanted if wanted and account_adapter().is_safe_url(wanted) else None
    try:
        answer = provider.redirect(request, process="login", next_url=wanted)
    except Exception:  # whatever the provider's own address answered, or did not
        return render(request, _FAILED, status=502)
    address = answer.headers.get("Location", "")
    if urlsplit(address).scheme not in ("https", "http"):
        return render(request, _FAILED, status=502)
    context = {"address": address, "name": provider.app.name}
    return render(request, "socialaccount/login_redirect.html", context)
