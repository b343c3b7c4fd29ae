"""The example's cases: each written, reviewed, approved and sent on its way, on the days it was."""

import tomllib
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.listing.link_services import case_link_add
from sagsgang.web.cases.models import Case, CaseLink, CaseTemplate
from sagsgang.web.cases.review.comment_services import comment_add
from sagsgang.web.cases.review.finance_services import finance_answer, finance_ask
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.cases.services import (
    PointInput,
    case_approve,
    case_close,
    case_create,
    case_return,
    case_reuse,
    case_send,
    case_share,
    case_text_nothing,
    case_text_save,
    case_withdraw,
    points_save,
)
from sagsgang.web.example.building.clock import at
from sagsgang.web.example.building.hearings import hearing_build, outgoing_build
from sagsgang.web.example.building.town import DATA, Town
from sagsgang.web.routes.models import CaseStop, StopKind
from sagsgang.web.routes.services import (
    PointDecision,
    stop_add,
    stop_dispatch,
    stop_record,
    stop_schedule,
)

SECRETARY = "Ulla Fensmark"
REVIEWER = "Per Holtegård"
#: A case that has been nowhere yet was begun so many days ago.
YOUNG = 16


def case_files() -> list[dict[str, Any]]:
    """What is told of each case, those that others build on first."""
    told = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((DATA / "cases").glob("*.toml"))
    ]
    return sorted(told, key=lambda each: ("reuse" in each or "related" in each, each["key"]))


def cases_build(town: Town) -> dict[str, Case]:
    """Every case of the example by its key."""
    built: dict[str, Case] = {}
    for told in case_files():
        built[told["key"]] = CaseBuilder(town, told, built).build()
    return built


class CaseBuilder:
    """One case, from its first day to today."""

    def __init__(self, town: Town, told: dict[str, Any], built: dict[str, Case]) -> None:
        self.town, self.told, self.built = town, told, built
        self.officer = town.people[told["officer"]]
        self.body = town.bodies[told["body"]]
        weeks = [each["weeks_ago"] for each in told.get("route", []) if "weeks_ago" in each]
        back = 7 * max(weeks) + 28 if weeks else YOUNG
        self.first = town.today - timedelta(days=back)

    def build(self) -> Case:
        """Made, and brought as far as its file says."""
        if "reuse" in self.told:
            return self._reused()
        with at(self.first):
            self.case = self._made()
            self._write()
            if other := self.told.get("related"):
                case_link_add(
                    case=self._fresh(),
                    actor=self.officer,
                    other=self.built[other],
                    relation=CaseLink.Relation.RELATED,
                )
        self._review()
        with at(self.first + timedelta(days=5), hour=9):
            stops = self._stops()
        for told, stop in stops:
            if told["becomes"] == "decided":
                self._decided(told, stop)
        if "outgoing" in self.told:
            outgoing_build(self.town, self._fresh(), self.officer, self.told["outgoing"])
        if "hearing" in self.told:
            hearing_build(self.town, self._fresh(), self.officer, self.told["hearing"])
        for told, stop in stops:
            if told["becomes"] == "next":
                self._scheduled(stop)
        self._ended()
        return self._fresh()

    def _reused(self) -> Case:
        with at(self.town.today - timedelta(days=1)):
            return case_reuse(
                actor=self.officer,
                earlier=self.built[self.told["reuse"]],
                number=self._number(),
            )

    def _fresh(self) -> Case:
        return Case.objects.get(pk=self.case.pk)

    def _number(self) -> str:
        year = self.town.today.year % 100
        return self.told["number"].format(yy=f"{year:02d}", ly=f"{year - 1:02d}")

    def _made(self) -> Case:
        told = self.told
        return case_create(
            actor=self.officer,
            body=self.body,
            template=CaseTemplate.objects.get(
                municipality=self.town.municipality, origin=told["template"]
            ),
            title=told["title"],
            number=self._number(),
            kind=told["kind"],
            is_closed="closed_ground" in told,
            closed_ground=told.get("closed_ground", ""),
            closed_reference=told.get("closed_reference", ""),
            public_title=told.get("public_title", ""),
            has_financial_implications=told.get("has_financial_implications", False),
        )

    def _write(self) -> None:
        told, sections = self.told, {each.kind: each for each in self.case.sections.all()}
        for kind, html in told["sections"].items():
            section = sections[kind]
            case_text_save(
                actor=self.officer,
                case=self.case,
                section=section,
                html=html,
                based_on=section.revision,
            )
        for kind in told.get("nothing", []):
            section = sections[kind]
            case_text_nothing(
                actor=self.officer, case=self.case, section=section, based_on=section.revision
            )
        fresh = self._fresh()
        points_save(
            actor=self.officer,
            case=fresh,
            points=[PointInput(text, choice=told.get("choice", "")) for text in told["points"]],
            based_on=fresh.points_revision,
        )
        if colleague := told.get("co_officer"):
            case_share(actor=self.officer, case=self.case, user=self.town.people[colleague])

    def _manager(self) -> User:
        name = "Erik Sønderkær" if self.body.name.startswith("Social") else "Lone Damhus"
        return self.town.people[name]

    def _review(self) -> None:
        """Finance, sending, approval or return, a day each."""
        told, state = self.told, self.told["state"]
        if "finance" in told or "ask_finance" in told:
            with at(self.first + timedelta(days=1)):
                finance_ask(
                    case=self._fresh(), actor=self.officer, question=told.get("ask_finance", "")
                )
        if "finance" in told:
            with at(self.first + timedelta(days=2), hour=14):
                case = self._fresh()
                finance_answer(
                    case=case,
                    actor=self.town.people[REVIEWER],
                    shown=money_sha256(case),
                    text=told["finance"],
                )
        if state in ("draft", "withdrawn"):
            return
        with at(self.first + timedelta(days=3), hour=9):
            case_send(actor=self.officer, case=self._fresh())
        with at(self.first + timedelta(days=4), hour=11):
            if "comment" in told:
                comment_add(case=self._fresh(), actor=self._manager(), text=told["comment"])
            if state == "returned":
                case_return(
                    actor=self._manager(), case=self._fresh(), comment=told["returned_because"]
                )
            elif state != "sent":
                case_approve(actor=self._manager(), case=self._fresh())

    def _stops(self) -> list[tuple[dict[str, Any], CaseStop]]:
        return [
            (
                told,
                stop_add(
                    actor=self.officer,
                    case=self._fresh(),
                    body=self.town.bodies[told["body"]],
                    kind=StopKind(told["kind"]),
                    step=told["step"],
                    is_deciding=told.get("is_deciding", False),
                ),
            )
            for told in self.told.get("route", [])
        ]

    def _decided(self, told: dict[str, Any], stop: CaseStop) -> None:
        """Put on the meeting it was decided at, given out, decided that evening."""
        secretary = self.town.people[SECRETARY]
        about = self.town.today - timedelta(weeks=told["weeks_ago"])
        meeting = self.town.meeting_before(told["body"], about)
        held = timezone.localdate(meeting.starts_at) if meeting else about
        if meeting is not None:
            with at(held - timedelta(days=8)):
                stop_schedule(actor=secretary, stop=_again(stop), meeting=meeting)
        with at(held - timedelta(days=6), hour=12):
            stop_dispatch(actor=secretary, stop=_again(stop))
        with at(held, hour=19):
            stop_record(
                actor=secretary,
                stop=_again(stop),
                decided_on=held,
                decision_text=told["decision"],
                outcome=told["outcome"],
                points=[PointDecision(*each) for each in told.get("decided_points", [])],
                absent=told.get("absent", ""),
            )

    def _scheduled(self, stop: CaseStop) -> None:
        fresh = _again(stop)
        meeting = self.town.meeting_after(fresh.body.name, self._earliest(fresh))
        if meeting is None:
            return
        with at(self.town.today - timedelta(days=1), hour=13):
            stop_schedule(actor=self.town.people[SECRETARY], stop=fresh, meeting=meeting)

    def _earliest(self, stop: CaseStop) -> date:
        """The day of the meetings before it, or today; a hearing's deadline counts too."""
        before = CaseStop.objects.filter(case=self.case, step__lt=stop.step)
        days = [
            timezone.localdate(each.meeting.starts_at)
            for each in before.filter(meeting__isnull=False).select_related("meeting")
        ]
        days += [each.wanted_on for each in before.filter(wanted_on__isnull=False)]
        return max([self.town.today, *days])

    def _ended(self) -> None:
        state = self.told["state"]
        if state == "closed":
            last = CaseStop.objects.filter(case=self.case).order_by("-decided_on").first()
            with at(last.decided_on + timedelta(days=1)):
                case_close(actor=self.town.people[SECRETARY], case=self._fresh())
        elif state == "withdrawn":
            with at(self.town.today - timedelta(days=5)):
                case_withdraw(
                    actor=self.officer, case=self._fresh(), reason=self.told["withdrawn_because"]
                )


def _again(stop: CaseStop) -> CaseStop:
    return CaseStop.objects.select_related("body", "case").get(pk=stop.pk)
