"""Making accounts, changing what they are called, and sending the link that lets a person in."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.links import password_link
from sagsgang.web.accounts.mails import mail_send
from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.permissions import account_require
from sagsgang.web.accounts.selectors import has_real_account
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def user_create(
    *,
    email: str,
    name: str,
    title: str = "",
    is_example: bool = False,
    is_administrator: bool = False,
    password: str | None = None,
    actor: User | None = None,
) -> User:
    """A new account; without a password it waits for its link. The house's own operation: whoever
    calls it has asked whether it may be done.

    With the first account that is no example's, the doors of the example close: its people are
    signed out, and nobody tries the roles any more.
    """
    email, name = _checked(email, name)
    if not is_example and not has_real_account():
        User.objects.filter(is_example=True).update(session_number=F("session_number") + 1)
    try:
        with transaction.atomic():
            account = User(
                email=email,
                name=name,
                title=title.strip(),
                is_example=is_example,
                is_administrator=is_administrator,
            )
            account.set_password(password)
            account.save()
    except IntegrityError:
        raise Refusal(_("There is an account with this mail address already."), "email") from None
    what = f"kontoen til {name}" + (" som administrator" if is_administrator else "")
    event_record(
        code="user_created",
        sentence=f"{actor or 'Systemet'} har oprettet {what}",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def user_invite(
    *,
    actor: User,
    email: str,
    name: str,
    address: str,
    title: str = "",
    is_administrator: bool = False,
) -> User:
    """Make an account and mail its link. The example's administrator makes example accounts."""
    account_require(actor, "user_invite")
    account = user_create(
        email=email,
        name=name,
        title=title,
        is_example=actor.is_example,
        is_administrator=is_administrator,
        actor=actor,
    )
    _link_mail(account, address, actor)
    event_record(
        code="user_invited",
        sentence=f"{actor} har inviteret {account}",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def user_link_send(*, actor: User, account: User, address: str) -> User:
    """Mail a new link to choose a password; the password she has stays until she uses it."""
    account_require(actor, "user_link_send", account)
    account = User.objects.select_for_update().get(pk=account.pk)
    if not account.is_active:
        raise Refusal(_("The account is closed. Open it again first, then send a link."))
    _link_mail(account, address, actor)
    event_record(
        code="user_link_sent",
        sentence=f"{actor} har sendt {account} et link til at vælge adgangskode",
        actor=actor,
        subject=account,
    )
    return account


@transaction.atomic
def user_change(
    *, actor: User, account: User, email: str, name: str, title: str, is_administrator: bool
) -> User:
    """Change how somebody is called and reached, and whether she is an administrator."""
    account_require(actor, "user_change", account)
    email, name = _checked(email, name, other_than=account.pk)
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.is_administrator and not is_administrator and account.pk == actor.pk:
        raise Refusal(
            _("You cannot stop being an administrator yourself; ask another one."),
            "is_administrator",
        )
    new = {
        "email": email,
        "name": name,
        "title": title.strip(),
        "is_administrator": is_administrator,
    }
    changed = [field for field, value in new.items() if getattr(account, field) != value]
    if not changed:
        return account
    before = str(account)
    for field in changed:
        setattr(account, field, new[field])
    account.save(update_fields=changed)
    words = {
        "email": "mailadressen",
        "name": f"navnet fra {before}",
        "title": "titlen",
        "is_administrator": "om hun eller han er administrator",
    }
    event_record(
        code="user_changed",
        sentence=f"{actor} har ændret {' og '.join(words[f] for f in changed)} for {account}",
        actor=actor,
        subject=account,
        details={"changed": changed},
    )
    return account


@transaction.atomic
def name_change(*, actor: User, name: str) -> User:
    """Change one's own name."""
    account_require(actor, "name_change", actor)
    __, name = _checked(actor.email, name, other_than=actor.pk)
    account = User.objects.select_for_update().get(pk=actor.pk)
    if account.name != name:
        before, account.name = account.name, name
        account.save(update_fields=["name"])
        event_record(
            code="name_changed",
            sentence=f"{before} hedder nu {name}",
            actor=account,
            subject=account,
        )
    return account


@transaction.atomic
def administrator_make(*, email: str, name: str = "") -> tuple[User, str]:
    """The command's own operation: the administrator of that address, and whether she was `new`,
    `raised` from an ordinary account, `reopened`, or `known`. No gate: whoever runs commands here
    owns the database.
    """
    account = User.objects.select_for_update().filter(email=email.strip().lower()).first()
    if account is None:
        return user_create(email=email, name=name, is_administrator=True), "new"
    if account.is_example:
        raise Refusal(_("This is one of the example's people; use another mail address."), "email")
    state = "known" if account.is_active else "reopened"
    state = state if account.is_administrator else "raised"
    if state != "known":
        account.is_administrator = account.is_active = True
        account.save(update_fields=["is_administrator", "is_active"])
        event_record(
            code="user_changed",
            sentence=f"{account} blev gjort til administrator fra kommandolinjen",
            actor=None,
            subject=account,
            details={"changed": ["is_administrator", "is_active"]},
        )
    return account, state


def _checked(email: str, name: str, other_than: int | None = None) -> tuple[str, str]:
    """Both as they are kept; refuses what cannot be one."""
    email, name = email.strip().lower(), " ".join(name.split())
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal(_("This is not a mail address."), "email") from None
    if not name:
        raise Refusal(_("Write the name."), "name")
    if User.objects.filter(email=email).exclude(pk=other_than).exists():
        raise Refusal(_("There is an account with this mail address already."), "email")
    return email, name


def _link_mail(account: User, address: str, actor: User) -> None:
    mail_send(
        to=account,
        subject="Din konto i Sagsgang",
        paragraphs=[
            f"{actor} har givet dig adgang til Sagsgang.",
            "Vælg din adgangskode her. Linket virker én gang og i tre dage:",
            password_link(account, address),
            "Er linket for gammelt, kan du bede om et nyt på siden, hvor man logger ind: "
            "”Glemt adgangskode”.",
        ],
    )
