"""The pages shown when something is wrong: each says what happened and what to do."""

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text: TypeAlias = str | Promise


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent what the site cannot use, such as too many files at once."""
    return _error(
        request,
        400,
        _("The request could not be used"),
        _(
            "The browser sent something that the site cannot use. If you were adding documents, "
            "choose fewer files at a time."
        ),
    )


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this may not be done here."""
    return _error(
        request,
        403,
        _("You may not do this here"),
        _(
            "The one who runs this site has closed it. "
            "Everything that is published can still be read."
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form does not come from our own page, or cookies are turned off. `Sagsgang-Form:
    stale` tells our own programs that the act itself was not refused: it may be sent again.
    """
    answer = _error(
        request,
        403,
        _("The form was not accepted"),
        _(
            "The form was too old, or your browser does not keep cookies. "
            "Go back, load the page again and send the form once more."
        ),
    )
    answer.headers["Sagsgang-Form"] = "stale"
    return answer


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing lives at this address."""
    return _error(
        request,
        404,
        _("The page was not found"),
        _(
            "There is nothing at this address. Perhaps it was copied with a mistake, or the "
            "document is not in the archive. Start from the front page, "
            "or go through the municipalities."
        ),
    )


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: the same thing was tried too often in a short time."""
    return _error(
        request,
        429,
        _("Too many attempts"),
        _("This was tried too often in a short time. Wait a few minutes and try again."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a mistake of ours; drawn without database, menu or cookies, which may be what failed."""
    return HttpResponseServerError(render_to_string("design/server_error.html"))


def _error(request: HttpRequest, status: int, title: Text, advice: Text) -> HttpResponse:
    if not hasattr(request, "user"):
        # What was refused before it was known who asks is shown as to a stranger.
        request.user = AnonymousUser()
    context = {"title": title, "advice": advice, "status": status}
    return render(request, "design/error.html", context, status=status)
