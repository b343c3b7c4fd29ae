"""Writing municipalities and bodies: they come into being when the first document names them."""

import itertools

from django.db import transaction

from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.bodies.naming import (
    UNNAMED_BODY,
    UNNAMED_MUNICIPALITY,
    body_key,
    municipality_slug,
    plain,
    slug_of,
)
from sagsgang.web.bodies.sorting import sort_key


def free_slug(municipality: Municipality, name: str) -> str:
    """The name as a part of an address; with a number where a body that got another name since
    has kept it.
    """
    slug = slug_of(name) or UNNAMED_BODY
    taken = set(municipality.bodies.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in itertools.count(2))
    return next(each for each in itertools.chain([slug], numbered) if each not in taken)


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
        defaults={
            "name": name,
            "slug": lambda: free_slug(home, name),
            "sort_key": sort_key(name),
        },
    )
    # Two imports into one body wait for each other here; on SQLite the transaction itself does
    # that.
    return Body.objects.select_for_update().select_related("municipality").get(pk=found.pk)
