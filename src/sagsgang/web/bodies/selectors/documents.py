"""Reading municipalities and bodies as documents name them, in Danish alphabetical order."""

from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.bodies.naming import body_key


def municipality_get(*, slug: str) -> Municipality | None:
    """The municipality at this place in the addresses."""
    return Municipality.objects.filter(slug=slug).first()


def municipality_list() -> list[Municipality]:
    """Every municipality."""
    return list(Municipality.objects.all())


def body_get(*, municipality: str, slug: str) -> Body | None:
    """The body at this place in the addresses, with its municipality."""
    bodies = Body.objects.select_related("municipality")
    return bodies.filter(municipality__slug=municipality, slug=slug).first()


def body_list(*, municipality: Municipality) -> list[Body]:
    """The bodies of a municipality."""
    return list(municipality.bodies.select_related("municipality"))


def bodies_by_key(*, municipality: Municipality) -> dict[str, Body]:
    """The bodies of a municipality by the key that their names give."""
    return {body.match_key: body for body in body_list(municipality=municipality)}


def body_named(name: str, bodies: dict[str, Body]) -> Body | None:
    """The body that a document means by `name`."""
    return bodies.get(body_key(name))
