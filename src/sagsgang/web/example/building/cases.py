"""The example's cases: each written, reviewed, approved and sent on its way, on the days it was."""

import tomllib
from datetime import date, timedelta
from functools import reduce
from typing import Any

from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.figures.asking import Asked
from sagsgang.web.cases.figures.services.writing import FigureInput, figure_insert
from sagsgang.web.cases.listing.link_services import case_link_add
from sagsgang.web.cases.models import Case, CaseFigure, CaseLink, CaseTemplate, FigurePeriod
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
from sagsgang.web.example.building.appropriations import statement_write
from sagsgang.web.example.building.hearings import HearingStory, outgoing_story
from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import DATA, HELD_HERE, SECRETARY, Town
from sagsgang.web.routes.models import CaseStop, StopKind, StopState
from sagsgang.web.routes.services import (
    PointDecision,
    stop_add,
    stop_dispatch,
    stop_record,
    stop_schedule,
)

REVIEWER = "Per Holtegård"
#: A case that has been nowhere yet was begun so many days ago; others so long before their first
#: meeting.
YOUNG, BEFORE_FIRST_MEETING = 16, 28


def case_files() -> list[dict[str, Any]]:
    """What is told of each case."""
    return [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((DATA / "cases").glob("*.toml"))
    ]


def cases_tell(town: Town, line: Timeline) -> dict[str, "CaseStory"]:
    """Put every case's days on the line; the stories by their keys."""
    stories: dict[str, CaseStory] = {}
    for told in case_files():
        stories[told["key"]] = CaseStory(town, told, stories)
    # Those that build on another come after it on the same day.
    for story in sorted(stories.values(), key=lambda each: "related" in each.told):
        story.tell(line)
    return stories


class CaseStory:
    """One case, from its first day to today."""

    def __init__(self, town: Town, told: dict[str, Any], stories: dict[str, "CaseStory"]) -> None:
        self.town, self.told, self.stories = town, told, stories
        self.officer = town.people[told["officer"]]
        self.pk = 0
        #: (what is told, the treatment) in order, once the way is laid.
        self.stops: list[tuple[dict[str, Any], int]] = []
        decided = [self.decided_day(each) for each in told.get("route", []) if "weeks_ago" in each]
        before = timedelta(days=BEFORE_FIRST_MEETING)
        self.first = min(decided) - before if decided else town.today - timedelta(days=YOUNG)

    @property
    def case(self) -> Case:
        """As it is now."""
        return Case.objects.get(pk=self.pk)

    def tell(self, line: Timeline) -> None:
        """Put the case's days on the line."""
        told, first = self.told, self.first
        if "reuse" in told:
            line.add(self.town.today - timedelta(days=1), 10, self._reuse)
            return
        line.add(first, 10, self._create)
        if "finance" in told or "ask_finance" in told:
            line.add(first + timedelta(days=1), 10, self._ask_finance)
        if "finance" in told:
            line.add(first + timedelta(days=2), 14, self._answer_finance)
        if told["state"] not in ("draft", "withdrawn"):
            line.add(first + timedelta(days=3), 9, self._send)
            line.add(first + timedelta(days=4), 11, self._settle)
        line.add(first + timedelta(days=5), 9, self._lay_way)
        for number, each in enumerate(told.get("route", [])):
            if each["becomes"] == "decided":
                self._tell_decision(line, number, each)
        if "outgoing" in told:
            outgoing_story(self, line)
        if "hearing" in told:
            HearingStory(self).tell(line)
        line.add(self.town.today - timedelta(days=1), 13, self._schedule_next)
        if told["state"] == "withdrawn":
            line.add(self.town.today - timedelta(days=5), 10, self._withdraw)
        if told["state"] == "closed":
            last = max(self.decided_day(each) for each in told["route"])
            line.add(last + timedelta(days=2), 10, self._close)

    def number(self) -> str:
        """The case's number, with the year of today or the last."""
        year = self.town.today.year % 100
        return self.told["number"].format(yy=f"{year:02d}", ly=f"{year - 1:02d}")

    def stop(self, number: int) -> CaseStop:
        """The treatment that the file tells as number `number`, as it is now."""
        return CaseStop.objects.select_related("body", "case").get(pk=self.stops[number][1])

    def decided_day(self, told: dict[str, Any]) -> date:
        """The day of the body's meeting at about the weeks told, or that day itself."""
        about = self.town.today - timedelta(weeks=told["weeks_ago"])
        meeting = self.town.meeting_before(told["body"], about)
        return timezone.localdate(meeting.starts_at) if meeting else about

    def _create(self) -> None:
        told = self.told
        case = case_create(
            actor=self.officer,
            body=self.town.bodies[told["body"]],
            template=CaseTemplate.objects.get(
                municipality=self.town.municipality, origin=told["template"]
            ),
            title=told["title"],
            number=self.number(),
            kind=told["kind"],
            is_closed="closed_ground" in told,
            closed_ground=told.get("closed_ground", ""),
            closed_reference=told.get("closed_reference", ""),
            public_title=told.get("public_title", ""),
            has_financial_implications=told.get("has_financial_implications", False),
        )
        self.pk = case.pk
        self._write(case)
        if other := told.get("related"):
            case_link_add(
                case=self.case,
                actor=self.officer,
                other=self.stories[other].case,
                relation=CaseLink.Relation.RELATED,
            )

    def _write(self, case: Case) -> None:
        told, sections = self.told, {each.kind: each for each in case.sections.all()}
        figures = [self._figure(case, each) for each in told.get("figures", [])]
        for kind, html in told["sections"].items():
            case_text_save(
                actor=self.officer,
                case=case,
                section=sections[kind],
                html=reduce(
                    lambda text, row: text.replace(f"[{row.key}]", row.html), figures, html
                ),
                based_on=sections[kind].revision,
            )
        for kind in told.get("nothing", []):
            case_text_nothing(
                actor=self.officer,
                case=case,
                section=sections[kind],
                based_on=sections[kind].revision,
            )
        if "appropriation" in told:
            statement_write(self.town, self.case, told["appropriation"])
        points_save(
            actor=self.officer,
            case=self.case,
            points=[PointInput(text, choice=told.get("choice", "")) for text in told["points"]],
            based_on=self.case.points_revision,
        )
        if colleague := told.get("co_officer"):
            case_share(actor=self.officer, case=self.case, user=self.town.people[colleague])

    def _figure(self, case: Case, told: dict[str, Any]) -> CaseFigure:
        """A figure that the text has a place for: [t1] is the first."""
        asked = Asked(
            told["indicator"],
            period=told.get("period", FigurePeriod.LATEST).format(year=self.town.today.year),
            grain=told.get("grain", ""),
            periods=told.get("periods", 1),
            by=told.get("by", ""),
            where=told.get("where", {}),
            given=told.get("given", {}),
        )
        wanted = FigureInput(
            asked, told["form"], is_named=told.get("is_named", True), words=told.get("words", "")
        )
        return figure_insert(actor=self.officer, case=case, wanted=wanted)

    def _reuse(self) -> None:
        earlier = self.stories[self.told["reuse"]].case
        self.pk = case_reuse(actor=self.officer, earlier=earlier, number=self.number()).pk

    def _manager(self) -> User:
        name = "Erik Sønderkær" if self.told["body"].startswith("Social") else "Lone Damhus"
        return self.town.people[name]

    def _ask_finance(self) -> None:
        finance_ask(case=self.case, actor=self.officer, question=self.told.get("ask_finance", ""))

    def _answer_finance(self) -> None:
        case = self.case
        finance_answer(
            case=case,
            actor=self.town.people[REVIEWER],
            shown=money_sha256(case),
            text=self.told["finance"],
        )

    def _send(self) -> None:
        case_send(actor=self.officer, case=self.case)

    def _settle(self) -> None:
        """The manager approves, returns, or has not got round to it."""
        told, state = self.told, self.told["state"]
        if "comment" in told:
            comment_add(case=self.case, actor=self._manager(), text=told["comment"])
        if state == "returned":
            case_return(actor=self._manager(), case=self.case, comment=told["returned_because"])
        elif state != "sent":
            case_approve(actor=self._manager(), case=self.case)

    def _lay_way(self) -> None:
        for told in self.told.get("route", []):
            stop = stop_add(
                actor=self.officer,
                case=self.case,
                body=self.town.bodies[told["body"]],
                kind=StopKind(told["kind"]),
                step=told["step"],
                is_deciding=told.get("is_deciding", False),
            )
            self.stops.append((told, stop.pk))

    def _tell_decision(self, line: Timeline, number: int, told: dict[str, Any]) -> None:
        """In a body that meets here, its meeting decides; elsewhere it is written down."""
        day = self.decided_day(told)
        if told["body"] in HELD_HERE:
            self.town.agendas.setdefault((told["body"], day), []).append((self, number))
            return
        secretary = self.town.people[SECRETARY]
        line.add(
            day - timedelta(days=6),
            12,
            lambda: stop_dispatch(actor=secretary, stop=self.stop(number)),
        )
        line.add(day, 19, lambda: self._record(number, told, day))

    def _record(self, number: int, told: dict[str, Any], day: date) -> None:
        stop_record(
            actor=self.town.people[SECRETARY],
            stop=self.stop(number),
            decided_on=day,
            decision_text=told["decision"],
            outcome=told["outcome"],
            points=[PointDecision(*each) for each in told.get("decided_points", [])],
            absent=told.get("absent", ""),
        )

    def _schedule_next(self) -> None:
        """Each treatment to come is put on its body's first meeting after those before it."""
        for number, (told, _) in enumerate(self.stops):
            if told["becomes"] != "next":
                continue
            stop = self.stop(number)
            if stop.state != StopState.PLANNED:
                continue
            meeting = self.town.meeting_after(told["body"], self._earliest(stop))
            if meeting is not None:
                stop_schedule(actor=self.town.people[SECRETARY], stop=stop, meeting=meeting)

    def _earliest(self, stop: CaseStop) -> date:
        """The last day of what comes before it, or today."""
        before = CaseStop.objects.filter(case=self.pk, step__lt=stop.step)
        days = [
            timezone.localdate(each.meeting.starts_at)
            for each in before.filter(meeting__isnull=False).select_related("meeting")
        ]
        days += [each.wanted_on for each in before.filter(wanted_on__isnull=False)]
        return max([self.town.today, *days])

    def _close(self) -> None:
        case_close(actor=self.town.people[SECRETARY], case=self.case)

    def _withdraw(self) -> None:
        case_withdraw(actor=self.officer, case=self.case, reason=self.told["withdrawn_because"])


def _with_figure(html: str, row: CaseFigure) -> str:
    return html.replace(f"[{row.key}]", row.html)
