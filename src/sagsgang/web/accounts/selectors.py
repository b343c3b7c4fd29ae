"""Reading accounts: who there is, who is away, and how an account is signed in to."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from sagsgang.web.accounts.models import Leave, User

_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class SecondStep:
    """How an account proves who it is beside the password."""

    has_app: bool
    keys: int
    codes_left: int

    @property
    def is_set(self) -> bool:
        """Whether there is one at all; recovery codes alone are none."""
        return self.has_app or self.keys > 0


def accounts_found(words: str = "", state: str = "") -> QuerySet[User]:
    """All accounts in Danish order, with whether each has a second step (`second_step`); those in
    which all words stand; `state` is `active`, `inactive` or empty for all.
    """
    found = User.objects.annotate(
        second_step=Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=_STEPS))
    )
    for word in words.lower().split()[:10]:
        found = found.filter(search_text__contains=word)
    if state in ("active", "inactive"):
        found = found.filter(is_active=state == "active")
    return found


def account_of(key: int) -> User:
    """The account of that key; Http404 when there is none."""
    account = User.objects.filter(pk=key).first()
    if account is None:
        raise Http404
    return account


def account_by_mail(email: str) -> User | None:
    """The account of a mail address, however its letters are cased."""
    return User.objects.filter(email=email.strip().lower()).first()


def active_accounts() -> QuerySet[User]:
    """Those who may sign in, in Danish order."""
    return User.objects.filter(is_active=True)


def has_second_step(user: User) -> bool:
    """Whether the account has an app or a key."""
    return Authenticator.objects.filter(user=user, type__in=_STEPS).exists()


def second_step_of(user: User) -> SecondStep:
    """What the account has beside its password."""
    kept = list(Authenticator.objects.filter(user=user))
    codes = [a.wrap() for a in kept if a.type == Authenticator.Type.RECOVERY_CODES]
    return SecondStep(
        has_app=any(a.type == Authenticator.Type.TOTP for a in kept),
        keys=sum(a.type == Authenticator.Type.WEBAUTHN for a in kept),
        codes_left=len(codes[0].get_unused_codes()) if codes else 0,
    )


def leaves_of(user: User, on: date | None = None) -> QuerySet[Leave]:
    """Her leaves that are not over, and on which she stands in for somebody, first ones first."""
    day = on or timezone.localdate()
    hers = Leave.objects.filter(Q(user=user) | Q(substitute=user), ends_on__gte=day)
    return hers.select_related("user", "substitute").order_by("starts_on", "id")


def leave_of(key: int) -> Leave:
    """The leave of that key; Http404 when there is none."""
    leave = Leave.objects.select_related("user", "substitute").filter(pk=key).first()
    if leave is None:
        raise Http404
    return leave


def has_real_account() -> bool:
    """Whether somebody works here who is not of the example; then nobody may try the roles."""
    return User.objects.filter(is_example=False).exists()
