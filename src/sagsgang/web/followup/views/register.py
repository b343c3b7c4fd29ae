"""The register of everything promised, open and late."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.followup.selectors import shown_rows
from sagsgang.web.followup.selectors.choices import bodies_written_for
from sagsgang.web.followup.selectors.lists import bodies_with_lists
from sagsgang.web.followup.selectors.promises import all_suggestions
from sagsgang.web.followup.selectors.register import (
    ME,
    OPEN,
    Asked,
    register_counts,
    register_found,
    register_offered,
)
from sagsgang.web.followup.views.found import as_csv, register_trail
from sagsgang.web.followup.wording import KINDS, SHOWN, STATES

A_PAGE = 40
_LONGEST_QUERY = 200
MOST_EXPORTED = 5000


@login_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """What is asked for and promised: the late on top, one's own first."""
    asked = _asked(request)
    page = Paginator(register_found(request.user, asked), A_PAGE).get_page(request.GET.get("side"))
    query = _query(asked)
    context = {
        "page": page,
        "rows": shown_rows(request.user, page),
        "asked": asked,
        "query": urlencode(query),
        "is_asked": bool(query),
        "counts": register_counts(request.user),
        "offered": register_offered(request.user, asked),
        "kinds": KINDS,
        "shown": SHOWN,
        "me": ME,
        "may_add": bool(bodies_written_for(request.user)),
        "has_lists": bool(bodies_with_lists(request.user)),
        "promises": len(all_suggestions(request.user)),
        "is_staff": is_staff(standing_of(request.user)),
        "trail": register_trail(),
    }
    return render(request, "followup/register.html", context)


@login_required
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as a file for a spreadsheet."""
    head = ["Nr.", "Hvad", "Slags", "Tilstand", "Ansvarlig", "Senest", "Udvalg", "Sag", "Resultat"]
    rows = register_found(request.user, _asked(request))[:MOST_EXPORTED]
    return as_csv(f"opfoelgning-{timezone.localdate()}", [head, *map(_exported, rows)])


def _exported(row: Any) -> list[Any]:
    owners = [str(each) for each in (row.owner, row.owner_name or None, *row.people.all()) if each]
    return [
        row.pk,
        row.text,
        KINDS[row.kind],
        STATES[row.state],
        ", ".join(owners),
        row.due.isoformat() if row.due else "",
        row.body,
        row.case.number if row.case else "",
        row.result or row.dropped_because,
    ]


def _asked(request: HttpRequest) -> Asked:
    given = request.GET
    words = " ".join(given.get("q", "").replace("\x00", "").split())[:_LONGEST_QUERY]
    state = given.get("vis", OPEN)
    kind = given.get("slags", "")
    owner = given.get("ansvarlig", "")
    return Asked(
        words=words,
        state=state if state in SHOWN else OPEN,
        kind=kind if kind in KINDS else "",
        body=_key(given.get("udvalg", "")),
        case=_key(given.get("sag", "")),
        owner=owner if owner == ME or _key(owner) is not None else "",
    )


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _query(asked: Asked) -> dict[str, Any]:
    """What was asked for, as it stands in the address."""
    query = {
        "q": asked.words,
        "vis": "" if asked.state == OPEN else asked.state,
        "slags": asked.kind,
        "udvalg": asked.body,
        "sag": asked.case,
        "ansvarlig": asked.owner,
    }
    return {name: value for name, value in query.items() if value}
