"""Whether a PDF is what was published and sealed here, and whether the minute books hold."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagsgang.minutes import Minutes
from sagsgang.minutes.book import BrokenLink
from sagsgang.reading import NoItems, Unreadable, read
from sagsgang.rendering.printed import folded
from sagsgang.rendering.renditions import public
from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.minute_book.book import book_broken, entries_of
from sagsgang.web.meetings.minute_book.document import minutes_now
from sagsgang.web.publishing.document import redactions_of
from sagsgang.web.publishing.models import Publication, PublicationKind, PublishedPdf
from sagsgang.web.publishing.seal import certificates_trusted
from sagsgang.web.publishing.selectors import minutes_of

if TYPE_CHECKING:
    from sagsgang.rendering.seal import SealReport


@dataclass(frozen=True, slots=True)
class BookReport:
    """A minute book: how many entries it has, and where it does not hold."""

    body: str
    count: int
    last: str
    broken: tuple[BrokenLink, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is known of a PDF. `publication` is the one it is the file of, by its hash or by what it
    says; `is_same_file` that the bytes are those given out here; `agrees` that what it says is what
    was published; `book` the minute book it belongs to. None where nothing can be said.
    """

    seal: "SealReport"
    sha256: str
    publication: Publication | None = None
    is_same_file: bool = False
    agrees: bool | None = None
    agrees_with_book: bool | None = None
    book: BookReport | None = None


def books_verified() -> list[BookReport]:
    """Every minute book that has entries, recomputed."""
    bodies = (
        Body.objects.filter(minute_book__isnull=False).distinct().select_related("municipality")
    )
    return [book_verified(body) for body in bodies.order_by("sort_key", "pk")]


def book_verified(body: Body) -> BookReport:
    """One of them."""
    entries = entries_of(body)
    last = entries[-1].sha256 if entries else ""
    return BookReport(str(body), len(entries), last, tuple(book_broken(body)))


def file_verified(pdf: bytes) -> FileReport:
    """What can be said of a PDF; nothing is trusted that it says of itself."""
    # Loaded only here: see `seal.py`.
    from sagsgang.rendering.seal import verify

    sha256 = hashlib.sha256(pdf).hexdigest()
    seal = verify(pdf, certificates_trusted())
    told = _read(pdf)
    kept = PublishedPdf.objects.filter(sha256=sha256).select_related("publication").first()
    publication = kept.publication if kept is not None else _publication_of(told)
    if publication is None:
        return FileReport(seal, sha256)
    is_whole = kept is None or not kept.item
    agrees = told is not None and _says_same(told, minutes_of(publication)) if is_whole else None
    return FileReport(
        seal,
        sha256,
        publication,
        is_same_file=kept is not None,
        agrees=agrees,
        agrees_with_book=_is_of_book(publication) if agrees else None,
        book=book_verified(publication.public.body),
    )


def _read(pdf: bytes) -> Minutes | None:
    try:
        return read(pdf, "").minutes
    except (NoItems, Unreadable):
        return None


def _publication_of(told: Minutes | None) -> Publication | None:
    """The newest publication of the body and moment that the file names."""
    if told is None or told.starts_at is None:
        return None
    rows = Publication.objects.filter(kind=told.kind.value, head__body=told.body)
    moment = told.starts_at.isoformat(timespec="minutes")
    return rows.filter(head__starts_at=moment).order_by("-number").first()


def _says_same(told: Minutes, published: Minutes) -> bool:
    return _content(told) == _content(published)


def _is_of_book(publication: Publication) -> bool | None:
    """Whether the publication in force says what the locked minutes and their additions say."""
    if publication.kind != PublicationKind.MINUTES:
        return None
    if publication.state != Publication.State.PUBLISHED:
        return None
    meeting = publication.public.meeting
    now = public(minutes_now(meeting), redactions_of(meeting))
    return _content(now, files=False) == _content(minutes_of(publication), files=False)


def _content(minutes: Minutes, *, files: bool = True) -> object:
    """What can be printed of it, as the reader gives it back."""
    told = folded(minutes).as_json()
    told.pop("source", None)
    return _without_places(told, files)


def _without_places(value: object, files: bool) -> object:
    """What is said, without the lines it stands on; and without where files are had."""
    left_out = {"lines"} if files else {"lines", "url"}
    if isinstance(value, dict):
        return {k: _without_places(v, files) for k, v in value.items() if k not in left_out}
    if isinstance(value, list):
        return [_without_places(each, files) for each in value]
    return value
