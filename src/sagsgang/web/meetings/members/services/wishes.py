"""A member wants something on the agenda (§ 11), and takes the wish back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Person
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import body_open, reasoned
from sagsgang.web.meetings.members.names import chairs_of, secretaries_of, tell
from sagsgang.web.meetings.models import RaisedItem

LONGEST = 20_000


@transaction.atomic
def item_raise(*, actor: User, body: Body, title: str, text: str = "") -> RaisedItem:
    """The secretary and the chair are told; the secretary puts it on. Emits `item_raised`."""
    locked = body_open(actor, "item_raise", body)
    person = Person.objects.filter(user=actor, municipality=locked.municipality_id).first()
    if person is None:
        raise Refusal(_("Only a member can wish for an item."))
    title = reasoned(title, _("Write what the item is called."), "title", 200)
    text = text.strip()
    if len(text) > LONGEST:
        raise Refusal(
            _("The text is too long: at most %(most)s letters.") % {"most": LONGEST}, "text"
        )
    wish = RaisedItem.objects.create(body=locked, person=person, title=title, text=text)
    _happened(
        "item_raised",
        f"{actor} ønskede et punkt på dagsordenen i {locked}: »{title}«.",
        actor,
        wish,
    )
    _tell(actor, wish, f"{actor} ønsker et punkt på dagsordenen i {locked}: »{title}«.")
    return wish


@transaction.atomic
def wish_withdraw(*, actor: User, wish: RaisedItem) -> RaisedItem:
    """She no longer wants it, as long as it is not on an agenda. Emits `wish_withdrawn`."""
    wishes = RaisedItem.objects.select_for_update(of=("self",))
    locked = wishes.select_related("person", "item", "body").get(pk=wish.pk)
    if locked.person.user_id != actor.pk:
        raise PermissionDenied("item_raise")
    if locked.withdrawn_at is not None:
        return locked
    if locked.item is not None and locked.item.removed_at is None:
        raise Refusal(_("The item is on an agenda. Ask the secretary to take it off."))
    locked.withdrawn_at = timezone.now()
    locked.save(update_fields=["withdrawn_at"])
    about = f"ønsket om »{locked.title}« på dagsordenen i {locked.body}"
    _happened("wish_withdrawn", f"{actor} trak {about} tilbage.", actor, locked)
    _tell(actor, locked, f"{actor} har trukket {about} tilbage.")
    return locked


def _happened(code: str, sentence: str, actor: User, wish: RaisedItem) -> None:
    event_record(
        code=code, sentence=sentence, actor=actor, subject=wish, details={"body": wish.body_id}
    )


def _tell(actor: User, wish: RaisedItem, text: str) -> None:
    path = f"{reverse('bodies:body', kwargs={'slug': wish.body.slug})}#oenske-{wish.pk}"
    for users, post in ((secretaries_of(wish.body), "sekretær"), (chairs_of(wish.body), "formand")):
        why = f"du er {post} for {wish.body}"
        tell(users=users, actor=actor, code="item_raised", text=text, path=path, why=why)
