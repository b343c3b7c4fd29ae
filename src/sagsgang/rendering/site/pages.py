"""Each public page: what stands on it, and its template; nothing here knows a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from sagsgang.language.printed_dates import day_shown
from sagsgang.language.weekdays import weekday_name
from sagsgang.rendering.html import GENERATOR


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and where they lead; `about` is read out after the words."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page: its name, its style sheets, its menu and its foot."""

    name: str
    home: str = "/"
    stylesheets: tuple[str, ...] = ()
    icon: str = ""
    menu: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list; `href` is empty where nothing is published yet."""

    body: str
    at: datetime
    place: str = ""
    href: str = ""
    has_minutes: bool = False
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in a list."""

    name: str
    href: str
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A member of a body."""

    name: str
    party: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class TreatmentRow:
    """What one body did with a case; `decision` is None where only the agenda is published."""

    body: str
    day: date
    number: str
    title: str
    href: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    path: str
    trail: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = field(default=())


def index_page(
    site: Site, path: str, bodies: Sequence[BodyRow], newest: Sequence[MeetingRow], feeds: Any
) -> str:
    """Every body of which something is published, and the newest meetings."""
    page = _Page("Dagsordener og referater", path, (), tuple(feeds))
    return _rendered("index.html", site, page, bodies=bodies, newest=newest)


def body_page(
    site: Site,
    path: str,
    *,
    name: str,
    municipality: str,
    members: Sequence[PersonRow],
    coming: Sequence[MeetingRow],
    held: Sequence[MeetingRow],
    feeds: Sequence[Link],
    follow: Link | None = None,
    trail: Sequence[Link] = (),
) -> str:
    """One body: who sits in it, when it meets, what it has published."""
    page = _Page(name, path, tuple(trail), tuple(feeds))
    told = {"municipality": municipality, "members": members, "coming": coming, "held": held}
    return _rendered("body.html", site, page, follow=follow, **told)


def meeting_page(
    site: Site,
    path: str,
    *,
    title: str,
    main: str,
    trail: Sequence[Link],
    notices: Sequence[str] = (),
    downloads: Sequence[Link] = (),
    items: Sequence[Link] = (),
    feeds: Sequence[Link] = (),
    follow: Link | None = None,
) -> str:
    """A whole agenda or minutes; `main` is the document as HTML, made by `rendering.html`."""
    page = _Page(title, path, tuple(trail), tuple(feeds))
    told = {"notices": notices, "downloads": downloads, "items": items, "follow": follow}
    return _rendered("meeting.html", site, page, main=Markup(main), **told)


def item_page(
    site: Site,
    path: str,
    *,
    title: str,
    main: str,
    trail: Sequence[Link],
    notices: Sequence[str] = (),
    downloads: Sequence[Link] = (),
    before: Link | None = None,
    after: Link | None = None,
    case: Link | None = None,
) -> str:
    """One item; `main` is the item as HTML."""
    page = _Page(title, path, tuple(trail))
    told = {"notices": notices, "downloads": downloads, "before": before, "after": after}
    return _rendered("item.html", site, page, main=Markup(main), case=case, **told)


def case_page(
    site: Site,
    path: str,
    *,
    title: str,
    number: str,
    treatments: Sequence[TreatmentRow],
    coming: Sequence[tuple[str, date | None]],
    feeds: Sequence[Link],
    follow: Link | None = None,
    trail: Sequence[Link] = (),
) -> str:
    """One case over all its bodies: what they decided, and where it goes from there."""
    page = _Page(title, path, tuple(trail), tuple(feeds))
    told = {"number": number, "treatments": treatments, "coming": coming, "follow": follow}
    return _rendered("case.html", site, page, **told)


def gone_page(site: Site, *, title: str, words: Sequence[str], links: Sequence[Link] = ()) -> str:
    """What is not here, or no longer: why, and where to go instead. What was asked for is not
    repeated.
    """
    return _rendered("gone.html", site, _Page(title, ""), words=words, links=links)


def _rendered(template: str, site: Site, page: _Page, **told: Any) -> str:
    return (
        _environment()
        .get_template(template)
        .render(site=site, page=page, generator=GENERATOR, **told)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sagsgang.rendering.site"),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["long_day"] = long_day
    environment.filters["clock"] = clock
    return environment


def long_day(day: date) -> str:
    """`tirsdag den 12. maj 2026`."""
    return f"{weekday_name(day)} den {day_shown(day)}"


def clock(at: datetime) -> str:
    """`kl. 16.30`."""
    return f"kl. {at:%H.%M}"
