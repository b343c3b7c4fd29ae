"""Setting a finding aside with a reason that is printed, and taking it up again."""

import re
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.checking import UnknownRule, rule
from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Case, Suppression
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.design.refusal import Refusal

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
SHORTEST, LONGEST = 10, 300


@transaction.atomic
def finding_suppress(
    *, actor: Any, case: Case, code: str, fingerprint: str, reason: str
) -> Suppression:
    """Set the finding of the rule `code` aside; the same finding again gets the new reason.

    The text it is in may not be saved yet, so that it is known by its fingerprint alone.
    """
    locked = case_open(actor, "finding_suppress", case)
    title = _title(code)
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise Refusal(_("The finding is not known. Load the page again."))
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST:
        raise Refusal(
            _("Say in a few words why the text is right as it is: the reason is printed."), "reason"
        )
    if len(reason) > LONGEST:
        raise Refusal(
            _("The reason is printed with the case: %(most)s characters at most.")
            % {"most": LONGEST},
            "reason",
        )
    if without_personal_numbers(reason) != reason:
        raise Refusal(_("The reason is printed: it may not hold a personal number."), "reason")
    row, _is_new = Suppression.objects.update_or_create(
        case=locked,
        rule=code.upper(),
        fingerprint=fingerprint,
        defaults={"reason": reason, "by": actor},
    )
    event_record(
        code="finding_suppressed",
        sentence=f"{actor} satte et fund af tjekket »{title}« til side i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"rule": row.rule, "fingerprint": fingerprint},
    )
    return row


@transaction.atomic
def finding_unsuppress(*, actor: Any, case: Case, code: str, fingerprint: str) -> None:
    """Take the finding up again; nothing happens when it is not set aside."""
    locked = case_open(actor, "finding_suppress", case)
    title = _title(code)
    gone, _by_model = Suppression.objects.filter(
        case=locked, rule=code.upper(), fingerprint=fingerprint
    ).delete()
    if gone:
        event_record(
            code="finding_unsuppressed",
            sentence=f"{actor} tog et fund af tjekket »{title}« frem igen i "
            f"{case_in_words(locked)}.",
            actor=actor,
            subject=locked,
            details={"rule": code.upper(), "fingerprint": fingerprint},
        )


def _title(code: str) -> str:
    try:
        return rule(code).title.da
    except UnknownRule:
        raise Refusal(_("There is no such check.")) from None
