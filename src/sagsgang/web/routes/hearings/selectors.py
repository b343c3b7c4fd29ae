"""Reading hearings, by who may see them: those who ask, those who are asked, and the desk."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Assignment, Body, BodyKind, Membership, Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.routes.hearings.permissions import (
    hearing_may,
    hearings_answerer_q,
    hearings_party_q,
    round_may,
)
from sagsgang.web.routes.hearings.state import HearingState, awaiting_q, hearing_state
from sagsgang.web.routes.hearings.timing import is_over, meets_late, next_meetings
from sagsgang.web.routes.models import (
    LIVING,
    AnswerDraft,
    CaseStop,
    Hearing,
    HearingAnswer,
    HearingFile,
    HearingRound,
    StopKind,
)

GROUPS = {
    "med": frozenset({BodyKind.MED_COMMITTEE}),
    "councils": frozenset({BodyKind.ADVISORY_COUNCIL}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One body's line of the overview. `notes` say what needs looking at."""

    hearing: Hearing
    body: Body
    state: HearingState
    answer: HearingAnswer | None
    earlier: list[HearingAnswer]
    contacts: list[User]
    notes: list[str] = field(default_factory=list)

    @property
    def shown(self) -> HearingState:
        """What the reader is told: who has answered has, also when the hearing is over."""
        return HearingState.ANSWERED if self.answer else self.state


@dataclass(frozen=True, slots=True)
class Overview:
    """A round with a row for each body, in Danish order."""

    asked: HearingRound
    rows: list[Row]

    @property
    def missing(self) -> int:
        """How many bodies have not answered and were not taken out."""
        return sum(r.answer is None and r.state != HearingState.ENDED for r in self.rows)

    @property
    def asked_for(self) -> int:
        """How many bodies were asked and not taken out again unanswered; those that had not
        answered when the hearing was closed were asked.
        """
        return sum(r.answer is not None or not self._is_taken_out(r) for r in self.rows)

    def _is_taken_out(self, row: Row) -> bool:
        ended, closed = row.hearing.ended_at, self.asked.ended_at
        return ended is not None and (closed is None or ended < closed)

    @property
    def answered(self) -> list[Row]:
        """The rows with an answer."""
        return [row for row in self.rows if row.answer is not None]

    @property
    def is_late(self) -> bool:
        """Whether an answer is missing after the deadline."""
        return any(row.state == HearingState.LATE for row in self.rows)


def bodies_to_hear(case: Case, on: date) -> list[Body]:
    """The bodies of the municipality that can be asked, in Danish order."""
    found = Body.objects.filter(municipality=case.municipality_id, is_in_workplace=True)
    return [
        body
        for body in found.exclude(pk=case.body_id)
        if not is_over(body, on) and (body.valid_from is None or body.valid_from <= on)
    ]


def bodies_planned(case: Case) -> set[int]:
    """The bodies whose hearing the case's way plans and nobody has begun."""
    return set(stops_planned(case).values_list("body_id", flat=True))


def stops_planned(case: Case) -> QuerySet[CaseStop]:
    """The hearings of the case's way that nobody has begun."""
    return CaseStop.objects.filter(
        case=case, kind=StopKind.HEARING, state__in=LIVING, hearing__isnull=True
    )


def contacts_of(bodies: Iterable[int], on: date | None = None) -> dict[int, list[User]]:
    """Who answers for each body: its chair and its own secretaries, as far as they have accounts;
    the secretaries of every body of the municipality where it has none of its own.
    """
    day, keys = on or timezone.localdate(), set(bodies)
    lasts = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    found: dict[int, dict[int, User]] = defaultdict(dict)
    chairs = Membership.objects.filter(
        lasts, body__in=keys, post=Membership.Post.CHAIR, starts_on__lte=day
    )
    for each in chairs.filter(person__user__is_active=True).select_related("person__user"):
        found[each.body_id][each.person.user_id] = each.person.user
    assigned = Assignment.objects.filter(
        lasts & begun, role=Role.SECRETARY, user__is_active=True
    ).select_related("user")
    own = set()
    for each in assigned.filter(body__in=keys):
        own.add(each.body_id)
        found[each.body_id][each.user_id] = each.user
    without = Body.objects.filter(pk__in=keys - own).values_list("pk", "municipality_id")
    everywhere: dict[int, list[User]] = defaultdict(list)
    places = {municipality for _, municipality in without}
    for each in assigned.filter(body__isnull=True, municipality__in=places):
        everywhere[each.municipality_id].append(each.user)
    for body, municipality in without:
        found[body].update({user.pk: user for user in everywhere[municipality]})
    return {body: list(users.values()) for body, users in found.items()}


def rounds_of(user: object, case: Case) -> list[HearingRound]:
    """The rounds of the case that the user may follow, newest first."""
    rounds = case.hearing_rounds.select_related("started_by", "case")
    return [each for each in rounds if round_may(user, "hearing_follow", each)]


def round_get(user: object, case: Case, pk: int) -> HearingRound | None:
    """A round of the case, when the user may follow it."""
    found = case.hearing_rounds.select_related("case", "started_by").filter(pk=pk).first()
    return found if found and round_may(user, "hearing_follow", found) else None


def overviews(rounds: Collection[HearingRound]) -> list[Overview]:
    """What has become of each round, in seven queries however many bodies were asked."""
    hearings = list(_whole(Hearing.objects.filter(round__in=rounds)))
    bodies = {hearing.stop.body_id: hearing.stop.body for hearing in hearings}
    contacts = contacts_of(bodies)
    today = timezone.localdate()
    meets = next_meetings(bodies.values(), today)
    rows: dict[int, list[Row]] = defaultdict(list)
    for hearing in hearings:
        rows[hearing.round_id].append(_row(hearing, contacts, meets, today))
    return [
        Overview(each, sorted(rows[each.pk], key=lambda row: bytes(row.body.sort_key)))
        for each in rounds
    ]


def overview_of(asked: HearingRound) -> Overview:
    """What has become of one round."""
    return overviews([asked])[0]


def hearing_of_case(case: Case, pk: int) -> Hearing | None:
    """One body's part of a hearing of this case."""
    return _whole(Hearing.objects.filter(stop__case=case, pk=pk)).first()


def hearing_get(user: object, pk: int) -> Hearing | None:
    """One body's part, when the user reads it because her body is asked."""
    found = _whole(Hearing.objects.filter(pk=pk)).first()
    return found if found and hearing_may(user, "hearing_read", found) else None


def hearings_party(user: object) -> QuerySet[Hearing]:
    """Every hearing that the user's bodies are or were asked in, the newest first."""
    found = Hearing.objects.filter(hearings_party_q(user)).select_related(
        "stop__body", "stop__case", "round"
    )
    return found.order_by("-round__deadline", "-pk")


def hearings_to_answer(user: object) -> list[Hearing]:
    """What waits for an answer of the user's bodies, by deadline."""
    return list(hearings_party(user).filter(awaiting_q()).order_by("round__deadline", "pk"))


def hearings_awaiting(user: object) -> list[Hearing]:
    """What the user herself must see answered, by deadline; for her desk."""
    found = Hearing.objects.filter(hearings_answerer_q(user) & awaiting_q())
    return list(
        found.select_related("stop__body", "stop__case", "round").order_by("round__deadline", "pk")
    )


def hearings_late(user: object) -> list[Hearing]:
    """The answers that are missing after the deadline in cases whose officer the user is, or whose
    work she does; for her desk.
    """
    found = Hearing.objects.filter(awaiting_q(), round__deadline__lt=timezone.localdate())
    cases = Case.objects.filter(cases_readable_q(user), officer__in=standing_of(user).stands_for)
    return list(
        found.filter(stop__case__in=cases)
        .select_related("stop__body", "stop__case", "round")
        .order_by("round__deadline", "pk")
    )


def draft_of(hearing: Hearing, user: User) -> AnswerDraft | None:
    """What the user has written and not sent."""
    return hearing.drafts.filter(by=user).first()


def drafts_of_others(hearing: Hearing, user: User) -> list[AnswerDraft]:
    """What others who answer for the body have written and not sent."""
    return list(hearing.drafts.exclude(by=user).select_related("by"))


def hearing_file_get(user: object, pk: int) -> HearingFile | None:
    """A file that came with an answer, when the user may read it."""
    found = (
        HearingFile.objects.filter(pk=pk)
        .select_related("answer__hearing__stop__case", "answer__hearing__round")
        .first()
    )
    if found is None or not hearing_may(user, "hearing_file_read", found.answer.hearing):
        return None
    return found


def _whole(hearings: QuerySet[Hearing]) -> QuerySet[Hearing]:
    answers = HearingAnswer.objects.select_related("by").prefetch_related("files")
    return hearings.select_related("stop__body", "stop__case", "round__case").prefetch_related(
        Prefetch("answers", queryset=answers)
    )


def _row(
    hearing: Hearing, contacts: dict[int, list[User]], meets: dict[int, date], today: date
) -> Row:
    body, state = hearing.stop.body, hearing_state(hearing, today)
    answers = list(hearing.answers.all())
    notes: list[str] = []
    if not answers and state != HearingState.ENDED:
        if is_over(body, today):
            notes.append(
                _("The body was closed. Take it out of the hearing, or record its answer.")
            )
        elif not contacts.get(body.pk):
            notes.append(_("Nobody with an account answers for it. Record its answer here."))
        if late := meets_late(body, meets.get(body.pk), hearing.round.deadline):
            notes.append(late)
    return Row(
        hearing=hearing,
        body=body,
        state=state,
        answer=answers[-1] if answers else None,
        earlier=answers[:-1],
        contacts=contacts.get(body.pk, []),
        notes=notes,
    )
