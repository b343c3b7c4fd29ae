"""The example's hearings, asked some days ago and running or late; and an answer of its own."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.routes.hearings.services.answer import answer_record, answer_send
from sagsgang.web.routes.hearings.services.start import hearing_start
from sagsgang.web.routes.models import CaseStop, Hearing, OutgoingAnswer
from sagsgang.web.routes.outgoing.services.approving import outgoing_approve, outgoing_ask
from sagsgang.web.routes.outgoing.services.writing import outgoing_begin

if TYPE_CHECKING:
    from sagsgang.web.example.building.cases import CaseStory

STARTED = 12


class HearingStory:
    """One hearing of one case: it starts, and some of those asked answer, a day between each."""

    def __init__(self, story: "CaseStory") -> None:
        self.story, self.told, self.town = story, story.told["hearing"], story.town
        self.started = self.town.today - timedelta(days=self.told.get("started_days_ago", STARTED))

    def tell(self, line: Timeline) -> None:
        """Put the hearing's days on the line."""
        line.add(self.started, 10, self._start)
        for number, (name, words) in enumerate(self.told["answers"]):
            day = self.started + timedelta(days=2 + number)
            line.add(day, 15, partial(self._answer, name, words, day))

    def _start(self) -> None:
        case = self.story.case
        hearing_start(
            actor=self.story.officer,
            case=case,
            bodies=[self.town.bodies[name] for name in self.told["bodies"]],
            sections=[each.pk for each in case.sections.exclude(html="")],
            deadline=self.started + timedelta(days=self.told["days"]),
            question=self.told["question"],
        )

    def _answer(self, name: str, words: str, day: date) -> None:
        hearing = Hearing.objects.get(stop__case=self.story.pk, stop__body__name=name)
        html = f"<p>{words}</p>" if words else ""
        chair = self.town.chair_of(name)
        if chair is not None:
            answer_send(actor=chair, hearing=hearing, html=html, is_nothing_to_remark=not words)
            return
        answer_record(
            actor=self.story.officer,
            hearing=hearing,
            answered_on=day,
            answered_by=f"formanden for {name}",
            received_how="mail",
            html=html,
            is_nothing_to_remark=not words,
        )


def outgoing_story(story: "CaseStory", line: Timeline) -> None:
    """The municipality's own answer goes to the delegates, some of whom have approved."""
    told, town = story.told["outgoing"], story.town

    def begin() -> None:
        answer = outgoing_begin(
            actor=story.officer,
            case=story.case,
            recipient=told["recipient"],
            subject=told["subject"],
            deadline=town.today + timedelta(days=told["days"]),
            approvers=[town.seats[name] for name in told["delegates"]],
            html=told["text"],
            delegated_by=CaseStop.objects.filter(case=story.pk, decided_on__isnull=False).first(),
        )
        outgoing_ask(actor=story.officer, answer=answer)

    def approve() -> None:
        for name in told["approved_by"]:
            answer = OutgoingAnswer.objects.get(case=story.pk)
            outgoing_approve(actor=town.people[name], answer=answer, revision=answer.revision)

    line.add(town.today - timedelta(days=3), 10, begin)
    line.add(town.today - timedelta(days=1), 20, approve)
