"""What makes the pages an app on a phone, readable without a connection."""

import json
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.web.design.page import Crumb

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'"


@login_required
@require_safe
def device(request: HttpRequest) -> HttpResponse:
    """What is kept on this device, and wiping it."""
    trail = [Crumb(_("My meetings"), reverse("meetings:own")), Crumb(_("This device"))]
    return render(request, "meetings/members/device.html", {"trail": trail})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What the phone shows when the pages are put on its home screen."""
    sizes = ("192", "512")
    icons = [
        {
            "src": static(f"meetings/members/icon-{size}{kind}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in sizes
        for kind, purpose in (("", "any"), ("-maskable", "maskable"))
    ]
    told = {
        "id": "/mine-moeder/",
        "name": _("Sagsgang – my meetings"),
        "short_name": "Sagsgang",
        "lang": get_language(),
        "start_url": reverse("meetings:own"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#004d99",
        "icons": icons,
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer.headers["Content-Type"] = "application/manifest+json"
    return answer


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The program that keeps opened pages, in the reader's language; it may serve every page."""
    words = {
        "signOut": reverse("account_logout"),
        "policy": _POLICY,
        "styles": [static("dkfds/css/dkfds.min.css"), static("design/sagsgang.css")],
        "language": get_language(),
        "shown": _("You have no connection. You read the page as it was on %(when)s."),
        "slow": _("The connection is slow. You read the page as it was on %(when)s."),
        "again": _("Try again"),
        "missingTitle": _("No connection"),
        "missing": _("You have no connection, and this page has not been opened on this device."),
        "list": _("These pages are on the device:"),
        "nothing": _("Nothing is kept on this device."),
    }
    found = finders.find("meetings/members/service-worker.js")
    program = Path(str(found)).read_text(encoding="utf-8")
    return HttpResponse(
        f"const WORDS = {json.dumps(words)};\n{program}",
        content_type="text/javascript; charset=utf-8",
        headers={"Service-Worker-Allowed": "/", "Cache-Control": "no-cache"},
    )
