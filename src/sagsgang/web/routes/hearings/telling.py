"""How somebody is told something about a hearing: once each, never of what she did herself."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register
from sagsgang.web.notifications.services import notify
from sagsgang.web.routes.hearings.permissions import hearings_party_q
from sagsgang.web.routes.models import Hearing, HearingRound, OutgoingAnswer
from sagsgang.web.routes.outgoing.permissions import outgoing_may

_ANSWERS = "du svarer på høringer for et udvalg eller råd."
_OFFICER = "du er sagsbehandler på sagen."
_APPROVES = "svaret er overladt til dig at godkende."

KINDS = {
    "hearing_asked": (_("A body of mine is asked in a hearing"), _ANSWERS),
    "hearing_reminded": (_("A reminder of a hearing"), _ANSWERS),
    "hearing_extended": (_("A hearing has a new deadline"), _ANSWERS),
    "hearing_withdrawn": (_("My body is taken out of a hearing"), _ANSWERS),
    "hearing_closed": (_("A hearing was closed before my body answered"), _ANSWERS),
    "hearing_answered": (_("A hearing is answered"), _OFFICER),
    "hearing_answers_in": (_("All answers of a hearing are in"), _OFFICER),
    "outgoing_asked": (_("A hearing answer waits for my approval"), _APPROVES),
    "outgoing_returned": (_("A hearing answer came back with corrections"), _OFFICER),
    "outgoing_approved": (_("A hearing answer is approved by all"), _OFFICER),
    "outgoing_dispatched": (_("A hearing answer is sent"), _APPROVES),
    "outgoing_urgent": (_("The deadline of a hearing answer is near"), _OFFICER),
}


def kinds_register() -> None:
    """Make known what this room tells, and who may be told of what."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)
    subject_gate_register(
        "hearing", _one(_hearings_seen), many=_hearings_seen, is_closed=_hearing_closed
    )
    subject_gate_register(
        "hearing_round", _one(_rounds_seen), many=_rounds_seen, is_closed=_round_closed
    )
    subject_gate_register(
        "outgoing", _one(_outgoing_seen), many=_outgoing_seen, is_closed=_outgoing_closed
    )


def told(
    users: Iterable[User],
    *,
    code: str,
    text: str,
    why: str,
    path: str,
    subject_key: str,
    actor: Any = None,
) -> None:
    """Tell each of the users who may see the subject, except the one who did it."""
    besides = getattr(actor, "pk", None)
    notify(
        users=[user for user in users if user.pk != besides],
        code=code,
        text=text,
        why=why,
        path=path,
        subject_key=subject_key,
    )


def _one(many: Callable[[Collection[str], object], set[str]]) -> Callable[[str, object], bool]:
    return lambda subject_key, user: bool(many([subject_key], user))


def _key(subject_key: str) -> int:
    return int(subject_key.partition(":")[2])


def _hearings_seen(subject_keys: Collection[str], user: object) -> set[str]:
    found = Hearing.objects.filter(hearings_party_q(user), pk__in=map(_key, subject_keys))
    return {f"hearing:{pk}" for pk in found.values_list("pk", flat=True)}


def _hearing_closed(subject_key: str) -> bool:
    return not Hearing.objects.filter(pk=_key(subject_key), stop__case__is_closed=False).exists()


def _rounds_seen(subject_keys: Collection[str], user: object) -> set[str]:
    cases = Case.objects.filter(cases_readable_q(user))
    found = HearingRound.objects.filter(pk__in=map(_key, subject_keys), case__in=cases)
    return {f"hearing_round:{pk}" for pk in found.values_list("pk", flat=True)}


def _round_closed(subject_key: str) -> bool:
    return not HearingRound.objects.filter(pk=_key(subject_key), case__is_closed=False).exists()


def _outgoing_seen(subject_keys: Collection[str], user: object) -> set[str]:
    found = OutgoingAnswer.objects.filter(pk__in=map(_key, subject_keys))
    found = found.select_related("case", "delegated_by").prefetch_related("approvals__person")
    return {f"outgoing:{each.pk}" for each in found if outgoing_may(user, "outgoing_read", each)}


def _outgoing_closed(subject_key: str) -> bool:
    return not OutgoingAnswer.objects.filter(pk=_key(subject_key), case__is_closed=False).exists()
