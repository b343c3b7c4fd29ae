"""Which answers a device may keep to be read without a connection, for whom, and until when.

Every page says whose it is (`Sagsgang-Person`, the same for all that is hers in one session), so
that what another's device holds of somebody else is wiped at the next page. Only pages that are
named here say that they may be kept (`Sagsgang-Keep`), and when the session ends.
"""

from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac

from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Attachment
from sagsgang.web.meetings.models import Item

#: Names of addresses: what a member reads of her meetings, and her own lists.
PAGES = frozenset(
    {
        "meetings:own",
        "meetings:own_agenda",
        "meetings:own_device",
        "meetings:own_notes",
        "meetings:agenda",
        "meetings:agenda_whole",
        "meetings:item",
    }
)
FILES = frozenset({"cases:attachment_file", "meetings:agenda_file"})
NOBODY = "none"
_CLOSED = Q(is_closed=True) | Q(parent__is_closed=True)


class KeptPages:
    """Middleware: after the one that knows who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        match = request.resolver_match
        name = match.view_name if match else ""
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if not is_page and name not in FILES:
            return response
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            response.headers["Sagsgang-Person"] = NOBODY
            return response
        response.headers["Sagsgang-Person"] = person_token(user)
        if request.method == "GET" and response.status_code == 200 and _may_keep(request, name):
            until = _session_ends(request)
            if until:
                response.headers["Sagsgang-Keep"] = "page" if name in PAGES else "file"
                response.headers["Sagsgang-Until"] = str(until)
        return response


def person_token(user: object) -> str:
    """Says whose a page is without saying who: another for every person and password."""
    told = f"{user.pk}:{user.get_session_auth_hash()}"
    return salted_hmac("sagsgang.kept", told, algorithm="sha256").hexdigest()[:32]


def _may_keep(request: HttpRequest, name: str) -> bool:
    if name not in PAGES | FILES or not standing_of(request.user).seats:
        return False
    if name in FILES:
        key = request.resolver_match.kwargs["attachment"]
        closed_items = Item.objects.filter(_CLOSED, stop__case=OuterRef("case")).order_by()
        return Attachment.objects.filter(
            ~Exists(closed_items), pk=key, is_closed=False, case__is_closed=False
        ).exists()
    return True


def _session_ends(request: HttpRequest) -> int:
    """Seconds since 1970; 0 when it is not known."""
    kept = Session.objects.filter(pk=request.session.session_key, expire_date__gt=timezone.now())
    ends = kept.values_list("expire_date", flat=True).first()
    return int(ends.timestamp()) if ends else 0
