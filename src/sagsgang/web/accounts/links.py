"""The one-time link by which a person chooses her password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from sagsgang.web.accounts.models import User


def password_link(account: User, address: str) -> str:
    """Good once, for PASSWORD_RESET_TIMEOUT; `address` is where the website is (`https://…`)."""
    key = default_token_generator.make_token(account)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(account), "key": key},
    )
    return f"{address.rstrip('/')}{path}"


def own_address() -> str:
    """Where the website is, as far as its settings tell."""
    if settings.SAGSGANG_ADDRESS:
        return settings.SAGSGANG_ADDRESS
    if settings.SAGSGANG_HOSTS:
        scheme = "https" if settings.SAGSGANG_HTTPS else "http"
        return f"{scheme}://{settings.SAGSGANG_HOSTS[0]}"
    return "http://localhost:8000"
