"""The example's hearings, asked some days ago and running or late; and an answer of its own."""

from datetime import timedelta
from typing import Any

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from sagsgang.web.example.building.clock import at
from sagsgang.web.example.building.town import Town
from sagsgang.web.routes.hearings.services.answer import answer_record, answer_send
from sagsgang.web.routes.hearings.services.start import hearing_start
from sagsgang.web.routes.models import CaseStop, Hearing
from sagsgang.web.routes.outgoing.services.approving import outgoing_approve, outgoing_ask
from sagsgang.web.routes.outgoing.services.writing import outgoing_begin

STARTED = 12


def hearing_build(town: Town, case: Case, officer: User, told: dict[str, Any]) -> None:
    """Start the hearing, and answer for those that have."""
    started = town.today - timedelta(days=told.get("started_days_ago", STARTED))
    with at(started):
        asked = hearing_start(
            actor=officer,
            case=case,
            bodies=[town.bodies[name] for name in told["bodies"]],
            sections=[each.pk for each in case.sections.exclude(html="")],
            deadline=started + timedelta(days=told["days"]),
            question=told["question"],
        )
    hearings = {
        each.stop.body.name: each
        for each in Hearing.objects.filter(round=asked).select_related("stop__body")
    }
    for number, (name, words) in enumerate(told["answers"]):
        day = started + timedelta(days=2 + number)
        with at(day, hour=15):
            _answer(town, officer, hearings[name], words, day)


def _answer(town: Town, officer: User, hearing: Hearing, words: str, day: Any) -> None:
    said = {"html": f"<p>{words}</p>" if words else "", "is_nothing_to_remark": not words}
    chair = town.chair_of(hearing.stop.body.name)
    if chair is not None:
        answer_send(actor=chair, hearing=hearing, **said)
    else:
        answer_record(
            actor=officer,
            hearing=hearing,
            answered_on=day,
            answered_by=f"formanden for {hearing.stop.body.name}",
            received_how="mail",
            **said,
        )


def outgoing_build(town: Town, case: Case, officer: User, told: dict[str, Any]) -> None:
    """The municipality's own answer, on its way to the delegates, some of whom have approved."""
    decided = CaseStop.objects.filter(case=case, decided_on__isnull=False).first()
    with at(town.today - timedelta(days=3)):
        answer = outgoing_begin(
            actor=officer,
            case=case,
            recipient=told["recipient"],
            subject=told["subject"],
            deadline=town.today + timedelta(days=told["days"]),
            approvers=[town.seats[name] for name in told["delegates"]],
            html=told["text"],
            delegated_by=decided,
        )
        outgoing_ask(actor=officer, answer=answer)
    with at(town.today - timedelta(days=1), hour=20):
        for name in told["approved_by"]:
            answer.refresh_from_db()
            outgoing_approve(actor=town.people[name], answer=answer, revision=answer.revision)
