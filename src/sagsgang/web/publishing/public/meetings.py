"""A meeting for everybody: its agenda or minutes, whole and item by item."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from sagsgang.minutes import AgendaItem
from sagsgang.rendering.html import item_html, main_html
from sagsgang.rendering.site import Link, item_page, meeting_page
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.publishing import selectors
from sagsgang.web.publishing.addresses import ROOT, body_path, case_path, item_path, meeting_path
from sagsgang.web.publishing.item_row import ItemRow, item_row
from sagsgang.web.publishing.models import Publication, PublicationKind, PublicMeeting
from sagsgang.web.publishing.naming import DEFINITE, TITLES, document_title
from sagsgang.web.publishing.public.answer import (
    etag_of,
    gone,
    is_known,
    missing,
    page,
    site,
    unchanged,
)
from sagsgang.web.publishing.wording import KIND_SLUGS, SLUGS


def meeting(request: HttpRequest, slug: str, place: str) -> HttpResponseBase:
    """The minutes where they are published, else the agenda."""
    public = selectors.public_meeting_get(slug, place)
    if public is None:
        return missing(request)
    now = selectors.document_in_force(public)
    if now is None:
        return withdrawn(request, public, selectors.newest_of_all(public))
    return _document(request, public, now)


def document(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponseBase:
    """The agenda, or the minutes, by name."""
    public = selectors.public_meeting_get(slug, place)
    last = selectors.newest(public, KIND_SLUGS[kind]) if public else None
    if public is None or last is None:
        return missing(request)
    if last.state == Publication.State.WITHDRAWN:
        return withdrawn(request, public, last)
    return _document(request, public, last)


def version(
    request: HttpRequest, slug: str, place: str, kind: str, version: str
) -> HttpResponseBase:
    """An earlier version has an address, and there what became of it: not its text, which may have
    been superseded because of what stood in it.
    """
    public = selectors.public_meeting_get(slug, place)
    row = selectors.version_get(public, KIND_SLUGS[kind], int(version)) if public else None
    if public is None or row is None:
        return missing(request)
    if row.state == Publication.State.PUBLISHED:
        return _document(request, public, row)
    if row.state == Publication.State.WITHDRAWN:
        return withdrawn(request, public, row)
    after = selectors.version_get(public, row.kind, row.number + 1)
    because = after.because if after is not None else ""
    words = [
        f"Udgave {row.number} er erstattet {_day(row.ended_at)}.",
        *([f"Det er nyt: {because}"] if because else []),
    ]
    link = Link(
        f"{DEFINITE[row.kind]}, som gælder nu",
        meeting_path(public.body_slug, public.place, f"{SLUGS[row.kind]}/"),
    )
    return gone(request, f"{TITLES[row.kind]}, udgave {row.number}", words, [link])


def item(request: HttpRequest, slug: str, place: str, number: str) -> HttpResponseBase:
    """One item: as the minutes have it, before them as the agenda does."""
    at = selectors.revision_of(slug, place)
    if at is None:
        return missing(request)
    etag = etag_of("item", *at, number)
    if is_known(request, etag):
        return unchanged(etag)
    is_in_force, row = item_row(at[0], number)
    if not is_in_force:
        public = selectors.public_meeting_get(slug, place)
        assert public is not None
        return withdrawn(request, public, selectors.newest_of_all(public))
    return missing(request) if row is None else page(request, etag, lambda: _item(at[0], row))


def _item(meeting_key: int, row: ItemRow) -> str:
    own = item_path(row.body_slug, row.place, row.number)
    meeting = Link(
        document_title(row.kind, row.body, row.starts_at), meeting_path(row.body_slug, row.place)
    )
    case = Link("Følg sagen gennem udvalgene", case_path(row.case)) if row.case else None
    return item_page(
        site(),
        own,
        title=f"{row.number}. {row.title}",
        main=item_html(AgendaItem.model_validate(row.content)),
        trail=(*_trail(row.body, row.body_slug), meeting),
        notices=[
            *_notices(row.kind, row.version, row.published_at, row.because),
            *_of_the_minutes(meeting_key, row.kind),
        ],
        downloads=()
        if row.is_closed
        else (Link("Punktet som PDF", f"{own[:-1]}.pdf"), *_attachments(row.content)),
        before=_beside(row, row.before),
        after=_beside(row, row.after),
        case=case,
    )


def _attachments(content: Mapping[str, Any]) -> list[Link]:
    """The open files of an item: the document prints their addresses, here they are followed."""
    return [
        Link(f"Bilag til punkt {content['number']}: {file['title']}", file["url"])
        for file in content.get("attachment_files") or ()
        if file.get("url")
    ]


def _document(request: HttpRequest, public: PublicMeeting, now: Publication) -> HttpResponseBase:
    def make() -> str:
        items = list(now.items.all())
        path = meeting_path(public.body_slug, public.place, f"{SLUGS[now.kind]}/")
        return meeting_page(
            site(),
            path,
            title=document_title(now.kind, public.body, public.starts_at),
            main=main_html(selectors.minutes_of(now, items)),
            trail=_trail(str(public.body), public.body_slug),
            notices=[
                *_notices(now.kind, now.number, now.published_at, now.because),
                *_of_the_minutes(public.pk, now.kind),
            ],
            downloads=(
                Link("Hent som PDF", f"{path[:-1]}.pdf"),
                Link("Hent som data (JSON)", f"{path[:-1]}.json"),
                *(link for row in items for link in _attachments(row.content)),
            ),
            items=[
                Link(
                    f"{row.number}. {row.title}" if row.number else row.title,
                    item_path(public.body_slug, public.place, row.number) if row.number else "",
                )
                for row in items
            ],
            feeds=(Link("Nyt fra udvalget (Atom)", body_path(public.body_slug, "nyt.atom")),),
            follow=Link("Få besked på mail", f"/abonner/?udvalg={public.body_slug}"),
        )

    return page(request, etag_of("document", public.pk, public.revision, now.pk), make)


def withdrawn(
    request: HttpRequest, public: PublicMeeting, last: Publication | None
) -> HttpResponseBase:
    """What was published and is not any more: the address stays and says why."""
    if last is None:
        return missing(request)
    words = [
        f"{DEFINITE[last.kind]} fra mødet i {public.body} den {_day(public.starts_at)} er trukket "
        f"tilbage {_day(last.ended_at)}.",
        f"Begrundelse: {last.withdrawn_because}",
    ]
    other = selectors.document_in_force(public)
    links = [_meeting_link(public, other)] if other is not None else []
    links.append(Link(str(public.body), body_path(public.body_slug)))
    return gone(request, f"{TITLES[last.kind]} er trukket tilbage", words, links)


def _meeting_link(public: PublicMeeting, now: Publication) -> Link:
    return Link(
        document_title(now.kind, public.body, public.starts_at),
        meeting_path(public.body_slug, public.place),
    )


def _beside(item: ItemRow, row: tuple[str, str] | None) -> Link | None:
    if row is None or not row[0]:
        return None
    return Link(f"{row[0]}. {row[1]}", item_path(item.body_slug, item.place, row[0]))


def _trail(body: str, slug: str) -> tuple[Link, ...]:
    return Link("Dagsordener og referater", ROOT), Link(body, body_path(slug))


def _notices(kind: str, version: int, published_at: datetime, because: str) -> list[str]:
    said = f"Offentliggjort {_day(published_at)}"
    if version > 1:
        said += f" som udgave {version}" + (f": {because}" if because else "")
    return [said.rstrip(".") + "."]


def _of_the_minutes(meeting_key: int, kind: str) -> list[str]:
    """Where the agenda is read, why the minutes are not."""
    if kind != PublicationKind.AGENDA:
        return []
    last = selectors.minutes_last(meeting_key)
    if last is None:
        return ["Referatet er ikke offentliggjort endnu."]
    return [f"Referatet er trukket tilbage {_day(last.ended_at)}: {last.withdrawn_because}"]


def _day(moment: datetime | None) -> str:
    return danish_day(timezone.localdate(moment)) if moment else ""
