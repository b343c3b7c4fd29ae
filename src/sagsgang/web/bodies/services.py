"""Writing municipalities and bodies: they come into being when the first document names them."""

from django.db import transaction

from sagsgang.language.collation import collation_key
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.bodies.naming import (
    UNNAMED_BODY,
    UNNAMED_MUNICIPALITY,
    body_key,
    municipality_slug,
    plain,
    slug_of,
)


@transaction.atomic
def body_ensure(*, municipality: str | None, body: str | None, is_example: bool = False) -> Body:
    """The body of that name in that municipality, made when it is not there, and locked until the
    end.

    The first spelling seen is the one shown. None (the document does not say) has a place of its
    own.
    """
    home, _ = Municipality.objects.get_or_create(
        slug=municipality_slug(municipality) if municipality else UNNAMED_MUNICIPALITY,
        defaults={
            "name": plain(municipality or "").strip()[:200],
            "sort_key": sort_key(municipality),
            "is_example": is_example,
        },
    )
    name = plain(body or "").strip()[:200]
    found, _ = Body.objects.get_or_create(
        municipality=home,
        match_key=body_key(name) or UNNAMED_BODY,
        defaults={"name": name, "slug": slug_of(name) or UNNAMED_BODY, "sort_key": sort_key(name)},
    )
    # Two imports into one body wait for each other here; on SQLite the transaction itself does
    # that.
    return Body.objects.select_for_update().select_related("municipality").get(pk=found.pk)


def sort_key(name: str | None) -> bytes:
    """Danish alphabetical order as bytes; the nameless come last."""
    return collation_key(name).encode()[:1000] if name else b"\xff"
