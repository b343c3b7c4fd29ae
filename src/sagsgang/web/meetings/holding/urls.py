"""Addresses of a meeting that is held."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.meetings.holding.views import projector, screen

_MEETING = "moeder/<slug:slug>/<meeting_place:place>/"
_HOLD = f"{_MEETING}afvikl/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(_HOLD, screen.screen, name="holding"),
    path(f"{_HOLD}tilstand/", screen.state, name="holding_state"),
    path(f"{_HOLD}punkt/", screen.item_part, name="holding_item"),
    path(f"{_HOLD}goer/<slug:name>/", screen.do, name="holding_do"),
    path(f"{_MEETING}skaerm/", projector.projector, name="projector"),
    path(f"{_MEETING}skaerm/tilstand/", projector.projector_state, name="projector_state"),
]
