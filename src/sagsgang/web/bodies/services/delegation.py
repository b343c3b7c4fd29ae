"""The delegation plan: which body decides which cases."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, DelegationRule, Municipality
from sagsgang.web.bodies.permissions import CLOSED, bodies_require, body_state
from sagsgang.web.bodies.services.locking import required
from sagsgang.web.design.refusal import Refusal

_PREFIX = re.compile(r"[0-9]{2}(\.[0-9]{2}){0,2}")


@transaction.atomic
def delegation_rule_add(
    *,
    actor: User,
    municipality: Municipality,
    subject: str,
    decides: Body,
    kle_prefix: str = "",
    legal_basis: str = "",
    note: str = "",
) -> DelegationRule:
    """Cases about `subject` are decided by the body; a KLE prefix stands in one rule only."""
    rule = DelegationRule(municipality=municipality)
    _set(actor, rule, subject, decides, kle_prefix, legal_basis, note)
    event_record(
        code="delegation_rule_added",
        sentence=f"{actor} skrev i delegationsplanen, at {decides} afgør {rule.subject}.",
        actor=actor,
        subject=rule,
        details={"decides": decides.pk, "kle_prefix": rule.kle_prefix},
    )
    return rule


@transaction.atomic
def delegation_rule_change(
    *,
    actor: User,
    rule: DelegationRule,
    subject: str,
    decides: Body,
    kle_prefix: str = "",
    legal_basis: str = "",
    note: str = "",
) -> DelegationRule:
    """Correct a rule, or let another body decide."""
    _set(actor, rule, subject, decides, kle_prefix, legal_basis, note)
    event_record(
        code="delegation_rule_changed",
        sentence=f"{actor} rettede delegationsplanen: {decides} afgør {rule.subject}.",
        actor=actor,
        subject=rule,
        details={"decides": decides.pk, "kle_prefix": rule.kle_prefix},
    )
    return rule


@transaction.atomic
def delegation_rule_remove(*, actor: User, rule: DelegationRule) -> None:
    """The rule no longer holds."""
    bodies_require(actor, "delegation_change", rule.municipality)
    event_record(
        code="delegation_rule_removed",
        sentence=f"{actor} tog {rule.subject} ud af delegationsplanen.",
        actor=actor,
        subject=rule,
        details={"subject": rule.subject, "kle_prefix": rule.kle_prefix},
    )
    DelegationRule.objects.filter(pk=rule.pk).delete()


def _set(
    actor: User,
    rule: DelegationRule,
    subject: str,
    decides: Body,
    kle_prefix: str,
    legal_basis: str,
    note: str,
) -> None:
    locked = Municipality.objects.select_for_update().get(pk=rule.municipality_id)
    bodies_require(actor, "delegation_change", locked)
    kle_prefix = kle_prefix.strip()
    if kle_prefix and not _PREFIX.fullmatch(kle_prefix):
        message = _("Write two, four or six digits with full stops between, such as 15.20.")
        raise Refusal(message, "kle_prefix")
    others = locked.delegation_rules.filter(kle_prefix=kle_prefix).exclude(pk=rule.pk)
    other = others.first() if kle_prefix else None
    if other:
        message = _("%(prefix)s stands in the plan already: %(subject)s.")
        raise Refusal(message % {"prefix": kle_prefix, "subject": other.subject}, "kle_prefix")
    if decides.municipality_id != locked.pk:
        raise Refusal(_("The body belongs to another municipality."), "decides")
    if body_state(decides) == CLOSED:
        raise Refusal(_("%(name)s is closed.") % {"name": decides}, "decides")
    rule.subject = required(subject, "subject", 200)
    rule.decides, rule.kle_prefix = decides, kle_prefix
    rule.legal_basis, rule.note = legal_basis.strip()[:200], note.strip()[:300]
    rule.save()
