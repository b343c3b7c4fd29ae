"""What people are told about outgoing answers, in Danish sentences."""

from typing import Any

from django.urls import reverse

from sagsgang.web.accounts.models import User
from sagsgang.web.routes.hearings.telling import told
from sagsgang.web.routes.hearings.timing import written
from sagsgang.web.routes.models import OutgoingAnswer, OutgoingApproval

_OFFICER = "du er sagsbehandler på sagen."
_APPROVER = "svaret er overladt til dig at godkende."


def approvers_asked(answer: OutgoingAnswer, *, again: bool = False) -> None:
    """Those who have not said their word are asked for it; the case itself is not named."""
    change = " Teksten er rettet, så den skal godkendes på ny." if again else ""
    _tell(
        _missing(answer),
        "outgoing_asked",
        f"Godkend høringssvaret til {answer.recipient} senest {written(answer.deadline)}.{change}",
        _APPROVER,
        answer,
    )


def answer_returned(answer: OutgoingAnswer, word: OutgoingApproval, actor: Any) -> None:
    """The officer is told what should be changed."""
    _tell(
        [answer.case.officer],
        "outgoing_returned",
        f"{word.person} har rettelser til høringssvaret til {answer.recipient}.",
        _OFFICER,
        answer,
        actor,
    )


def approving_done(answer: OutgoingAnswer, actor: Any) -> None:
    """The officer is told that the answer can be sent."""
    _tell(
        [answer.case.officer],
        "outgoing_approved",
        f"Alle har godkendt høringssvaret til {answer.recipient}. "
        f"Send det senest {written(answer.deadline)}.",
        _OFFICER,
        answer,
        actor,
    )


def answer_dispatched(answer: OutgoingAnswer, actor: Any) -> None:
    """Those who approved are told that it left the house."""
    users = [each.person.user for each in answer.approvals.select_related("person__user")]
    _tell(
        [user for user in users if user is not None],
        "outgoing_dispatched",
        f"Høringssvaret til {answer.recipient} er sendt.",
        "du har godkendt svaret.",
        answer,
        actor,
    )


def answer_urgent(answer: OutgoingAnswer) -> None:
    """The officer, and those whose word is missing, are warned of the deadline."""
    text = f"Høringssvaret til {answer.recipient} skal være sendt {written(answer.deadline)}"
    _tell([answer.case.officer], "outgoing_urgent", f"{text}.", _OFFICER, answer)
    if answer.state == OutgoingAnswer.State.AWAITING:
        _tell(_missing(answer), "outgoing_urgent", f"{text}, og du mangler.", _APPROVER, answer)


def _missing(answer: OutgoingAnswer) -> list[User]:
    words = answer.approvals.filter(is_approved__isnull=True).select_related("person__user")
    return [each.person.user for each in words if each.person.user is not None]


def _tell(
    users: list[User],
    code: str,
    text: str,
    why: str,
    answer: OutgoingAnswer,
    actor: Any = None,
) -> None:
    told(
        users,
        code=code,
        text=text,
        why=why,
        path=reverse("routes:outgoing", args=[answer.pk]),
        subject_key=f"outgoing:{answer.pk}",
        actor=actor,
    )
