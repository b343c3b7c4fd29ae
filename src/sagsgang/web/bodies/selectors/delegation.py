"""Which body decides a case, by the subject in its number."""

import re

from sagsgang.web.bodies.models import Body, DelegationRule, Municipality

#: The subject at the front of a KLE number; a main group alone only when nothing follows.
_SUBJECT = re.compile(r"\s*([0-9]{2}(?:\.[0-9]{2}){1,2}(?![0-9./])|[0-9]{2}\s*\Z)")


def kle_subject(case_number: str) -> str | None:
    """`15.20.05-G01-1-26` → `15.20.05`; None for a number that is not a KLE number."""
    match = _SUBJECT.match(case_number)
    return match[1].strip() if match else None


def deciding_body_for(municipality: Municipality, case_number: str) -> Body | None:
    """The body of the delegation plan's rule with the longest `kle_prefix` that the number is
    under; None when no rule is.
    """
    subject = kle_subject(case_number)
    if subject is None:
        return None
    parts = subject.split(".")
    prefixes = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    rules = municipality.delegation_rules.filter(kle_prefix__in=prefixes)
    found = max(
        rules.select_related("decides"), key=lambda rule: len(rule.kle_prefix), default=None
    )
    return found.decides if found else None


def delegation_rules(
    municipality: Municipality, *, body: Body | None = None
) -> list[DelegationRule]:
    """The delegation plan, or the part of it that one body decides."""
    rules = municipality.delegation_rules.select_related("decides")
    return list(rules.filter(decides=body) if body else rules)


def delegation_rule_get(key: int) -> DelegationRule | None:
    """The rule with this key, with its municipality."""
    found = DelegationRule.objects.select_related("municipality", "decides")
    return found.filter(pk=key).first()
