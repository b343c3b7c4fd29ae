"""Which municipalities and bodies work here, and for whom."""

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.bodies.models import Body, Municipality, MunicipalitySettings
from sagsgang.web.bodies.standing import standing_of


def municipality_settings_get(municipality: Municipality) -> MunicipalitySettings:
    """Its settings; what most do where it has none of its own."""
    found = MunicipalitySettings.objects.filter(municipality=municipality).first()
    return found or MunicipalitySettings(municipality=municipality)


def workplace_municipalities(user: object) -> list[Municipality]:
    """The municipalities that work here and that the user has to do with: all, for an
    administrator.
    """
    standing = standing_of(user)
    found = Municipality.objects.filter(settings__isnull=False).select_related("settings")
    if not standing.is_administrator:
        found = found.filter(pk__in=standing.municipalities)
    return list(found)


def workplace_bodies(municipality: Municipality, *, with_closed: bool = False) -> list[Body]:
    """The bodies that work here, in Danish order; those that are closed only when asked for."""
    found = municipality.bodies.filter(is_in_workplace=True).select_related("municipality")
    if not with_closed:
        today = timezone.localdate()
        found = found.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
    return list(found)


def workplace_body_get(*, municipality: Municipality, slug: str) -> Body | None:
    """The body at this place in the addresses, closed or not, when it works here."""
    found = Body.objects.select_related("municipality", "municipality__settings")
    return found.filter(municipality=municipality, slug=slug, is_in_workplace=True).first()
