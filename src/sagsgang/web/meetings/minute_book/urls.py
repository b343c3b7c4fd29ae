"""Addresses of minutes and of the minute book."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.meetings.minute_book.views import book, minutes, writing

_MINUTES = "moeder/<slug:slug>/<meeting_place:place>/referat/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(_MINUTES, minutes.minutes, name="minutes"),
    path(f"{_MINUTES}laas/", writing.lock, name="minutes_lock"),
    path(f"{_MINUTES}til-side/", writing.set_aside, name="minutes_set_aside"),
    path(f"{_MINUTES}frem-igen/", writing.take_up, name="minutes_take_up"),
    path(f"{_MINUTES}godkend/", minutes.sign, name="minutes_sign"),
    path(f"{_MINUTES}mind/", writing.remind, name="minutes_remind"),
    path(f"{_MINUTES}bilag/", writing.attach, name="late_attach"),
    path(f"{_MINUTES}bilag/<int:pk>/", minutes.attachment, name="late_attachment"),
    path(f"{_MINUTES}underskriftsblad.pdf", minutes.signature_sheet, name="signature_sheet"),
    path(f"{_MINUTES}protokol/", book.book_of_meeting, name="book_of_meeting"),
    path("moeder/<slug:slug>/beslutningsprotokol/", book.book, name="book"),
]
