"""What is a member's own at one item: her notes with their places, and what she has told."""

from dataclasses import dataclass
from datetime import datetime

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.meetings.members.anchoring import Anchor, State, anchor_renewed
from sagsgang.web.meetings.members.given import (
    GivenFile,
    files_of,
    newest_versions,
    words_of,
)
from sagsgang.web.meetings.members.selectors.meetings import UNREAD, read_items
from sagsgang.web.meetings.models import (
    AgendaVersion,
    Disqualification,
    FollowedCase,
    Item,
    Note,
    Seat,
)
from sagsgang.web.meetings.permissions import (
    item_may,
    meeting_may,
)
from sagsgang.web.meetings.sending.content import Content, items_by_key
from sagsgang.web.meetings.sending.showing import item_shown


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note with its place in the item as it reads now."""

    note: Note
    state: State
    quote: str
    before: str
    after: str
    file: GivenFile | None = None


@dataclass(frozen=True, slots=True)
class OwnItem:
    """All that is hers at one item."""

    item: Item
    state: str
    version: int
    read_at: datetime | None
    notes: tuple[OwnNote, ...]
    files: tuple[GivenFile, ...]
    may_write: bool
    disqualification: Disqualification | None = None
    may_raise: bool = False
    case: Case | None = None
    is_followed: bool = False


def item_get(user: User, pk: int) -> Item | None:
    """The item, when she may read it; None also when there is none."""
    rows = Item.objects.select_related("meeting__plan__body__municipality", "parent", "stop__case")
    found = rows.filter(pk=pk).first()
    return found if found is not None and item_may(user, "item_read", found) else None


def given_of(user: User, item: Item) -> Content | None:
    """The item as it was given out last and as she may see it; None before it was sent."""
    meeting = item.meeting
    key = item.parent_id or item.pk
    for version in AgendaVersion.objects.filter(meeting=meeting).order_by("-number"):
        if key in items_by_key(version.content):
            return item_shown(user, meeting, version.content, key)
    return None


def files_given(user: User, item: Item) -> list[GivenFile]:
    """The files of the item that she may know of."""
    entry = given_of(user, item)
    return files_of(entry) if entry else []


def own_item(user: User, item: Item) -> OwnItem:
    """Her reading, notes and more of one item."""
    version = newest_versions([item.meeting]).get(item.meeting_id)
    rows = read_items(user, [version], item.meeting).get(item.meeting_id, []) if version else []
    row = next((each for each in rows if each.item.pk == item.pk), None)
    entry = given_of(user, item)
    files = tuple(files_of(entry)) if entry else ()
    case = item.stop.case if item.stop else None
    if case and not Case.objects.filter(cases_readable_q(user), pk=case.pk).exists():
        case = None
    seat = Seat.objects.filter(meeting=item.meeting, sitting__user=user).first()
    told = Disqualification.objects.filter(item=item, seat=seat).first() if seat else None
    return OwnItem(
        item=item,
        state=row.state if row else UNREAD,
        version=version.number if version and row else 0,
        read_at=row.read_at if row else None,
        notes=tuple(own_notes(user, item, entry)),
        files=files,
        may_write=meeting_may(user, "note_write", item.meeting),
        disqualification=told,
        may_raise=seat is not None and meeting_may(user, "disqualification_raise", item.meeting),
        case=case,
        is_followed=case is not None and FollowedCase.objects.filter(user=user, case=case).exists(),
    )


def own_notes(user: User, item: Item, entry: Content | None) -> list[OwnNote]:
    """Her notes at the item, each with its place in the item as it reads now."""
    text = words_of(entry) if entry else ""
    files = {file.sha256: file for file in files_of(entry)} if entry else {}
    return [_placed(note, text, files) for note in Note.objects.filter(user=user, item=item)]


def note_get(user: User, pk: int) -> Note | None:
    """The note, when it is hers."""
    found = Note.objects.filter(user=user, pk=pk)
    return found.select_related("item__meeting__plan__body", "item__parent").first()


def _placed(note: Note, text: str, files: dict[str, GivenFile]) -> OwnNote:
    if note.attachment:
        file = files.get(note.attachment)
        state: State = "there" if file else "gone"
        return OwnNote(note, state, note.quote, note.before, note.after, file)
    if not note.quote:
        return OwnNote(note, "there", "", "", "")
    anchor, state = anchor_renewed(text, Anchor(note.quote, note.before, note.after))
    return OwnNote(note, state, anchor.quote, anchor.before, anchor.after)
