"""Who is told of a decision: the members who follow its case, and those who were empowered.

The officer of the case is told by the routes, when the treatment is recorded there.
"""

from typing import Any

from django.urls import reverse

from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.models import AskedFor, FollowedCase, Item
from sagsgang.web.meetings.permissions import item_may
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.services import notify

KINDS = {
    "case_decided": ("En sag, jeg følger, er behandlet", "du følger sagen"),
    "decision_delegated": ("Noget er overladt til mig", "et udvalg har bemyndiget dig"),
}


def kinds_register() -> None:
    """Make known what this room tells."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)


def followers_told(actor: Any, item: Item) -> None:
    """Those who follow the case hear what became of it, as far as they may read it."""
    if item.stop is None:
        return
    case = item.stop.case
    following = FollowedCase.objects.filter(case=case).select_related("user")
    words = case_in_words(case)
    tell(
        users=[each.user for each in following],
        case=case,
        code="case_decided",
        text=f"{item.meeting.plan.body} har behandlet {words}.",
        why=KINDS["case_decided"][1],
        path=reverse("routes:way", args=[case.pk]),
        actor=actor,
    )


def told_of_delegation(
    actor: Any, item: Item, asked: AskedFor, people: list[Person], path: str
) -> None:
    """They are told until when, and not what: closed matter is read on its page."""
    until = f" Svar senest {danish_day(asked.until)}." if asked.until else ""
    text = f"{item.meeting.plan.body} har bemyndiget dig på et punkt på mødet.{until}"
    users = [person.user for person in people if person.user is not None and person.user != actor]
    wanted = [user for user in users if item_may(user, "item_read", item)]
    if wanted:
        notify(
            users=wanted,
            code="decision_delegated",
            text=text,
            why=KINDS["decision_delegated"][1],
            path=path,
            subject_key=f"case:{item.stop.case_id}" if item.stop else "",
        )
