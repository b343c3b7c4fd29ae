"""Addresses of the meetings: each part brings its own."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "meetings"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("sagsgang.web.meetings.agendas.urls")),
    path("", include("sagsgang.web.meetings.sending.urls")),
    path("", include("sagsgang.web.meetings.holding.urls")),
    path("", include("sagsgang.web.meetings.deciding.urls")),
    path("", include("sagsgang.web.meetings.minute_book.urls")),
    path("", include("sagsgang.web.meetings.members.urls")),
]
