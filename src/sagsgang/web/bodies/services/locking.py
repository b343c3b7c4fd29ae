"""Before a body's members or plan are changed its row is locked, so two who write take turns."""

from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.design.refusal import Refusal


def body_lock(actor: object, operation: str, body: Body) -> Body:
    """The body as it stands now, locked until the end of the transaction, when the actor may."""
    bodies = Body.objects.select_for_update(of=("self",)).select_related("municipality")
    locked = bodies.get(pk=body.pk)
    bodies_require(actor, operation, locked)
    return locked


def required(text: str, field: str, longest: int) -> str:
    """The text without blanks around it; a refusal when there is none or too much."""
    text = " ".join(text.split())
    if not text:
        raise Refusal(_("Write something here."), field)
    if len(text) > longest:
        raise Refusal(_("Use at most %(most)s characters.") % {"most": longest}, field)
    return text
