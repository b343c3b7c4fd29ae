"""The words of every mail to those who follow: what is new, why it came, and how it stops."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.accounts.links import own_address
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.subscriptions.choices import Choice
from sagsgang.web.subscriptions.models import Subscriber, Subscription, SubscriptionKind

_LONGEST_SUBJECT = 120
#: One of these stands for what is followed where whoever wrote the address chose the words.
_PLAIN = {
    SubscriptionKind.CASE: "en sag",
    SubscriptionKind.SEARCH: "en søgning i arkivet",
}
Reason = tuple[str, Subscription]


def whole(path: str) -> str:
    """The address with the site before it."""
    return f"{own_address().rstrip('/')}{path}"


def confirm_mail(subscription: Subscription, choice: Choice, until: datetime) -> None:
    """Ask whoever reads the address's mail whether she wants it. What somebody else may have typed
    (a search) is not in it: nobody sends her words through us.
    """
    kind = SubscriptionKind(subscription.kind)
    what = choice.title if kind is SubscriptionKind.BODY else _PLAIN[kind]
    link = whole(reverse("subscriptions:confirm", kwargs={"key": subscription.key}))
    day = danish_day(timezone.localdate(until))
    _send(
        subscription.subscriber,
        "Bekræft, at du vil have besked på mail",
        f"Hej\n\nNogen, sikkert dig, har bedt om besked på mail, når der er nyt om {what}.\n\n"
        f"Bekræft det her, senest {day}:\n{link}",
        "Har du ikke bedt om det, skal du ikke gøre noget. Så får du ikke flere mails om det, og "
        "adressen bliver slettet igen.",
        f"Du får denne mail, fordi adressen er skrevet på {whole('/abonner/')}",
    )


def already_mail(subscriber: Subscriber, *, is_full: bool = False) -> None:
    """She follows it already, or so much that there is no room for more."""
    said = (
        "Du følger så meget, at der ikke er plads til mere. Stop noget af det først."
        if is_full
        else "Nogen, sikkert dig, har bedt om besked om noget, du allerede følger."
    )
    _send(
        subscriber,
        "Det, du følger på mail",
        f"Hej\n\n{said}",
        f"Se, hvad du følger, og stop det, du ikke vil have:\n{_own(subscriber)}",
        f"Du får denne mail, fordi adressen er skrevet på {whole('/abonner/')}",
    )


def news_mail(
    subscriber: Subscriber, subject: str, parts: Sequence[str], reasons: Sequence[Reason]
) -> None:
    """What is new, all the reasons why she is told, and for each how it stops."""
    if len(reasons) == 1:
        why = f"Du får denne mail, fordi {reasons[0][0]}."
    else:
        lines = "\n".join(f"- {words}" for words, _ in reasons)
        why = f"Du får denne mail, fordi\n{lines}"
    stops = "\n".join(
        f"Stop besked, fordi {words}:\n{_stop([row])}" if len(reasons) > 1 else _stop([row])
        for words, row in reasons
    )
    if len(reasons) == 1:
        stops = f"Stop denne besked:\n{stops}"
    one_click = {
        "List-Unsubscribe": f"<{_stop([row for _, row in reasons])}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    _send(
        subscriber,
        subject,
        *parts,
        why,
        stops,
        f"Se alt, hvad du følger:\n{_own(subscriber)}",
        headers=one_click,
    )


def _own(subscriber: Subscriber) -> str:
    return whole(reverse("subscriptions:own", kwargs={"key": subscriber.key}))


def _stop(rows: Sequence[Subscription]) -> str:
    keys = ".".join(row.key for row in rows)
    return whole(reverse("subscriptions:stop", kwargs={"keys": keys}))


def _send(
    subscriber: Subscriber, subject: str, *parts: str, headers: dict[str, str] | None = None
) -> None:
    line = " ".join(subject.split())
    if len(line) > _LONGEST_SUBJECT:
        line = line[: _LONGEST_SUBJECT - 1] + "…"
    text = "\n\n".join([*parts, "Venlig hilsen\nSagsgang"])
    EmailMessage(
        line, f"{text}\n", settings.DEFAULT_FROM_EMAIL, [subscriber.email], headers=headers
    ).send()
