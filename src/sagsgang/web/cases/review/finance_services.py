"""Asking finance about a case, and finance's answer; an answer is about the text it was shown."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Role
from sagsgang.web.cases.models import Case, CaseVersion, FinanceStatement
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.finance import NOTHING_TO_REMARK, finance_of
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.cases.review.people import in_role, officers_of, with_substitutes
from sagsgang.web.cases.review.reminders import reminder_plan
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.cases.services import version_make
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.design.refusal import Refusal

LONGEST = 4000


@transaction.atomic
def finance_ask(
    *, case: Case, actor: User, question: str = "", deadline: date | None = None
) -> FinanceStatement:
    """Ask the finance reviewers of the case's body for a statement, by `deadline` if any."""
    locked = case_open(actor, "finance_ask", case)
    if locked.finance_statements.filter(answered_at__isnull=True).exists():
        raise Refusal(_("A finance statement has been asked for and is not answered yet."))
    if deadline is not None and deadline < timezone.localdate():
        raise Refusal(_("The deadline has passed. Choose today or a later day."), "deadline")
    reviewers = in_role(Role.FINANCE_REVIEWER, locked)
    if not reviewers:
        raise Refusal(
            _(
                "Nobody is finance reviewer for %(body)s. Ask the administrator to give somebody "
                "the role."
            )
            % {"body": locked.body}
        )
    statement = FinanceStatement.objects.create(
        case=locked, asked_by=actor, question=question.strip()[:LONGEST], deadline=deadline
    )
    event_record(
        code="finance_asked",
        sentence=f"{actor} bad om økonomipåtegning af {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"statement": statement.pk},
    )
    by = f" senest {deadline:%d.%m.%Y}" if deadline else ""
    tell(
        users=reviewers,
        case=locked,
        code="finance_asked",
        text=f"{actor} beder om økonomipåtegning af {case_in_words(locked)}{by}.",
        why=f"du er økonomikonsulent for {locked.body}.",
        path=reverse("cases:finance", kwargs={"pk": locked.pk}),
        actor=actor,
    )
    reminder_plan(statement)
    return statement


@transaction.atomic
def finance_answer(
    *, case: Case, actor: User, shown: str, text: str = "", nothing_to_remark: bool = False
) -> FinanceStatement:
    """Write the statement. `shown` is `money_sha256` of the text that the reviewer has read.

    With nothing asked, the newest statement is renewed: the text has changed since.
    """
    locked = case_open(actor, "finance_answer", case)
    now = money_sha256(locked)
    if shown != now:
        raise Refusal(
            _(
                "The text about money was changed while you had it open. Read it again below; "
                "what you wrote is kept."
            )
        )
    said = NOTHING_TO_REMARK if nothing_to_remark else text.strip()
    if not said:
        raise Refusal(_("Write the statement, or choose “Nothing to remark”."), "text")
    if len(said) > LONGEST:
        raise Refusal(
            _("The statement is too long: at most %(n)s characters.") % {"n": LONGEST}, "text"
        )
    statement = _to_answer(locked, actor)
    statement.text = said
    statement.is_nothing_to_remark = nothing_to_remark
    statement.answered_by, statement.answered_at = actor, timezone.now()
    statement.version = version_make(case=locked, actor=actor, reason=CaseVersion.Reason.FINANCE)
    statement.money_sha256 = now
    statement.save()
    event_record(
        code="finance_answered",
        sentence=f"{actor} gav økonomipåtegning til {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"statement": statement.pk},
    )
    tell(
        users=[*officers_of(locked), *with_substitutes([statement.asked_by_id])],
        case=locked,
        code="finance_answered",
        text=f"{actor} har givet økonomipåtegning til {case_in_words(locked)}.",
        why="du er sagsbehandler på sagen eller bad om påtegningen.",
        path=reverse("cases:finance", kwargs={"pk": locked.pk}),
        actor=actor,
    )
    return statement


def _to_answer(case: Case, actor: User) -> FinanceStatement:
    finance = finance_of(case)
    if finance.open_one is not None:
        return finance.open_one
    asked_before = finance.latest
    return FinanceStatement(
        case=case,
        asked_by=asked_before.asked_by if asked_before else actor,
        question=asked_before.question if asked_before else "",
    )
