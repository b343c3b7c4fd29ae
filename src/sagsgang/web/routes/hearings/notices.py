"""What people are told about hearings, in Danish sentences; those asked are never told of anything
that they were not given.
"""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.routes.hearings.selectors import contacts_of
from sagsgang.web.routes.hearings.telling import told
from sagsgang.web.routes.hearings.timing import written
from sagsgang.web.routes.models import CaseStop, Hearing, HearingAnswer, HearingRound


def bodies_asked(asked: HearingRound) -> None:
    """Each body's people are told that they are asked, and until when."""
    _bodies(
        "hearing_asked",
        asked.hearings.select_related("stop__body"),
        asked,
        "{body} er hørt om {case}. Svar senest {deadline}.",
    )


def bodies_reminded(hearings: Iterable[Hearing], asked: HearingRound) -> None:
    """Those who have not answered are reminded."""
    _bodies(
        "hearing_reminded",
        hearings,
        asked,
        "{body} mangler at svare i høringen om {case}. Fristen er {deadline}.",
    )


def bodies_extended(hearings: Iterable[Hearing], asked: HearingRound, reason: str) -> None:
    """All are told of the new deadline, and why."""
    why = f" Begrundelse: {reason}" if reason else ""
    _bodies(
        "hearing_extended",
        hearings,
        asked,
        "Fristen for at svare i høringen om {case} er nu {deadline}." + why,
    )


def body_withdrawn(hearing: Hearing, reason: str) -> None:
    """A body is told that it need not answer, and why."""
    _bodies(
        "hearing_withdrawn",
        [hearing],
        hearing.round,
        "{body} skal ikke længere svare i høringen om {case}. Begrundelse: " + reason,
    )


def bodies_closed(hearings: Iterable[Hearing], asked: HearingRound) -> None:
    """Those who never answered are told that it is over."""
    _bodies("hearing_closed", hearings, asked, "Høringen om {case} er afsluttet.")


def answer_came(hearing: Hearing, answer: HearingAnswer) -> None:
    """The officer is told of the answer, and so are the others who answer for the body."""
    case, body = hearing.stop.case, hearing.stop.body
    late = " efter fristen" if answer.is_late else ""
    told(
        [case.officer],
        code="hearing_answered",
        text=f"{body} har svaret{late} i høringen om {case_in_words(case)}.",
        why="du er sagsbehandler på sagen.",
        path=reverse("routes:case_hearings", args=[case.pk]),
        subject_key=f"hearing_round:{hearing.round_id}",
        actor=answer.by,
    )
    told(
        contacts_of([body.pk]).get(body.pk, []),
        code="hearing_answered",
        text=f"Svaret fra {body} i høringen om {case_in_words(case)} er afgivet af {answer.by}.",
        why=f"du svarer på høringer for {body}.",
        path=reverse("routes:hearing", args=[hearing.pk]),
        subject_key=f"hearing:{hearing.pk}",
        actor=answer.by,
    )


def answers_in(
    asked: HearingRound, *, answered: int, missing: int, following: list[CaseStop]
) -> None:
    """The officer and the secretaries of the next treatment are told that the case can go on."""
    case = asked.case
    name = case_in_words(case)
    if missing:
        what = f"Høringen om {name}: {answered} har svaret, {missing} mangler."
    else:
        what = f"Alle svar i høringen om {name} er inde ({answered})."
    told(
        [case.officer],
        code="hearing_answers_in",
        text=what,
        why="du er sagsbehandler på sagen.",
        path=reverse("routes:case_hearings", args=[case.pk]),
        subject_key=f"hearing_round:{asked.pk}",
    )
    contacts = contacts_of([stop.body_id for stop in following])
    for stop in following:
        told(
            [each for each in contacts.get(stop.body_id, []) if _reads(each, case)],
            code="hearing_answers_in",
            text=f"{what} Sagen kan genoptages i {stop.body}.",
            why=f"sagens næste behandling er i {stop.body}.",
            path=reverse("routes:way", args=[case.pk]),
            subject_key=f"hearing_round:{asked.pk}",
        )


def _reads(user: User, case: Case) -> bool:
    return user.pk != case.officer_id and case_may(user, "case_read", case)


def _bodies(code: str, hearings: Iterable[Hearing], asked: HearingRound, text: str) -> None:
    case: Any = asked.case
    if case.is_closed:
        return
    parts = list(hearings)
    contacts = contacts_of([each.stop.body_id for each in parts])
    for each in parts:
        body = each.stop.body
        words = {
            "body": body,
            "case": case_in_words(case),
            "deadline": written(asked.deadline),
        }
        told(
            contacts.get(each.stop.body_id, []),
            code=code,
            text=text.format(**words),
            why=f"du svarer på høringer for {body}.",
            path=reverse("routes:hearing", args=[each.pk]),
            subject_key=f"hearing:{each.pk}",
        )
