"""A member's own notes and highlights: nobody else reads them, and no sentence quotes them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.members.anchoring import CONTEXT, Anchor, anchor_place, anchor_renewed
from sagsgang.web.meetings.members.given import words_of
from sagsgang.web.meetings.members.selectors import files_given, given_of
from sagsgang.web.meetings.models import Item, Note
from sagsgang.web.meetings.permissions import item_require

LONGEST = 10_000
LONGEST_QUOTE = 2_000
BETWEEN = "\n\n– – –\n\n"


@transaction.atomic
def note_add(
    *,
    actor: User,
    item: Item,
    text: str = "",
    quote: str = "",
    before: str = "",
    after: str = "",
    attachment: str = "",
    page: int | None = None,
) -> Note:
    """A note at words of the item (`quote`), at a file of it (`attachment`, its hash), or at the
    item as a whole; words without a note are a highlight. Emits `note_added`.
    """
    item_require(actor, "note_write", item)
    text, quote = text.strip(), quote.strip()
    _checked(text)
    if not text and not quote:
        raise Refusal(_("Write the note, or say which words it is about."), "text")
    if len(quote) > LONGEST_QUOTE:
        raise Refusal(_("Choose fewer words at a time."), "quote")
    if attachment:
        if attachment not in {file.sha256 for file in files_given(actor, item)}:
            raise Refusal(_("The attachment is not with the item any more."), "attachment")
        before = after = ""
    elif quote:
        anchor = _anchored(actor, item, Anchor(quote, before, after))
        quote, before, after = anchor.quote, anchor.before, anchor.after
    note = Note.objects.create(
        user=actor,
        item=item,
        text=text,
        quote=quote,
        before=before[-CONTEXT:],
        after=after[:CONTEXT],
        attachment=attachment,
        page=page if attachment else None,
    )
    _leave_event("note_added", f"{actor} skrev en note til sig selv.", actor)
    return note


@transaction.atomic
def note_save(*, actor: User, note: Note, text: str, based_on: str = "") -> Note:
    """Other words in a note. `based_on` is `changed_at` as the page knew it: what was written in
    between on another device is kept above. Emits `note_saved`.
    """
    locked = _own(actor, note)
    text = text.strip()
    _checked(text)
    if text == locked.text:
        return locked
    if not text and not locked.quote:
        raise Refusal(_("The note is empty. Delete it if you no longer need it."), "text")
    elsewhere = based_on and based_on != locked.changed_at.isoformat() and locked.text
    if elsewhere and locked.text not in text:
        text = f"{locked.text}{BETWEEN}{text}" if text else locked.text
        _checked(text)
    locked.text = text
    locked.save()
    _leave_event("note_saved", f"{actor} skrev videre i en note til sig selv.", actor)
    return locked


@transaction.atomic
def note_remove(*, actor: User, note: Note) -> None:
    """She no longer wants it. Emits `note_removed`."""
    _own(actor, note).delete()
    _leave_event("note_removed", f"{actor} slettede en note til sig selv.", actor)


def _own(actor: User, note: Note) -> Note:
    """Hers alone: no role opens another's note."""
    if note.user_id != actor.pk:
        raise PermissionDenied("note_write")
    return Note.objects.select_for_update().get(pk=note.pk)


def _anchored(actor: User, item: Item, anchor: Anchor) -> Anchor:
    """As the item has the words; what is typed must stand there."""
    entry = given_of(actor, item)
    if entry is None:
        return anchor
    text = words_of(entry)
    if anchor_place(text, anchor).state != "there":
        if anchor.before or anchor.after:
            # Chosen on the page itself: there is more on it than was given out.
            return anchor
        raise Refusal(_("These words do not stand in the item. Copy them from it."), "quote")
    return anchor_renewed(text, anchor)[0]


def _checked(text: str) -> None:
    if len(text) > LONGEST:
        raise Refusal(
            _("The note is too long: at most %(most)s letters.") % {"most": LONGEST}, "text"
        )


def _leave_event(code: str, sentence: str, actor: User) -> None:
    """About the person alone: which item she writes at is hers too."""
    event_record(code=code, sentence=sentence, actor=actor, subject=actor)
