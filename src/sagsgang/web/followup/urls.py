"""Addresses of the room."""

from django.urls import URLPattern, path

from sagsgang.web.followup.views import administering, follow_up, lists, promises, register, reusing

app_name = "followup"

_ONE = "opfoelgning/<int:pk>/"
_PROMISE = "opfoelgning/loefter/<int:case>/<slug:key>/"
_LISTS = "opfoelgning/moedeliste/"
_LIST = f"{_LISTS}<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("opfoelgning/", register.register, name="register"),
    path("opfoelgning/eksport.csv", register.export, name="export"),
    path("opfoelgning/ny/", follow_up.add, name="add"),
    path("opfoelgning/loefter/", promises.suggestions, name="promises"),
    path(_PROMISE, promises.accept, name="promise"),
    path(f"{_PROMISE}til-side/", promises.set_aside, name="promise_aside"),
    path(f"{_PROMISE}frem-igen/", promises.bring_back, name="promise_back"),
    path(_ONE, follow_up.follow_up, name="follow_up"),
    path(f"{_ONE}ret/", follow_up.edit, name="edit"),
    path(f"{_ONE}del/", follow_up.part, name="part"),
    path(f"{_ONE}genbrug/", reusing.reuse, name="reuse"),
    path(f"{_ONE}dagsorden/", follow_up.put_on, name="put_on"),
    path(_LISTS, lists.activity_lists, name="lists"),
    path(f"{_LISTS}ny/", lists.make, name="list_make"),
    path(_LIST, lists.activity_list, name="list"),
    path(f"{_LIST}ret/", lists.change, name="list_change"),
    path(f"{_LIST}dagsorden/", lists.put_on, name="list_put_on"),
    path(f"{_LIST}moeder/", lists.from_plan, name="list_meetings"),
    path(f"{_LIST}fjern/<int:row>/", lists.remove, name="list_remove"),
    path(f"{_LIST}eksport.csv", lists.export, name="list_export"),
    path("administration/opfoelgning/", administering.days, name="days"),
]
