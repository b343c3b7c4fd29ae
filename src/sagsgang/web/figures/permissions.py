"""Who may do what with a municipality's figures: one gate, told in sentences in
docs/reference/workflows/figures.md.
"""

from django.core.exceptions import PermissionDenied

from sagsgang.web.bodies.models import Municipality, Role
from sagsgang.web.bodies.standing import is_staff, standing_of

#: Operation → relations to the municipality. What is not here may not be done.
ALLOWED: dict[str, frozenset[str]] = {
    "figures_read": frozenset({"administrator", "analyst", "finance_reviewer", "staff", "member"}),
    "figures_load": frozenset({"administrator", "analyst", "finance_reviewer"}),
    "figures_withdraw": frozenset({"administrator", "analyst"}),
    "report_write": frozenset({"analyst"}),
    "report_release": frozenset({"analyst"}),
}


def relations_to(user: object, municipality: Municipality) -> frozenset[str]:
    """In which relations the user stands to a municipality's figures."""
    standing = standing_of(user)
    found = set()
    if standing.is_administrator:
        found.add("administrator")
    if municipality.pk in standing.municipalities:
        found.add("staff" if is_staff(standing) else "member")
        for relation, role in (
            ("analyst", Role.ANALYST),
            ("finance_reviewer", Role.FINANCE_REVIEWER),
        ):
            if standing.has_any(role):
                found.add(relation)
    return frozenset(found)


def figures_may(user: object, operation: str, municipality: Municipality) -> bool:
    """The gate."""
    return not ALLOWED[operation].isdisjoint(relations_to(user, municipality))


def figures_require(user: object, operation: str, municipality: Municipality) -> None:
    """Raise PermissionDenied unless the user may."""
    if not figures_may(user, operation, municipality):
        raise PermissionDenied(operation)
