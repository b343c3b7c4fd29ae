"""What is new, per body, per case and over all: agendas, minutes, and what was withdrawn."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from sagsgang.rendering.atom import AtomEntry, atom_feed
from sagsgang.web.bodies.models import Body
from sagsgang.web.publishing.addresses import (
    ROOT,
    body_path,
    case_path,
    item_path,
    meeting_path,
    whole_address,
)
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.publishing.naming import document_title
from sagsgang.web.publishing.selectors import changes_since, treatments_public

MOST = 50


def news_feed(site: str, body: Body | None = None) -> bytes:
    """The newest publications of a body, or of all; `site` is the address of the site."""
    slug = body.slug if body else None
    rows = list(
        changes_since(None, slug).prefetch_related("items")[:MOST],
    )
    path = body_path(slug) if slug else ROOT
    own = f"{path}nyt.atom"
    title = f"{body.municipality}: {body}" if body else "Nye dagsordener og referater"
    return atom_feed(
        key=_whole(site, own),
        title=title,
        url=_whole(site, path),
        own_url=_whole(site, own),
        updated=_newest([_changed(row) for row in rows]),
        entries=[publication_entry(site, row) for row in rows],
    )


def case_feed(site: str, case: int, title: str) -> bytes:
    """What has happened to one case, over all its bodies."""
    rows = treatments_public(case)[::-1][:MOST]
    own = case_path(case, "nyt.atom")
    return atom_feed(
        key=_whole(site, own),
        title=title,
        url=_whole(site, case_path(case)),
        own_url=_whole(site, own),
        updated=_newest([row.publication.published_at for row in rows]),
        entries=[_treatment(site, row) for row in rows],
    )


def publication_entry(site: str, row: Publication) -> AtomEntry:
    """A publication; each version is an entry of its own, so that a reader is told again."""
    public = row.public
    path = meeting_path(public.body_slug, public.place)
    return AtomEntry(
        key=f"{_whole(site, path)}#{row.kind}-{row.number}",
        title=publication_title(row),
        url=_whole(site, path),
        updated=_changed(row),
        summary=_summary(row),
        author=str(public.body),
    )


def publication_title(row: Publication) -> str:
    """`Referat: Arbejdsmarkedsudvalget den 12. maj 2026`."""
    said = document_title(row.kind, row.public.body, row.public.starts_at)
    if row.state == Publication.State.WITHDRAWN:
        return f"Trukket tilbage – {said}"
    return f"{said} (ny udgave)" if row.number > 1 else said


def _summary(row: Publication) -> str:
    if row.state == Publication.State.WITHDRAWN:
        return row.withdrawn_because
    items: Iterable[PublishedItem] = row.items.all()
    lines = [f"{item.number}. {item.title}".lstrip(". ") for item in items]
    return "\n".join([row.because, *lines] if row.because else lines)


def _treatment(site: str, row: PublishedItem) -> AtomEntry:
    publication = row.publication
    public = publication.public
    path = item_path(public.body_slug, public.place, row.number)
    decision = row.content.get("decision") or {}
    return AtomEntry(
        key=f"{_whole(site, path)}#{publication.kind}-{publication.number}",
        title=f"{publication_title(publication)}, punkt {row.number}",
        url=_whole(site, path),
        updated=publication.published_at,
        summary=decision.get("text") or row.title,
        author=str(public.body),
    )


def _changed(row: Publication) -> datetime:
    return row.ended_at or row.published_at


def _newest(moments: Sequence[datetime]) -> datetime:
    return max(moments, default=datetime(2000, 1, 1, tzinfo=timezone.get_default_timezone()))


def _whole(site: str, path: str) -> str:
    return f"{site.rstrip('/')}{path}" if site else whole_address(path)
