"""The ways that many cases go."""

from sagsgang.web.bodies.models import Municipality
from sagsgang.web.routes.models import RouteTemplate


def route_templates(municipality: Municipality) -> list[RouteTemplate]:
    """The ways of the municipality by name, each with its treatments."""
    found = RouteTemplate.objects.filter(municipality=municipality)
    return list(found.prefetch_related("stops__body"))


def route_template_get(pk: int) -> RouteTemplate | None:
    """A way with its treatments and their bodies."""
    found = RouteTemplate.objects.select_related("municipality").filter(pk=pk)
    return found.prefetch_related("stops__body").first()
