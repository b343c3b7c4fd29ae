"""Addresses of the building of agendas."""

from django.urls import URLPattern, URLResolver, path, register_converter

from sagsgang.web.meetings.agendas.addresses import MeetingPlaceConverter
from sagsgang.web.meetings.agendas.views import body, building, items, listing, meeting

register_converter(MeetingPlaceConverter, "meeting_place")

_MEETING = "moeder/<slug:slug>/<meeting_place:place>/"
_BUILD = f"{_MEETING}byg/"
_ACTIVITY = "moeder/aktiviteter/<int:pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("moeder/", listing.meeting_list, name="list"),
    path(_ACTIVITY, body.activity, name="activity"),
    path(f"{_ACTIVITY}aflys/", body.activity_cancel, name="activity_cancel"),
    path(f"{_ACTIVITY}alligevel/", body.activity_restore, name="activity_restore"),
    path("moeder/<slug:slug>/faste-punkter/", body.recurring, name="recurring"),
    path("moeder/<slug:slug>/frister/", body.deadlines, name="deadlines"),
    path("moeder/<slug:slug>/ekstraordinaert/", body.extraordinary, name="extraordinary"),
    path("moeder/<slug:slug>/aktivitet/", body.activity_add, name="activity_add"),
    path(_MEETING, meeting.meeting, name="meeting"),
    path(f"{_MEETING}begynd/", listing.prepare, name="prepare"),
    path(f"{_MEETING}gennemgang/", meeting.gone_through, name="gone_through"),
    path(f"{_MEETING}gennemgang/<int:pk>/faerdig/", meeting.comment_settle, name="comment_settle"),
    path(_BUILD, building.building, name="building"),
    path(f"{_BUILD}saet-paa/", building.put_on, name="put_on"),
    path(f"{_BUILD}oensker/", building.put_on_wish, name="put_on_wish"),
    path(f"{_BUILD}raekkefoelge/", building.arrange, name="arrange"),
    path(f"{_BUILD}nyt-punkt/", items.own, name="item_own"),
    path(f"{_BUILD}andet-moede/", items.other, name="item_other"),
    path(f"{_BUILD}gaest/", items.guest, name="guest_add"),
    path(f"{_BUILD}gaester/<int:pk>/fjern/", items.guest_remove, name="guest_remove"),
    path(f"{_BUILD}punkter/<int:pk>/", items.item, name="item_edit"),
    path(f"{_BUILD}punkter/<int:pk>/flyt/", building.move, name="item_move"),
    path(f"{_BUILD}punkter/<int:pk>/tilbage/", building.restore, name="item_restore"),
]
