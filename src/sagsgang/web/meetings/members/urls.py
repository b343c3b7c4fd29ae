"""Addresses of a member's own pages."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.meetings.members.views import device, items, own

_OWN = "mine-moeder/"
_ITEM = f"{_OWN}punkt/<int:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(_OWN, own.own, name="own"),
    path(f"{_OWN}dagsorden/<int:pk>/", own.agenda, name="own_agenda"),
    path(f"{_OWN}afbud/<int:pk>/", own.absence, name="absence"),
    path(f"{_OWN}afbud/<int:pk>/tilbage/", own.absence_back, name="absence_back"),
    path(f"{_OWN}sag/<int:pk>/foelg/", own.follow, name="case_follow"),
    path(f"{_OWN}sag/<int:pk>/slip/", own.unfollow, name="case_unfollow"),
    path(f"{_OWN}oenske/", own.wish, name="wish"),
    path(f"{_OWN}oenske/<int:pk>/tilbage/", own.wish_back, name="wish_back"),
    path(f"{_ITEM}laest/", items.read, name="item_read"),
    path(f"{_ITEM}ulaest/", items.unread, name="item_unread"),
    path(f"{_ITEM}noter/", items.notes, name="own_notes"),
    path(f"{_ITEM}inhabil/", items.disqualified, name="own_disqualification"),
    path(f"{_ITEM}inhabil/tilbage/", items.disqualified_back, name="own_disqualification_back"),
    path(f"{_OWN}note/<int:pk>/", items.note, name="own_note"),
    path(f"{_OWN}note/<int:pk>/slet/", items.note_gone, name="own_note_remove"),
    path(f"{_OWN}enhed/", device.device, name="own_device"),
    path(f"{_OWN}manifest.webmanifest", device.manifest, name="manifest"),
    path(f"{_OWN}service-worker.js", device.service_worker, name="service_worker"),
]
