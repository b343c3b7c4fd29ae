"""How somebody is told something about a hearing: once each, never of what she did herself."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register
from sagsgang.web.notifications.services import notify
from sagsgang.web.routes.hearings.permissions import hearing_may
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
    subject_gate_register("hearing", _hearing_seen, is_closed=_hearing_closed)
    subject_gate_register("hearing_round", _round_seen, is_closed=_round_closed)
    subject_gate_register("outgoing", _outgoing_seen, is_closed=_outgoing_closed)


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


def _key(subject_key: str) -> int:
    return int(subject_key.partition(":")[2])


def _hearing(subject_key: str) -> Hearing | None:
    found = Hearing.objects.select_related("stop__case", "round")
    return found.filter(pk=_key(subject_key)).first()


def _hearing_seen(subject_key: str, user: object) -> bool:
    found = _hearing(subject_key)
    return found is not None and hearing_may(user, "hearing_read", found)


def _hearing_closed(subject_key: str) -> bool:
    found = _hearing(subject_key)
    return found is None or found.stop.case.is_closed


def _round(subject_key: str) -> HearingRound | None:
    return HearingRound.objects.select_related("case").filter(pk=_key(subject_key)).first()


def _round_seen(subject_key: str, user: object) -> bool:
    found = _round(subject_key)
    return found is not None and case_may(user, "case_read", found.case)


def _round_closed(subject_key: str) -> bool:
    found = _round(subject_key)
    return found is None or found.case.is_closed


def _outgoing(subject_key: str) -> OutgoingAnswer | None:
    found = OutgoingAnswer.objects.select_related("case", "delegated_by")
    return found.filter(pk=_key(subject_key)).first()


def _outgoing_seen(subject_key: str, user: object) -> bool:
    found = _outgoing(subject_key)
    return found is not None and outgoing_may(user, "outgoing_read", found)


def _outgoing_closed(subject_key: str) -> bool:
    found = _outgoing(subject_key)
    return found is None or found.case.is_closed
