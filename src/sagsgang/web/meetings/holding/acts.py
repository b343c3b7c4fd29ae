"""What each button of the meeting screen does: its name, and the service behind it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Person
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.guests import guest_add
from sagsgang.web.meetings.agendas.services.ordering import item_move
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.holding.forms import ActForm
from sagsgang.web.meetings.holding.selectors import substitutes_for
from sagsgang.web.meetings.models import Guest, Item, Meeting, PresenceEvent, Seat

Act = Callable[[Any, Meeting, ActForm], Any]
_VALUES = {"yes": True, "no": False, "": None}


def act(actor: Any, meeting: Meeting, name: str, form: ActForm) -> dict[str, Any]:
    """Do it; what it is about must belong to this meeting."""
    ACTS[name](actor, meeting, form)
    return {"act": name, "meeting": meeting.pk}


def _one(model: Any, form: ActForm, field: str, meeting: Meeting) -> Any:
    key = form.cleaned_data.get(field)
    found = model.objects.filter(pk=key, meeting=meeting).first() if key else None
    if found is None:
        raise Http404
    found.meeting = meeting
    return found


def _who(form: ActForm, meeting: Meeting) -> Any:
    is_seat = bool(form.cleaned_data.get("seat"))
    return _one(Seat if is_seat else Guest, form, "seat" if is_seat else "guest", meeting)


def _moved(what: str) -> Act:
    def do(actor: Any, meeting: Meeting, form: ActForm) -> None:
        services.presence_record(
            actor=actor, meeting=meeting, who=_who(form, meeting), what=what, at=form.at(meeting)
        )

    return do


def _everyone(actor: Any, meeting: Meeting, form: ActForm) -> None:
    expected = meeting.seats.filter(notice_at__isnull=True, called_in_at__isnull=True)
    for seat in expected.order_by("pk"):
        services.presence_record(
            actor=actor, meeting=meeting, who=seat, what="came", at=form.at(meeting)
        )


def _back(actor: Any, meeting: Meeting, form: ActForm) -> None:
    services.presence_take_back(actor=actor, event=_one(PresenceEvent, form, "event", meeting))


def _begin(actor: Any, meeting: Meeting, form: ActForm) -> None:
    item = _one(Item, form, "item", meeting)
    services.item_begin(actor=actor, item=item, at=form.at(meeting))


def _next(actor: Any, meeting: Meeting, form: ActForm) -> None:
    after = _one(Item, form, "item", meeting) if form.cleaned_data.get("item") else None
    services.item_next(actor=actor, meeting=meeting, after=after, at=form.at(meeting))


def _shift(steps: int) -> Act:
    def do(actor: Any, meeting: Meeting, form: ActForm) -> None:
        item = _one(Item, form, "item", meeting)
        item_move(actor=actor, item=item, position=max(1, item.order + steps))

    return do


def _absent(actor: Any, meeting: Meeting, form: ActForm) -> None:
    seat = _one(Seat, form, "seat", meeting)
    services.absence_tell(actor=actor, seat=seat, reason=form.cleaned_data["text"])


def _not_absent(actor: Any, meeting: Meeting, form: ActForm) -> None:
    services.absence_take_back(actor=actor, seat=_one(Seat, form, "seat", meeting))


def _disqualify(actor: Any, meeting: Meeting, form: ActForm) -> None:
    services.disqualification_decide(
        actor=actor,
        item=_one(Item, form, "item", meeting),
        seat=_one(Seat, form, "seat", meeting),
        is_disqualified=_VALUES.get(form.cleaned_data["value"]),
        ground=form.cleaned_data["text"],
    )


def _raise(actor: Any, meeting: Meeting, form: ActForm) -> None:
    services.disqualification_raise(
        actor=actor,
        item=_one(Item, form, "item", meeting),
        seat=_one(Seat, form, "seat", meeting),
        ground=form.cleaned_data["text"],
    )


def _substitute(actor: Any, meeting: Meeting, form: ActForm) -> None:
    seat = _one(Seat, form, "seat", meeting)
    person = Person.objects.filter(pk=form.cleaned_data.get("person") or 0).first()
    if person not in substitutes_for(seat):
        raise Refusal(_("Choose one of the substitutes."), "person")
    services.seat_substitute(actor=actor, seat=seat, person=person)


def _guest(actor: Any, meeting: Meeting, form: ActForm) -> None:
    guest = guest_add(
        actor=actor,
        meeting=meeting,
        name=form.cleaned_data["text"],
        is_administration=form.cleaned_data["value"] == "yes",
    )
    services.presence_record(
        actor=actor, meeting=meeting, who=guest, what="came", at=form.at(meeting)
    )


def _rule(actor: Any, meeting: Meeting, form: ActForm) -> None:
    services.quorum_rule_set(
        actor=actor,
        body=meeting.plan.body,
        counts_disqualified=form.cleaned_data["value"] == "yes",
    )


def _close(actor: Any, meeting: Meeting, _form: ActForm) -> None:
    services.meeting_close(actor=actor, meeting=meeting)


ACTS: dict[str, Act] = {
    "came": _moved("came"),
    "left": _moved("left"),
    "everyone": _everyone,
    "back": _back,
    "begin": _begin,
    "next": _next,
    "earlier": _shift(-1),
    "later": _shift(1),
    "absent": _absent,
    "not_absent": _not_absent,
    "raise": _raise,
    "disqualify": _disqualify,
    "substitute": _substitute,
    "guest": _guest,
    "rule": _rule,
    "close": _close,
}
