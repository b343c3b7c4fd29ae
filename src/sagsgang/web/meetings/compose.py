"""The one place that turns a meeting into `minutes.Minutes`: its agenda, and what was decided."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html_join

from sagsgang.minutes import (
    Absence,
    AgendaItem,
    AttachmentFile,
    CaseStop,
    DocumentKind,
    EarlierTreatment,
    Minutes,
    Person,
    Section,
    SectionKind,
    Source,
    UsedFigure,
)
from sagsgang.minutes.base import Lines
from sagsgang.web.bodies.models import Body, MunicipalitySettings
from sagsgang.web.bodies.selectors import term_of
from sagsgang.web.cases.checks.composing import compose as case_compose
from sagsgang.web.cases.figures.content import figures_in
from sagsgang.web.cases.figures.used import public_keys_of, used_figures
from sagsgang.web.cases.models import Case, CaseKind, RecommendationPoint
from sagsgang.web.cases.models import Section as SectionRow
from sagsgang.web.meetings.composing_decided import Decided, decided_of
from sagsgang.web.meetings.models import Item, LateAttachment, Meeting, MeetingState
from sagsgang.web.meetings.sending.content import Content, agenda_content, last_version

#: From then on there is something to record.
_HELD = frozenset({MeetingState.OPEN, MeetingState.CLOSED})


@dataclass(frozen=True, slots=True)
class ComposedMeeting:
    """`keys` are the items' own, beside `minutes.items`; `lines` the canonical lines."""

    minutes: Minutes
    keys: tuple[int, ...]
    lines: tuple[str, ...]


def meeting_compose(
    meeting: Meeting, content: Content | None = None, *, is_agenda: bool = False
) -> ComposedMeeting:
    """The meeting as a document: an agenda while it is prepared, minutes once it is opened, unless
    `is_agenda` asks for the agenda all the same. Without `content` it is what was given out, or
    what is being prepared where nothing was.
    """
    is_held = meeting.state in _HELD and not is_agenda
    if content is None:
        before = last_version(meeting)
        content = agenda_content(meeting, before=before, is_frozen=is_held)
    return _Document(meeting, content, decided_of(meeting) if is_held else None).composed()


class _Document:
    def __init__(self, meeting: Meeting, content: Content, decided: Decided | None) -> None:
        self.meeting = meeting
        self.body: Body = meeting.plan.body
        self.settings = MunicipalitySettings.objects.filter(
            municipality=self.body.municipality_id
        ).first()
        self.content = content
        self.decided = decided
        self.closed_treatments = _closed_treatments(content)
        self.late_files = _late_files(meeting)
        self.lines: list[str] = []
        self.items: list[AgendaItem] = []
        self.keys: list[int] = []

    def composed(self) -> ComposedMeeting:
        head = self.content["head"]
        starts_at = _local(head["starts_at"])
        self.lines += [head["body"], f"{starts_at:%d-%m-%Y %H:%M}", head["place"]]
        for told in self.content["items"]:
            self._add(told)
            closed = [part for part in told["parts"] if part["is_closed"]]
            for number, part in enumerate(closed, start=1):
                self._add(part, f"{told['number']}.{number}" if told["number"] else "")
        digest = hashlib.sha256("\n".join(self.lines).encode()).hexdigest()
        term = term_of(self.body.municipality, starts_at.date())
        members = tuple(_member(row) for row in head["members"])
        people = [
            *self._there(head["guests"]),
            *(
                guest
                for item in self.content["items"]
                if not item["is_closed"]
                for guest in self._there(item["guests"])
            ),
        ]
        decided = self.decided
        minutes = Minutes(
            kind=DocumentKind.MINUTES if decided else DocumentKind.AGENDA,
            municipality=head["municipality"],
            body=head["body"],
            term=str(term) if term else None,
            starts_at=starts_at,
            ends_at=_closed_at(self.meeting) if decided else None,
            place=head["place"] or None,
            members=members,
            chair=decided.led_by if decided else _chair(head["members"]),
            present=decided.present if decided else (),
            absent=decided.absent if decided else (),
            officials=_people(people, is_administration=True),
            guests=_people(people, is_administration=False),
            items=tuple(self.items),
            source=Source(name="", sha256=digest, format="html", dialect="", confidence=1.0),
        )
        return ComposedMeeting(minutes, tuple(self.keys), tuple(self.lines))

    def _there(self, guests: Sequence[Content]) -> list[Content]:
        """The guests of an agenda are those who are invited, of minutes those who came."""
        if self.decided is None:
            return list(guests)
        return [guest for guest in guests if guest["name"] in self.decided.guests]

    def _add(self, told: Content, number: str = "") -> None:
        case, sections, points, attachments = self._rows(told)
        one = case_compose(case, sections, points, attachments, figures=_figures(told))
        offset = len(self.lines)
        item = _moved(one.minutes.items[0], offset)
        self.lines += one.lines
        item = item.model_copy(
            update={
                "number": number or told["number"] or None,
                "is_closed": told["is_closed"],
                "closed_ground": told["closed_ground"] or None,
                "case_route": item.case_route or _route(told["route"]),
                "earlier_treatments": (
                    *item.earlier_treatments,
                    *_earlier(told["earlier"], self.closed_treatments),
                ),
                "late_reason": told.get("late_reason") or None,
                "guests": tuple(
                    Person(name=row["name"]) for row in self._there(told.get("guests", ()))
                ),
                "public_title": told["public_title"] or None if told["is_closed"] else None,
            }
            | self._files(item, told)
        )
        if self.decided is not None:
            item = self._decision_added(item, told)
        self.items.append(item.model_copy(update={"lines": (offset + 1, len(self.lines))}))
        self.keys.append(told["key"])

    def _decision_added(self, item: AgendaItem, told: Content) -> AgendaItem:
        assert self.decided is not None
        what = self.decided.items.get(told["key"])
        if what is None:
            return item
        below = [
            f"{part['title']}: {each.decision.text}"
            for part in told["parts"]
            if not part["is_closed"]
            and (each := self.decided.items.get(part["key"])) is not None
            and each.decision is not None
        ]
        update: dict[str, Any] = {
            "absent": what.absent,
            "votes": what.votes,
            "dissents": what.dissents,
            "disqualified": what.disqualified,
            "stopped_by": what.stopped_by,
        }
        if told["is_closed"]:
            update["public_decision"] = what.public_text or None
        if what.decision is not None:
            update["decision"] = what.decision
            said = (what.decision.text, *below, *what.remarks)
            words = "\n\n".join(text for text in said if text)
            section, lines = _section(
                self._decision_heading(), SectionKind.DECISION, words, len(self.lines)
            )
            self.lines += lines
            update["sections"] = self._placed(item.sections, section)
        return item.model_copy(update=update)

    def _decision_heading(self) -> str:
        """As the municipality writes it; what it has in braces that is not known stays."""
        pattern = self.settings.decision_heading if self.settings else "Beslutning"
        day = f"{_local(self.content['head']['starts_at']):%d-%m-%Y}"
        return pattern.replace("{body}", str(self.body)).replace("{day}", day)

    def _placed(self, sections: tuple[Section, ...], decision: Section) -> tuple[Section, ...]:
        """The sections with the decision where the municipality has it."""
        places = [
            place
            for place, section in enumerate(sections, start=1)
            if section.kind is SectionKind.RECOMMENDATION
        ]
        where = MunicipalitySettings.DecisionPlace.AFTER_RECOMMENDATION
        if self.settings is None or self.settings.decision_place != where or not places:
            return (*sections, decision)
        return (*sections[: places[-1]], decision, *sections[places[-1] :])

    def _files(self, item: AgendaItem, told: Content) -> dict[str, Any]:
        """The attachments as files, with those that were added after the meeting."""
        kept = told["case"]["content"]["attachments"] if told["case"] else []
        files = [
            AttachmentFile(
                title=row["title"], is_closed=row["is_closed"], sha256=row["sha256"] or None
            )
            for row in kept
        ]
        late = self.late_files.get(told["key"], [])
        return {
            "attachments": (*item.attachments, *(file.title for file in late)),
            "attachment_files": (*files, *late),
        }

    def _rows(
        self, told: Content
    ) -> tuple[Case, list[SectionRow], list[RecommendationPoint], tuple[str, ...]]:
        """The item as rows that are not kept, for `case_compose`."""
        kept = told["case"]
        case = Case(
            municipality=self.body.municipality,
            body=self.body,
            number=kept["content"]["number"] if kept else "",
            title=told["title"],
            kind=told["kind"],
            is_closed=told["is_closed"],
        )
        content = kept["content"] if kept else {"sections": [], "points": [], "attachments": []}
        sections = [
            SectionRow(
                pk=row["id"],
                heading=row["heading"],
                kind=row["kind"],
                level=row["level"],
                is_public=row.get("is_public", True),
                html=row["html"],
            )
            for row in content["sections"]
        ]
        if kept and kept.get("finance"):
            sections = _finance_placed(sections, kept["finance"])
        sections += _own_sections(told)
        points = [
            RecommendationPoint(
                number=row["number"],
                text=row["text"],
                choice=row["choice"],
                addressee=Body(name=row["addressee"]) if row["addressee"] else None,
            )
            for row in content["points"]
        ]
        return case, sections, points, tuple(row["title"] for row in content["attachments"])


def _figures(told: Content) -> tuple[UsedFigure, ...]:
    """The figures in the text as they were kept with it."""
    if not told["case"]:
        return ()
    content, frozen_at = told["case"]["content"], told["case"].get("frozen_at")
    return used_figures(
        figures_in(content),
        public_keys_of(content["sections"]),
        datetime.fromisoformat(frozen_at) if frozen_at else None,
    )


def _finance_placed(sections: list[SectionRow], said: str) -> list[SectionRow]:
    """The sections with what finance said below the last text about money; where there is none,
    as a section of its own before the recommendation.
    """
    html = format_html_join("", "<p>{}</p>", ((line,) for line in said.splitlines() if line))
    for row in reversed(sections):
        if row.kind == SectionKind.FINANCIAL_IMPLICATIONS:
            row.html += html
            return sections
    own = SectionRow(
        heading="Økonomiske konsekvenser",
        kind=SectionKind.FINANCIAL_IMPLICATIONS,
        level=1,
        html=html,
    )
    kinds = [row.kind for row in sections]
    at = len(kinds)
    if SectionKind.RECOMMENDATION in kinds:
        at = kinds.index(SectionKind.RECOMMENDATION)
    return [*sections[:at], own, *sections[at:]]


def _own_sections(told: Content) -> list[SectionRow]:
    """The text of an item that is no case, and of the open points below it."""
    found = []
    if told["html"]:
        heading = "Sagsfremstilling" if told["kind"] == CaseKind.DECISION else "Orientering"
        kind = SectionKind.PRESENTATION
        found.append(SectionRow(heading=heading, kind=kind, level=1, html=told["html"]))
    for part in told["parts"]:
        if part["is_closed"]:
            continue
        heading = ": ".join(words for words in (part["sender"], part["title"]) if words)
        # Below the item's own text it is a heading inside that; without one it stands by itself.
        kind, level = (SectionKind.TOPIC, 2) if told["html"] else (SectionKind.OTHER, 1)
        found.append(SectionRow(heading=heading, kind=kind, level=level, html=part["html"]))
    return found


def _moved(item: AgendaItem, by: int) -> AgendaItem:
    """The item with its lines counted in the whole document."""

    def there(lines: Lines) -> Lines:
        return (lines[0] + by, lines[1] + by)

    return item.model_copy(
        update={
            "lines": there(item.lines),
            "sections": tuple(
                section.model_copy(update={"lines": there(section.lines)})
                for section in item.sections
            ),
            "tables": tuple(
                table.model_copy(update={"lines": there(table.lines)}) for table in item.tables
            ),
        }
    )


def _section(
    heading: str, kind: SectionKind, text: str, after: int
) -> tuple[Section, tuple[str, ...]]:
    lines = (heading, *(text.split("\n") if text else ()))
    placed = (after + 1, after + len(lines))
    return Section(heading=heading, kind=kind, lines=placed, text=text), lines


def _route(rows: Sequence[Content]) -> tuple[CaseStop, ...]:
    return tuple(
        CaseStop(body=row["body"], date=date.fromisoformat(row["day"]) if row["day"] else None)
        for row in rows
    )


def _closed_treatments(content: Content) -> frozenset[int]:
    """The stops that the items tell of as earlier treatments and that were closed there."""
    keys = {row["stop"] for item in content["items"] for row in item["earlier"]}
    items = Item.objects.filter(Q(is_closed=True) | Q(parent__is_closed=True), stop__in=keys)
    return frozenset(items.values_list("stop_id", flat=True)) if keys else frozenset()


def _late_files(meeting: Meeting) -> dict[int, list[AttachmentFile]]:
    found: dict[int, list[AttachmentFile]] = defaultdict(list)
    for row in LateAttachment.objects.filter(item__meeting=meeting):
        found[row.item_id].append(
            AttachmentFile(
                title=row.title,
                is_closed=row.is_closed,
                sha256=row.sha256,
                added_after=timezone.localdate(row.at),
            )
        )
    return found


def _earlier(rows: Sequence[Content], closed: Collection[int]) -> tuple[EarlierTreatment, ...]:
    return tuple(
        EarlierTreatment(
            body=row["body"],
            date=date.fromisoformat(row["decided_on"]),
            item=row["item_number"] or None,
            text="\n\n".join([row["text"], *(each["text"] for each in row["additions"])]).strip(),
            absent=tuple(
                Absence(name=name.strip()) for name in row["absent"].split(",") if name.strip()
            ),
            is_closed=row["stop"] in closed,
        )
        for row in rows
    )


def _member(row: Content) -> Person:
    return Person(name=row["name"], party=row["party"] or None)


def _chair(rows: Sequence[Content]) -> str | None:
    return next((row["name"] for row in rows if row["post"] == "chair"), None)


def _people(rows: Sequence[Content], *, is_administration: bool) -> tuple[Person, ...]:
    wanted = (row for row in rows if row["is_administration"] is is_administration)
    return tuple(Person(name=name) for name in dict.fromkeys(row["name"] for row in wanted))


def _local(moment: str) -> datetime:
    return timezone.localtime(datetime.fromisoformat(moment)).replace(
        tzinfo=None, second=0, microsecond=0
    )


def _closed_at(meeting: Meeting) -> datetime | None:
    if meeting.closed_at is None:
        return None
    return timezone.localtime(meeting.closed_at).replace(tzinfo=None, second=0, microsecond=0)
