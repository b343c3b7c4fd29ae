"""Addresses of a sent agenda, under that of its meeting."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.meetings.sending.views import reading, sending

_MEETING = "moeder/<slug:slug>/<meeting_place:place>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_MEETING}dagsorden/", reading.agenda, name="agenda"),
    path(f"{_MEETING}dagsorden/samlet/", reading.agenda_whole, name="agenda_whole"),
    path(f"{_MEETING}punkt/<str:number>/", reading.item, name="item"),
    path(
        f"{_MEETING}bilag/<int:attachment>/<int:number>/", reading.agenda_file, name="agenda_file"
    ),
    path(f"{_MEETING}versioner/", reading.versions, name="versions"),
    path(f"{_MEETING}versioner/<int:number>/", reading.version, name="version"),
    path(f"{_MEETING}indkaldelse.ics", reading.invitation, name="invitation"),
    path(f"{_MEETING}tjek/", sending.agenda_check, name="agenda_check"),
    path(f"{_MEETING}tjek/til-side/", sending.agenda_set_aside, name="agenda_set_aside"),
    path(f"{_MEETING}tjek/frem-igen/", sending.agenda_take_up, name="agenda_take_up"),
]
