"""Who finds the list of what nobody took up in her menu."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sagsgang.web.bodies.standing import is_staff, standing_of

FORGOTTEN = _("Forgotten?")


def is_shown(request: HttpRequest) -> bool:
    """The administration's people."""
    user = getattr(request, "user", None)
    return user is not None and is_staff(standing_of(user))
