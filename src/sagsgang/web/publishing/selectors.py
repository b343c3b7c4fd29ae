"""Reading what is published: for everybody what is in force, for the house how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from sagsgang.minutes import Minutes
from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.publishing.document import public_document
from sagsgang.web.publishing.models import (
    Publication,
    PublicationKind,
    PublicMeeting,
    PublishedFile,
    PublishedItem,
    Redaction,
)

_IN_FORCE = Publication.State.PUBLISHED


def public_meeting_get(body_slug: str, place: str) -> PublicMeeting | None:
    """The meeting at the address."""
    rows = PublicMeeting.objects.select_related("body__municipality", "meeting__plan")
    return rows.filter(body_slug=body_slug, place=place).first()


def revision_of(body_slug: str, place: str) -> tuple[int, int] | None:
    """Key and revision of the meeting at the address: all that whoever has the page already is
    asked for, so it is asked in the plainest way.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, revision FROM publishing_publicmeeting WHERE body_slug = %s AND place = %s",
            [body_slug, place],
        )
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None


def newest(public: PublicMeeting, kind: str) -> Publication | None:
    """The last version of a document, in force or withdrawn."""
    return public.publications.filter(kind=kind).order_by("-number").first()


def document_in_force(public: PublicMeeting) -> Publication | None:
    """The minutes where they are published, else the agenda; what is withdrawn is not read."""
    return _in_force().filter(public=public.pk).first()


def _in_force() -> QuerySet[Publication]:
    # "minutes" comes after "agenda".
    return Publication.objects.filter(state=_IN_FORCE).order_by("-kind")


def minutes_of(publication: Publication, items: Iterable[PublishedItem] | None = None) -> Minutes:
    """The public document, with all of its items or those given."""
    rows = publication.items.all() if items is None else items
    return Minutes.model_validate(publication.head | {"items": [row.content for row in rows]})


@dataclass(frozen=True, slots=True)
class ItemFound:
    """A published item with those beside it: number and title."""

    item: PublishedItem
    before: tuple[str, str] | None
    after: tuple[str, str] | None


def item_found(publication: Publication, number: str) -> ItemFound | None:
    """The item with that number, and its neighbours."""
    rows = list(publication.items.order_by("order").values_list("pk", "number", "title"))
    place = next((i for i, row in enumerate(rows) if row[1] == number), None)
    if place is None or not number:
        return None
    item = PublishedItem.objects.get(pk=rows[place][0])
    return ItemFound(
        item,
        rows[place - 1][1:] if place else None,
        rows[place + 1][1:] if place + 1 < len(rows) else None,
    )


def meetings_public(body_slug: str | None = None) -> QuerySet[PublicMeeting]:
    """The meetings of which something is in force, the newest first."""
    rows = PublicMeeting.objects.filter(publications__state=_IN_FORCE).distinct()
    if body_slug is not None:
        rows = rows.filter(body_slug=body_slug)
    return rows.select_related("body__municipality").order_by("-starts_at", "-pk")


def bodies_public() -> QuerySet[Body]:
    """The bodies of which something is in force."""
    public = PublicMeeting.objects.filter(publications__state=_IN_FORCE)
    return (
        Body.objects.filter(pk__in=public.values("body"))
        .select_related("municipality")
        .order_by("sort_key")
    )


def treatments_public(case: int) -> list[PublishedItem]:
    """Every published treatment of a case, in the order of the meetings; of a meeting the minutes
    where they are in force, else the agenda.
    """
    rows = (
        PublishedItem.objects.filter(case=case, is_closed=False, publication__state=_IN_FORCE)
        .select_related("publication__public__body")
        .order_by("publication__public__starts_at", "order")
    )
    found: dict[tuple[int, str], PublishedItem] = {}
    for row in rows:
        key = (row.publication.public_id, row.number)
        if key not in found or row.publication.kind == PublicationKind.MINUTES:
            found[key] = row
    return list(found.values())


def file_public(prefix: str, file_name: str) -> PublishedFile | None:
    """A file that belongs to something in force."""
    rows = PublishedFile.objects.filter(publication__state=_IN_FORCE)
    return rows.filter(sha256__startswith=prefix, file_name=file_name).first()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document of a meeting stands with the public: `changed` since it was published. Of
    what would be published now, how many items are read, how many are closed, and the files.
    """

    kind: str
    now: Publication | None
    last: Publication | None
    can_publish: bool
    changed: bool
    open_items: int = 0
    closed_items: int = 0
    files: int = 0


def standings(meeting: Meeting) -> list[Standing]:
    """The agenda and the minutes."""
    found = []
    for kind in PublicationKind.values:
        rows = Publication.objects.filter(public__meeting=meeting, kind=kind)
        last = rows.select_related("public", "published_by").order_by("-number").first()
        now = last if last is not None and last.state == _IN_FORCE else None
        document = public_document(meeting, kind)
        changed = (
            now is not None and document is not None and document.source_sha256 != now.source_sha256
        )
        standing = Standing(kind, now, last, document is not None, changed)
        if document is not None:
            closed = sum(item.is_closed for item in document.minutes.items)
            standing = replace(
                standing,
                open_items=len(document.minutes.items) - closed,
                closed_items=closed,
                files=len(document.files),
            )
        found.append(standing)
    return found


def publications_of(meeting: Meeting) -> QuerySet[Publication]:
    """Every version, the newest first: the log of what was published and withdrawn."""
    rows = Publication.objects.filter(public__meeting=meeting)
    return rows.select_related("public", "published_by", "ended_by").order_by("-published_at")


def redactions_shown(meeting: Meeting) -> QuerySet[Redaction]:
    """What is left out of what is published of the meeting."""
    return Redaction.objects.filter(meeting=meeting, ended_at=None).select_related("item", "by")


def changes_since(since: datetime | None, body_slug: str | None = None) -> QuerySet[Publication]:
    """What was published, what was withdrawn too: whoever follows hears of it; newest first."""
    rows = Publication.objects.exclude(state=Publication.State.SUPERSEDED)
    if body_slug is not None:
        rows = rows.filter(public__body_slug=body_slug)
    if since is not None:
        rows = rows.filter(Q(published_at__gt=since) | Q(ended_at__gt=since))
    return rows.select_related("public__body__municipality").order_by("-published_at", "-pk")


def newest_of_all(public: PublicMeeting) -> Publication | None:
    """The last that was published of the meeting at all."""
    return public.publications.order_by("-published_at", "-pk").first()


def version_get(public: PublicMeeting, kind: str, number: int) -> Publication | None:
    """One version by its number."""
    return public.publications.filter(kind=kind, number=number).first()


def with_minutes(rows: Iterable[PublicMeeting]) -> frozenset[int]:
    """Those of the meetings whose minutes are in force."""
    found = Publication.objects.filter(
        public__in=[row.pk for row in rows], kind=PublicationKind.MINUTES, state=_IN_FORCE
    )
    return frozenset(found.values_list("public_id", flat=True))


def body_public(slug: str) -> Body | None:
    """The body of that address, when it works here."""
    rows = Body.objects.select_related("municipality")
    found = rows.filter(slug=slug, is_in_workplace=True).first()
    if found is not None:
        return found
    public = PublicMeeting.objects.filter(body_slug=slug).select_related("body__municipality")
    first = public.first()
    return first.body if first is not None else None


def site_address(request: HttpRequest) -> str:
    """Where the site is: as the operator says, else as it was asked for."""
    return settings.SAGSGANG_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def minutes_last(key: int) -> Publication | None:
    """The last minutes that were published of the meeting of that key."""
    rows = Publication.objects.filter(public=key, kind=PublicationKind.MINUTES)
    return rows.only("ended_at", "withdrawn_because").order_by("-number").first()
