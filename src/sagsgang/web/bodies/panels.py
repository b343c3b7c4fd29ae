"""What the room shows on other rooms' pages: the roles of an account, for administrators."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.bodies import selectors
from sagsgang.web.bodies.permissions import is_administrator


def user_roles(request: HttpRequest, user: Any) -> SafeString | None:
    """The roles of the account, and the way to give and end them."""
    if not is_administrator(request.user):
        return None
    mine = selectors.workplace_municipalities(request.user)
    context = {"account": user, "roles": selectors.assignments_of(user, mine)}
    return render_to_string("bodies/roles_panel.html", context, request)
