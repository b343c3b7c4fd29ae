"""Where each page of the workplace is found on the example, and for whom: inside the website."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.store import stage
from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import (
    Assignment,
    Body,
    DelegationRule,
    Goal,
    Membership,
    Person,
    PlannedMeeting,
    Policy,
    Role,
    SubstitutePeriod,
    Term,
    YearWheelEntry,
)
from sagsgang.web.cases.attachments.services import attachments_add, file_receive
from sagsgang.web.cases.figures.asking import Asked
from sagsgang.web.cases.figures.services import FigureInput, figure_insert
from sagsgang.web.cases.models import Case, CaseFigure, CaseTemplate, KeptText
from sagsgang.web.figures.loading.services import (
    figures_file_receive,
    figures_load,
    figures_now,
    figures_upload,
)
from sagsgang.web.figures.models import ReportRelease
from sagsgang.web.figures.report.reading import edition_now
from sagsgang.web.figures.report.writing import report_make, report_section_save
from sagsgang.web.figures.selectors import area_of, store
from sagsgang.web.followup.models import ActivityList, FollowUp
from sagsgang.web.followup.selectors.promises import all_suggestions
from sagsgang.web.jobs.models import Mail
from sagsgang.web.meetings.holding.services import meeting_open
from sagsgang.web.meetings.minute_book.selectors import seats_there
from sagsgang.web.meetings.models import Activity, Item, Meeting
from sagsgang.web.routes.models import Hearing, OutgoingAnswer, RouteTemplate, StopState
from sagsgang.web.subscriptions.choices import choice_asked
from sagsgang.web.subscriptions.models import Subscription
from sagsgang.web.subscriptions.services import subscription_ask, subscription_confirm

#: What everybody may read is opened in `test_every_page`; the pages of signing in, which have no
#: namespace, in `test_signing_in`.
OTHERS = "archive"
#: Not pages: files, what scripts ask for, and an invitation for a calendar.
NO_PAGES = {
    "bodies:setting_example",
    "cases:attachment_file",
    "cases:figure_chart",
    "cases:round_csv",
    "desk:manual_picture",
    "figures:information_csv",
    "figures:information_json",
    "figures:information_picture",
    "figures:upload_state",
    "followup:export",
    "followup:list_export",
    "meetings:agenda_file",
    "meetings:holding_item",
    "meetings:holding_state",
    "meetings:invitation",
    "meetings:late_attachment",
    "meetings:manifest",
    "meetings:projector_state",
    "meetings:service_worker",
    "meetings:signature_sheet",
    "publishing:public",
    "routes:hearing_file",
    "routes:hearing_given",
    "routes:try",
}
OFFICER, COLLEAGUE, MANAGER = "Signe Krogholm", "Kaj Brinkmose", "Lone Damhus"
FINANCE, SECRETARY, CHIEF = "Per Holtegård", "Ulla Fensmark", "Ib Skovlunde"
CHAIR, MEMBER, HEARD = "Samira Toft Haddad", "Merete Søholt", "Inger Marie Solbakke"
BODY = "arbejdsmarkedsudvalget"
#: Stands for any argument where it is only asked whether a route can be opened at all.
SOME = {"SlugConverter": "x", "IntConverter": 999999, "MeetingPlaceConverter": "2000-01-01"}
SOME |= {"FigureKey": "t1"}


def pages_opened() -> dict[str, list[str]]:
    """The person and the address by the name of the route."""
    found: dict[str, list[str]] = {}
    rooms = (
        _registers(),
        _cases(),
        _ways(),
        _meetings(),
        _minutes(),
        _follow_ups(),
        _followers(),
        _figures(),
        _loading(),
    )
    for pages in rooms:
        for name, person, query, arguments in pages:
            found[name] = [person, reverse(name, kwargs=arguments) + query]
    return found


def came_after() -> str:
    """An item of whose case others decided something when the agenda had been sent."""
    items = Item.objects.filter(meeting__plan__body__slug=BODY, meeting__state="closed")
    item = items.filter(title__startswith="Budgetopfølgning").latest("meeting__plan__starts_at")
    return reverse("meetings:item", kwargs=_place(item.meeting) | {"number": item.number})


def pages_missing(opened: dict[str, list[str]]) -> list[str]:
    """The routes that can be opened, are not, and are no exception; and names of none."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(name=CHIEF))
    known = dict(_walked(get_resolver(), ""))
    missing = [name for name in (*opened, *NO_PAGES) if name not in known]
    for name in known.keys() - opened.keys() - NO_PAGES:
        converters = known[name].pattern.converters
        some = {key: SOME[type(each).__name__] for key, each in converters.items()}
        if client.get(reverse(name, kwargs=some)).status_code != 405:
            missing.append(name)
    return sorted(missing)


def _walked(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            if each.namespace != OTHERS:
                yield from _walked(each, each.namespace or space)
        elif space:
            yield f"{space}:{each.name}", each


def _at(
    route: str, person: str, query: str = "", /, **arguments: Any
) -> tuple[str, str, str, dict]:
    return route, person, query, arguments


def _figures() -> Iterator[tuple[str, str, str, dict]]:
    """Ledelsesinformation and reports; the officer is the analyst too."""
    user = User.objects.get(name=OFFICER)
    body = Body.objects.get(slug=BODY)
    Assignment.objects.create(municipality=body.municipality, user=user, role=Role.ANALYST)
    yield _at("figures:information", MEMBER)
    yield _at("figures:forecast", MEMBER)
    yield _at("figures:counted", MEMBER, name="reversal_rate")
    yield _at("figures:reports", MEMBER)
    yield _at("figures:report_make", OFFICER)
    report = report_make(actor=user, municipality=body.municipality, title="Anker", body=body)
    told = {"title": "Omgørelse", "indicator": "reversal_rate", "grain": "year", "by": "law"}
    section = report_section_save(actor=user, report=report, section=None, **told)
    for name in ("report", "report_change", "report_section_new"):
        yield _at(f"figures:{name}", OFFICER, pk=report.pk)
    yield _at("figures:report_section", OFFICER, pk=report.pk, section=section.pk)
    yield _at("figures:report_preview", OFFICER, "?period=2025", pk=report.pk)
    release = ReportRelease.objects.create(
        report=report,
        number=1,
        period="2025",
        content=edition_now(report, Period.parse("2025")).as_dict(),
        released_by=user,
        released_at=timezone.now(),
    )
    yield _at("figures:release", MEMBER, pk=release.pk)


def _registers() -> Iterator[tuple[str, str, str, dict]]:
    """The municipality's own registers, accounts, jobs and messages."""
    for name in ("own", "name", "leave"):
        yield _at(f"accounts:{name}", MEMBER)
    user = User.objects.get(name=OFFICER)
    for name in ("users", "invite"):
        yield _at(f"accounts:{name}", CHIEF)
    for name in ("user", "user_change", "user_leave"):
        yield _at(f"accounts:{name}", CHIEF, key=user.pk)
    mail = Mail.objects.create(
        key="x", to=user.email, subject="Ny sag", text="Der er kommet en sag.", at=timezone.now()
    )
    yield _at("jobs:jobs", CHIEF)
    yield _at("jobs:mails", CHIEF)
    yield _at("jobs:mail", CHIEF, mail_id=mail.pk)
    for name in ("notifications", "preferences"):
        yield _at(f"notifications:{name}", SECRETARY)
    for name in ("work", "processes", "manual"):
        yield _at(f"desk:{name}", SECRETARY)
    yield _at("desk:search", OFFICER, "?q=job")
    yield _at("desk:manual_page", SECRETARY, name="sekretaer")
    yield _at("bodies:list", MEMBER)
    yield _at("bodies:body", MEMBER, slug=BODY)
    for name in ("policies", "delegation"):
        yield _at(f"bodies:{name}", OFFICER)
    policy = Policy.objects.first()
    yield _at("bodies:policy", OFFICER, key=policy.pk)
    plain = ["policy_add", "administration", "settings", "start", "term_add", "delegation_add"]
    for name in (*plain, "people", "person_add", "administer_list", "body_create"):
        yield _at(f"bodies:{name}", CHIEF)
    for name in ("policy_change", "goal_add"):
        yield _at(f"bodies:{name}", CHIEF, key=policy.pk)
    names = ["administer", "body_change", "body_close", "membership_start", "meetings"]
    for name in (*names, "meeting_add", "series", "wheel_add"):
        yield _at(f"bodies:{name}", CHIEF, slug=BODY)
    member = Membership.objects.filter(body__slug=BODY, ends_on__gte=timezone.localdate()).last()
    others = Person.objects.exclude(memberships__body=member.body)
    substitute = SubstitutePeriod.objects.create(
        membership=member, substitute=others.first(), starts_on=timezone.localdate()
    )
    ahead = PlannedMeeting.objects.filter(body__slug=BODY, starts_at__gt=timezone.now()).last()
    keys = {
        "goal_change": Goal.objects.first(),
        "term_change": Term.objects.first(),
        "delegation_change": DelegationRule.objects.first(),
        "person_change": member.person,
        "membership_end": member,
        "membership_post": member,
        "substitute_start": Membership.objects.filter(body=member.body)
        .exclude(pk=member.pk)
        .last(),
        "substitute_end": substitute,
        "meeting_move": ahead,
        "meeting_cancel": ahead,
        "wheel_change": YearWheelEntry.objects.first(),
        "role_assign": user,
        "role_end": Assignment.objects.filter(user=user).first(),
    }
    for name, row in keys.items():
        yield _at(f"bodies:{name}", CHIEF, key=row.pk)


def _cases() -> Iterator[tuple[str, str, str, dict]]:
    """Cases from the first word to the manager's approval, and their templates."""
    yield _at("cases:list", OFFICER)
    yield _at("cases:create", OFFICER)
    yield _at("cases:to_approve", MANAGER)
    yield _at("cases:finance_queue", FINANCE)
    draft = Case.objects.get(title="Mentorer for nye medarbejdere")
    officer, section = draft.officer, draft.sections.first()
    file = SimpleUploadedFile("tegning.txt", b"Skuret er fire meter.", "text/plain")
    attachments_add(case=draft, actor=officer, received=[file_receive(file)])
    kept = KeptText.objects.create(
        case=draft, section=section, html="<p>To.</p>", based_on=0, author=officer
    )
    names = ["case", "links", "comments", "attachments", "case_checks", "reuse", "head", "share"]
    for name in (*names, "write", "upload", "versions"):
        yield _at(f"cases:{name}", OFFICER, pk=draft.pk)
    yield _at("cases:finding_set_aside", OFFICER, pk=draft.pk)
    yield _at("cases:attachment", OFFICER, pk=draft.pk, attachment=draft.attachments.first().pk)
    yield _at("cases:conflict", OFFICER, pk=draft.pk, kept=kept.pk)
    yield _at("cases:step", OFFICER, pk=draft.pk, name="send")
    figure = _figure(draft)
    yield _at("cases:figure", OFFICER, "?regn=1", pk=draft.pk, key=figure.key)
    yield _at("cases:figure_change", OFFICER, pk=draft.pk, key=figure.key)
    yield _at("cases:figure_insert", OFFICER, f"?afsnit={section.pk}", pk=draft.pk)
    yield _at("cases:version", OFFICER, pk=draft.pk, number=1)
    yield _at("cases:compare", OFFICER, "?fra=1&til=2", pk=draft.pk)
    sent = Case.objects.filter(state="sent", officer__name=COLLEAGUE).get()
    yield _at("cases:approve", MANAGER, pk=sent.pk)
    asked = Case.objects.filter(finance_statements__answered_at=None, state="sent").first()
    yield _at("cases:finance", FINANCE, pk=asked.pk)
    granted = Case.objects.filter(appropriation_statement__isnull=False).order_by("pk").first()
    yield _at("cases:appropriation", OFFICER, pk=_with_money(draft).pk)
    yield _at("cases:rounds", FINANCE)
    yield _at("cases:round_create", SECRETARY)
    round_pk = granted.appropriation_statement.round_id
    yield _at("cases:round", FINANCE, pk=round_pk)
    yield _at("cases:round_change", SECRETARY, pk=round_pk)
    yield _at("cases:templates", CHIEF)
    yield _at("cases:template", CHIEF, pk=CaseTemplate.objects.first().pk)


def _figure(draft: Case) -> CaseFigure:
    """A table by law in the draft, of two years that are loaded for it."""
    area = area_of(draft.municipality)
    with stage() as staged:
        staged.add(
            (
                Observation(
                    f"appeals.{name}",
                    area,
                    Period.parse(year),
                    Decimal(7),
                    Unit.COUNT,
                    group_of({"law": law}),
                ),
                law,
            )
            for name in ("upheld", "changed", "remitted")
            for year in ("2024", "2025")
            for law in ("Serviceloven", "Aktivloven")
        )
        origin = Origin("Ankestyrelsen", "anker.csv", "0" * 64, timezone.now())
        store().add(staged, origin, at=timezone.now(), is_confirmed=True)
    wanted = FigureInput(Asked("reversal_rate", periods=2, by="law"), form="chart")
    place = draft.sections.first()
    return figure_insert(actor=draft.officer, case=draft, wanted=wanted, section=place)


def _with_money(case: Case) -> Case:
    Case.objects.filter(pk=case.pk).update(has_financial_implications=True)
    return case


def _ways() -> Iterator[tuple[str, str, str, dict]]:
    """The cases' ways, hearings, and answers to the hearings of others."""
    case = Case.objects.get(title="Budgetopfølgning pr. 31. august")
    treated = case.stops.filter(state=StopState.TREATED).first()
    coming = case.stops.filter(body__slug="teknik-og-klimaudvalget").get()
    yield _at("routes:way", OFFICER, pk=case.pk)
    yield _at("routes:stop", SECRETARY, pk=case.pk, stop_pk=coming.pk)
    yield _at("routes:record", SECRETARY, pk=case.pk, stop_pk=coming.pk)
    yield _at("routes:append", SECRETARY, pk=case.pk, stop_pk=treated.pk)
    yield _at("routes:forgotten", SECRETARY)
    yield _at("routes:templates", CHIEF)
    yield _at("routes:template", CHIEF, pk=RouteTemplate.objects.first().pk)
    first, last = _changed_between(case)
    yield _at("routes:differences", OFFICER, pk=case.pk, before=first.pk, after=last.pk)
    unanswered = Hearing.objects.filter(answered_at=None, ended_at=None)
    hearing = unanswered.filter(round__case__title__startswith="Fælles brug").first()
    heard, asked = hearing.round.case, hearing.round
    for name in ("case_hearings", "hearing_start"):
        yield _at(f"routes:{name}", heard.officer.name, pk=heard.pk)
    for name in ("hearing_extend", "hearing_close", "hearing_answers"):
        yield _at(f"routes:{name}", heard.officer.name, pk=heard.pk, round=asked.pk)
    for name in ("hearing_record", "hearing_withdraw"):
        yield _at(f"routes:{name}", heard.officer.name, pk=heard.pk, hearing=hearing.pk)
    hers = unanswered.get(stop__body__name="Handicaprådet")
    yield _at("routes:hearings", HEARD)
    yield _at("routes:hearing", HEARD, pk=hers.pk)
    answer = OutgoingAnswer.objects.get()
    for name in ("case_outgoing", "outgoing_begin"):
        yield _at(f"routes:{name}", OFFICER, pk=answer.case_id)
    for name in ("outgoing", "outgoing_edit"):
        yield _at(f"routes:{name}", OFFICER, pk=answer.pk)


def _changed_between(case: Case) -> tuple[Any, Any]:
    """Two treatments whose texts differ: the second body got another version."""
    treated = case.stops.filter(state=StopState.TREATED, version__isnull=False).order_by("step")
    first, last = treated[0], treated[1]
    version = first.version
    version.pk, version.number, version.sha256 = None, 90, "0" * 64
    version.content["title"] = "Budgetopfølgning pr. 31. juli"
    version.save()
    first.version = version
    first.save()
    return first, last


def _meetings() -> Iterator[tuple[str, str, str, dict]]:
    """Agendas, the meeting of today, which is under way, and what a member has of her own."""
    yield _at("meetings:list", SECRETARY)
    activity = Activity.objects.create(
        body=Body.objects.get(slug=BODY),
        title="Besøg i værkstedet",
        starts_at=timezone.now() + timedelta(days=20),
    )
    for name in ("activity", "activity_cancel"):
        yield _at(f"meetings:{name}", SECRETARY, pk=activity.pk)
    for name in ("recurring", "deadlines", "extraordinary", "activity_add", "chair_decisions"):
        yield _at(f"meetings:{name}", SECRETARY, slug=BODY)
    meetings = Meeting.objects.filter(plan__body__slug=BODY).select_related("plan")
    built, today = meetings.get(state="building"), meetings.get(state="sent")
    sent = Meeting.objects.exclude(plan__body__slug=BODY).get(state="sent")
    there = _place(built)
    for name in ("meeting", "building", "item_own", "item_other", "guest_add", "agenda_check"):
        yield _at(f"meetings:{name}", SECRETARY, **there)
    item = built.items.filter(stop__isnull=False).first()
    yield _at("meetings:item_edit", SECRETARY, **there, pk=item.pk)
    yield _at("meetings:agenda_set_aside", SECRETARY, **there)
    yield _at("meetings:gone_through", CHAIR, **there)
    for name in ("agenda", "agenda_whole", "versions"):
        yield _at(f"meetings:{name}", SECRETARY, **_place(sent))
    yield _at("meetings:version", SECRETARY, **_place(sent), number=1)
    opened = meeting_open(
        actor=User.objects.get(name=SECRETARY), meeting=today, present=list(today.seats.all())
    )
    for name in ("holding", "projector"):
        yield _at(f"meetings:{name}", SECRETARY, **_place(opened or today))
    put = today.items.filter(stop__isnull=False).order_by("order").first()
    yield _at("meetings:item", MEMBER, **_place(today), number=put.number)
    yield _at("meetings:decision", SECRETARY, pk=put.pk)
    for name in ("own", "wish", "own_device"):
        yield _at(f"meetings:{name}", MEMBER)
    yield _at("meetings:own_agenda", MEMBER, pk=today.pk)
    yield _at("meetings:own_notes", MEMBER, pk=put.pk)


def _minutes() -> Iterator[tuple[str, str, str, dict]]:
    """Minutes that are locked, and what is published of their meeting."""
    locked = Meeting.objects.filter(minutes__isnull=False).latest("plan__starts_at")
    there = _place(locked)
    for name in ("minutes", "minutes_set_aside", "late_attach", "book_of_meeting"):
        yield _at(f"meetings:{name}", SECRETARY, **there)
    came = next(seat for seat in seats_there(locked) if seat.sitting.user)
    yield _at("meetings:minutes_sign", came.sitting.user.name, **there)
    yield _at("meetings:book", SECRETARY, slug=BODY)
    for name in ("publishing", "redact"):
        yield _at(f"publishing:{name}", SECRETARY, **there)
    for name in ("preview", "withdraw"):
        yield _at(f"publishing:{name}", SECRETARY, **there, kind="referat")


def _follow_ups() -> Iterator[tuple[str, str, str, dict]]:
    """What was asked for and promised, and the lists of activities."""
    for name in ("register", "add", "promises", "lists", "list_make"):
        yield _at(f"followup:{name}", SECRETARY)
    yield _at("followup:days", CHIEF)
    evaluation = FollowUp.objects.get(kind="evaluation", parent=None)
    for name in ("follow_up", "edit", "part", "put_on"):
        yield _at(f"followup:{name}", SECRETARY, pk=evaluation.pk)
    yield _at("followup:reuse", evaluation.case.officer.name, pk=evaluation.pk)
    promise = all_suggestions(User.objects.get(name=SECRETARY))[0]
    for name in ("promise", "promise_aside"):
        yield _at(f"followup:{name}", SECRETARY, case=promise.case.pk, key=promise.key)
    listed = ActivityList.objects.get()
    for name in ("list", "list_change", "list_put_on"):
        yield _at(f"followup:{name}", SECRETARY, pk=listed.pk)


def _loading() -> Iterator[tuple[str, str, str, dict]]:
    """Figures on their way in: a file that waits, and a load that could be withdrawn."""
    municipality = Body.objects.get(slug=BODY).municipality
    analyst = User.objects.get(name=CHIEF)
    texts = {
        "ledger": "Periode;Politikområde;Forbrug (kr.)\n1990-01;Havn;1.000\n",
        "table": "År;Afdeling;Sager\n1990;Nord;12\n",
    }
    made = {}
    for source, text in texts.items():
        file = SimpleUploadedFile(f"{source}.csv", text.encode())
        made[source] = figures_upload(
            actor=analyst,
            municipality=municipality,
            source_id=source,
            received=figures_file_receive(file),
            mapping={},
        )
        figures_now(made[source])
    figures_now(figures_load(actor=analyst, upload=made["ledger"], is_confirmed=True))
    made["ledger"].refresh_from_db()
    for name in ("loading", "fetch"):
        yield _at(f"figures:{name}", CHIEF)
    for name in ("upload", "columns"):
        yield _at(f"figures:{name}", CHIEF, pk=made["table"].pk)
    yield _at("figures:withdraw", CHIEF, number=made["ledger"].load_number)


def _followers() -> Iterator[tuple[str, str, str, dict]]:
    """What those without an account have of what they follow by mail."""
    subscription_ask(email="x@borger.example", choice=choice_asked({"udvalg": BODY}))
    unconfirmed = Subscription.objects.get()
    subscription_ask(email="x@borger.example", choice=choice_asked({"soeg": "q=skur"}))
    confirmed = Subscription.objects.exclude(pk=unconfirmed.pk).get()
    subscription_confirm(key=confirmed.key)
    yield _at("subscriptions:subscribe", MEMBER, f"?udvalg={BODY}")
    yield _at("subscriptions:sent", MEMBER)
    yield _at("subscriptions:confirm", MEMBER, key=unconfirmed.key)
    yield _at("subscriptions:stop", MEMBER, keys=confirmed.key)
    yield _at("subscriptions:own", MEMBER, key=confirmed.subscriber.key)


def _place(meeting: Meeting) -> dict[str, str]:
    plan = meeting.plan
    return {"slug": plan.body.slug, "place": f"{timezone.localdate(plan.starts_at):%Y-%m-%d}"}
