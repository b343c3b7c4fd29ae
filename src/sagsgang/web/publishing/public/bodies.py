"""All bodies, one body, and one case over all its bodies."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from sagsgang.rendering.site import (
    BodyRow,
    Link,
    MeetingRow,
    PersonRow,
    TreatmentRow,
    body_page,
    case_page,
    index_page,
)
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.bodies.wording import POSTS
from sagsgang.web.publishing import selectors
from sagsgang.web.publishing.addresses import ROOT, body_path, case_path, item_path, meeting_path
from sagsgang.web.publishing.models import PublicationKind, PublicMeeting
from sagsgang.web.publishing.public.answer import etag_of, missing, page, site

_NEWEST = 20


def index(request: HttpRequest) -> HttpResponseBase:
    """Every body of which something is published, and the newest meetings."""
    newest = list(selectors.meetings_public()[:_NEWEST])
    bodies = list(selectors.bodies_public())
    etag = etag_of("index", *(f"{p.pk}.{p.revision}" for p in newest), *(b.pk for b in bodies))
    rows = [BodyRow(str(b), body_path(b.slug), str(b.municipality)) for b in bodies]
    feeds = (
        Link("Nye dagsordener og referater (Atom)", f"{ROOT}nyt.atom"),
        Link("Alle udvalgs møder som kalender", f"{ROOT}kalender.ics"),
    )
    return page(request, etag, lambda: index_page(site(), request.path, rows, _held(newest), feeds))


def body(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Who sits in it, when it meets, what it has published."""
    found = selectors.body_public(slug)
    if found is None:
        return missing(request)
    now = timezone.now()
    plans = PlannedMeeting.objects.filter(body=found, starts_at__gte=now)
    coming = list(plans.select_related("meeting__public").order_by("starts_at")[:12])
    held = list(selectors.meetings_public(slug))
    members = [
        PersonRow(
            str(seat.person),
            seat.party,
            str(POSTS[seat.membership.post]).lower() if seat.membership.post != "member" else "",
        )
        for seat in members_on(found, timezone.localdate())
    ]
    told = (
        *(f"{p.pk}.{p.starts_at}.{p.place}.{p.cancelled_because}" for p in coming),
        *(f"{p.pk}.{p.revision}" for p in held),
        *members,
    )

    def make() -> str:
        return body_page(
            site(),
            request.path,
            name=str(found),
            municipality=str(found.municipality),
            members=members,
            coming=[_coming(found, plan) for plan in coming],
            held=_held([row for row in held if row.starts_at < now]),
            feeds=(
                Link("Nyt fra udvalget (Atom)", body_path(slug, "nyt.atom")),
                Link("Udvalgets møder som kalender", body_path(slug, "kalender.ics")),
            ),
            follow=Link("Få besked på mail", f"/abonner/?udvalg={slug}"),
            trail=(Link("Dagsordener og referater", ROOT),),
        )

    return page(request, etag_of("body", found.pk, *told), make)


def case(request: HttpRequest, key: str) -> HttpResponseBase:
    """What every body has published of the case, and where it goes from there."""
    rows = selectors.treatments_public(int(key))
    if not rows:
        return missing(request)
    last = rows[-1]
    number = (last.content.get("case_number") or {}).get("text", "")
    treatments = [
        TreatmentRow(
            body=str(row.publication.public.body),
            day=timezone.localdate(row.publication.public.starts_at),
            number=row.number,
            title=row.title,
            href=item_path(
                row.publication.public.body_slug, row.publication.public.place, row.number
            ),
            decision=(row.content.get("decision") or {}).get("text")
            if row.publication.kind == PublicationKind.MINUTES
            else None,
        )
        for row in rows
    ]
    done = {(row.body, row.day) for row in treatments}
    coming = [
        (stop["body"], date.fromisoformat(stop["date"]) if stop["date"] else None)
        for stop in last.content.get("case_route", ())
    ]
    still = [
        (name, day)
        for name, day in coming
        if (name, day) not in done and (day is None or day > treatments[-1].day)
    ]
    etag = etag_of("case", key, *(f"{r.publication_id}.{r.pk}" for r in rows))

    def make() -> str:
        return case_page(
            site(),
            request.path,
            title=last.title,
            number=number,
            treatments=treatments,
            coming=still,
            feeds=(Link("Nyt i sagen (Atom)", case_path(int(key), "nyt.atom")),),
            follow=Link("Få besked på mail", f"/abonner/?sag={key}"),
            trail=(Link("Dagsordener og referater", ROOT),),
        )

    return page(request, etag, make)


def case_title(key: int) -> str | None:
    """The title of a case of which something is published."""
    rows = selectors.treatments_public(key)
    return rows[-1].title if rows else None


def _coming(found: Body, plan: PlannedMeeting) -> MeetingRow:
    meeting = getattr(plan, "meeting", None)
    public: PublicMeeting | None = getattr(meeting, "public", None) if meeting else None
    has_agenda = public is not None and selectors.document_in_force(public) is not None
    return MeetingRow(
        body=str(found),
        at=timezone.localtime(plan.starts_at),
        place=plan.place,
        href=meeting_path(public.body_slug, public.place) if public and has_agenda else "",
        is_cancelled=plan.is_cancelled,
    )


def _held(rows: Iterable[PublicMeeting]) -> list[MeetingRow]:
    kept = list(rows)
    with_minutes = selectors.with_minutes(kept)
    return [
        MeetingRow(
            body=str(row.body),
            at=timezone.localtime(row.starts_at),
            href=meeting_path(row.body_slug, row.place),
            has_minutes=row.pk in with_minutes,
        )
        for row in kept
    ]
