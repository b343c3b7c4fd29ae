"""Which body settles a case: the one that the delegation plan names for the case's number."""

from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.selectors import deciding_body_for
from sagsgang.web.cases.models import Case


def deciding_body(case: Case) -> Body | None:
    """The body of the plan; None when it names none, or one that is closed."""
    return deciding_body_for(case.municipality, case.number)
