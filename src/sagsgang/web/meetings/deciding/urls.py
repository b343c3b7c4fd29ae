"""Addresses of deciding."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.meetings.deciding.views import chair, decision, meeting

urlpatterns: list[URLPattern | URLResolver] = [
    path("moeder/punkter/<int:pk>/beslutning/", decision.decision, name="decision"),
    path("moeder/beslut-flere/<int:pk>/", meeting.many, name="decide_many"),
    path("moeder/tag-op/<int:pk>/", meeting.take_up, name="take_up"),
    path("moeder/<slug:slug>/formandsbeslutninger/", chair.chair_decisions, name="chair_decisions"),
]
