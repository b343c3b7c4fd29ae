"""The search index of the archive: derived from it, in the data folder, kept up with each change.

What an import changes is noted in the same transaction (`Unindexed`); whoever holds the index next
writes all that is noted. So one process writes at a time, and none of them can forget a meeting.
"""

import logging
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from sagsgang.minutes import Minutes
from sagsgang.searching import (
    IndexIsBeingWritten,
    NoIndex,
    PublicItem,
    SearchIndex,
    SearchWriter,
    public_items,
    rebuild,
)
from sagsgang.web.archive.addresses import meeting_address
from sagsgang.web.archive.models import Document, Unindexed
from sagsgang.web.archive.packing import json_to_show
from sagsgang.web.archive.pages.search_asked import SearchAsked
from sagsgang.web.archive.slugs import item_slugs

_log = logging.getLogger("sagsgang.archive")

_SECONDS_TO_WAIT = 5.0
_AT_ONCE = 500
#: Documents that a page may read in while somebody waits for it; more are left to the commands.
_FEW = 300


def search_index() -> SearchIndex:
    """The index as it is now."""
    return _opened(_folder())


def similar_items(address: str, at_most: int = 5) -> tuple[PublicItem, ...]:
    """Items on the same matter: of other municipalities first, then of the item's own."""
    try:
        elsewhere = search_index().similar(address, at_most=at_most)
        anywhere = search_index().similar(address, at_most=at_most, elsewhere=False)
    except NoIndex:
        return ()
    found = {item.address: item for item in (*elsewhere, *anywhere)}
    return tuple(found.values())[:at_most]


def items_new(asked: SearchAsked, meetings: Iterable[int], at_most: int) -> tuple[PublicItem, ...]:
    """The items of those meetings that the search asks for, newest first."""
    keys = [str(meeting) for meeting in meetings]
    try:
        return search_index().found_in(keys, asked.typed, chosen=asked.chosen, at_most=at_most)
    except NoIndex:
        return ()


def index_rebuild() -> int:
    """Make the index anew from the archive; returns how many items it holds.

    Raises IndexIsBeingWritten when another process writes.
    """
    pending = list(Unindexed.objects.values_list("pk", flat=True))
    count = rebuild(_all_items(), _folder())
    _done(pending)
    return count


def index_is_behind() -> bool:
    """Whether something waits to be written, or there is no index of our shape."""
    return Unindexed.objects.exists() or _is_missing()


def index_update() -> None:
    """Write what has changed since last; a missing index, or one of another shape, is made anew.

    When another process goes on writing, the changes wait for whoever writes next.
    """
    give_up = time.monotonic() + _SECONDS_TO_WAIT
    while index_is_behind():
        try:
            _update_or_rebuild()
        except IndexIsBeingWritten:
            if time.monotonic() > give_up:
                _log.warning("the search index is written by another process; changes wait")
                return
            time.sleep(0.1)


def index_catch_up() -> None:
    """Before a search: write what waits, unless it is so much that the reader would wait for it."""
    waiting = Unindexed.objects.count()
    if not waiting and not _is_missing():
        return
    if max(waiting, _current_documents().count() if _is_missing() else 0) > _FEW:
        return
    index_update()


def _update_or_rebuild() -> None:
    try:
        _update()
    except NoIndex:
        index_rebuild()


def _update() -> None:
    pending = list(Unindexed.objects.order_by("pk").values_list("pk", "meeting")[:_AT_ONCE])
    if not pending and _is_missing():
        raise NoIndex
    meetings = {meeting for _, meeting in pending}
    documents = _first_of_meetings(_current_documents().filter(meeting__in=meetings))
    found = {document.meeting_id: document for document in documents}
    with SearchWriter(_folder()) as writer:
        for meeting in sorted(meetings):
            document = found.get(meeting)
            writer.replace(str(meeting), document_items(document) if document else ())
    _done([pk for pk, _ in pending])


def document_items(document: Document) -> Iterator[PublicItem]:
    """What may be found of a stored document, under the names that the archive files it by."""
    meeting = document.meeting
    minutes = Minutes.model_validate(json_to_show(document.minutes)).model_copy(
        update={
            "municipality": meeting.body.municipality.name or None,
            "body": meeting.body.name or None,
        }
    )
    slugs = item_slugs([item.number for item in minutes.items])
    return public_items(
        minutes,
        document_key=str(meeting.pk),
        address=lambda position, _: meeting_address(meeting, "item", item=slugs[position]),
    )


def _all_items() -> Iterator[PublicItem]:
    for document in _first_of_meetings(_current_documents()):
        yield from document_items(document)


def _current_documents() -> QuerySet[Document]:
    return Document.objects.filter(superseded_at=None)


def _first_of_meetings(documents: QuerySet[Document]) -> Iterator[Document]:
    """One document a meeting: the minutes, or the agenda while there are none."""
    rows = documents.select_related("meeting__body__municipality").defer("report", "text")
    last = None
    for document in rows.order_by("meeting", "-kind").iterator(chunk_size=50):
        if document.meeting_id != last:
            yield document
        last = document.meeting_id


def _is_missing() -> bool:
    try:
        search_index().count()
    except NoIndex:
        return True
    return False


def _done(pending: list[int]) -> None:
    for start in range(0, len(pending), _AT_ONCE):
        Unindexed.objects.filter(pk__in=pending[start : start + _AT_ONCE]).delete()


def _folder() -> Path:
    return Path(settings.SAGSGANG_DATA) / "search"


@cache
def _opened(folder: Path) -> SearchIndex:
    return SearchIndex(folder)
