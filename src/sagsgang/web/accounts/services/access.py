"""Closing and opening accounts, and ending what is signed in."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.mails import mail_send
from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.permissions import account_require
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def user_deactivate(*, actor: User, account: User) -> User:
    """Close an account: nobody signs in to it, and whoever is signed in is signed out at once."""
    account_require(actor, "user_deactivate", account)
    if account.pk == actor.pk:
        raise Refusal(_("You cannot close your own account; ask another administrator."))
    account = User.objects.select_for_update().get(pk=account.pk)
    if not account.is_active:
        return account
    account.is_active = False
    account.session_number += 1
    account.save(update_fields=["is_active", "session_number"])
    event_record(
        code="user_deactivated",
        sentence=f"{actor} har lukket kontoen for {account}",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def user_reactivate(*, actor: User, account: User) -> User:
    """Open a closed account again, with the password and second step that it had."""
    account_require(actor, "user_reactivate", account)
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.is_active:
        return account
    account.is_active = True
    account.save(update_fields=["is_active"])
    event_record(
        code="user_reactivated",
        sentence=f"{actor} har åbnet kontoen for {account} igen",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def second_step_reset(*, actor: User, account: User) -> User:
    """Forget somebody's app, keys and recovery codes: she lost them. Her sessions end, and she is
    told by mail.
    """
    account_require(actor, "second_step_reset", account)
    if account.pk == actor.pk:
        raise Refusal(_("You change your own second step under My account."))
    account = User.objects.select_for_update().get(pk=account.pk)
    forgotten, __ = Authenticator.objects.filter(user=account).delete()
    if not forgotten:
        raise Refusal(_("The account has no second step."))
    account.session_number += 1
    account.save(update_fields=["session_number"])
    mail_send(
        to=account,
        subject="Dit andet trin er nulstillet",
        paragraphs=[
            f"{actor} har nulstillet dit andet trin i Sagsgang. Næste gang du logger ind, bruger "
            "du din adgangskode alene og vælger et nyt andet trin under Min konto.",
            "Har du ikke bedt om det, så kontakt din administrator med det samme.",
        ],
    )
    event_record(
        code="second_step_reset",
        sentence=f"{actor} har nulstillet andet trin for {account}",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def sessions_end(*, actor: User) -> User:
    """End all of one's own sessions, wherever they are."""
    account_require(actor, "sessions_end", actor)
    account = User.objects.select_for_update().get(pk=actor.pk)
    account.session_number += 1
    account.save(update_fields=["session_number"])
    event_record(
        code="sessions_ended",
        sentence=f"{account} har logget ud alle steder",
        actor=account,
        subject=account,
    )
    return account
