"""The trail of breadcrumbs to a page of the archive: municipality, body, meeting, item."""

from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.archive.models import Item
from sagsgang.web.archive.naming import body_title, meeting_title, municipality_title
from sagsgang.web.archive.selectors import StoredDocument
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.design.page import Crumb


def trail(
    *,
    municipality: Municipality | None = None,
    body: Body | None = None,
    document: StoredDocument | None = None,
    item: Item | None = None,
    last: str = "",
) -> list[Crumb]:
    """The steps down to the most special thing given; `last` is a page of the document beside its
    items.
    """
    if document and document.key:
        steps = [
            Crumb(_("Check minutes"), reverse("archive:check")),
            Crumb(document.row.name, document.address()),
        ]
        return _ended(steps, item, last)
    body = document.meeting.body if document else body
    home = body.municipality if body else municipality
    steps = [Crumb(_("Municipalities"), reverse("archive:municipalities"))]
    if home:
        url = reverse("archive:municipality", kwargs={"municipality": home.slug})
        steps.append(Crumb(municipality_title(home), url))
    if home and body:
        url = reverse("archive:body", kwargs={"municipality": home.slug, "body": body.slug})
        steps.append(Crumb(body_title(body), url))
    if document:
        steps.append(Crumb(meeting_title(document.meeting), document.address()))
    return _ended(steps, item, last)


def _ended(steps: list[Crumb], item: Item | None, last: str) -> list[Crumb]:
    """The steps and where the reader stands."""
    if item:
        steps.append(
            Crumb(_("Item %(number)s") % {"number": item.number} if item.number else item.title)
        )
    if last:
        steps.append(Crumb(last))
    steps[-1] = Crumb(steps[-1].text)
    return steps
