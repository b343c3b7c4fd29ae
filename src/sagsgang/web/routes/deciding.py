"""Which body settles a case: by the delegation plan, otherwise nobody is proposed."""

from sagsgang.web.bodies.models import Body, DelegationRule
from sagsgang.web.cases.models import Case


def deciding_body(case: Case) -> Body | None:
    """The body that the delegation plan names for the case's number; the longest rule wins."""
    number = case.number.replace(" ", "")
    rules = DelegationRule.objects.filter(municipality=case.municipality_id)
    fitting = [
        rule
        for rule in rules.select_related("decides")
        if rule.kle_prefix and number.startswith(rule.kle_prefix)
    ]
    rule = max(fitting, key=lambda each: len(each.kle_prefix), default=None)
    return rule.decides if rule else None
