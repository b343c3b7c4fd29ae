"""Addresses of one's own page and of the administrator's; those of signing in are beside."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.accounts.views import own, providers, users

app_name = "accounts"
_USER = "administration/brugere/<int:key>/"


def _do(address: str, operation: str) -> URLPattern:
    arguments = {"operation": operation}
    return path(f"{_USER}{address}/", users.user_do, arguments, name=operation)


urlpatterns: list[URLPattern | URLResolver] = [
    path("konto/", own.own, name="own"),
    path("konto/navn/", own.name, name="name"),
    path("konto/fravaer/", own.leave, name="leave"),
    path("konto/fravaer/<int:key>/slut/", own.leave_end, name="leave_end"),
    path("konto/log-ud-alle-steder/", own.sessions_end, name="sessions_end"),
    path(
        "konto/udbyder/<slug:provider_id>/start/", providers.provider_begin, name="provider_begin"
    ),
    path("administration/brugere/", users.users, name="users"),
    path("administration/brugere/ny/", users.invite, name="invite"),
    path(_USER, users.user, name="user"),
    path(f"{_USER}ret/", users.user_change, name="user_change"),
    path(f"{_USER}fravaer/", own.leave, name="user_leave"),
    _do("link", "user_link_send"),
    _do("luk", "user_deactivate"),
    _do("aabn", "user_reactivate"),
    _do("nulstil-andet-trin", "second_step_reset"),
]
