"""Addresses of the list of cases, and of what a case is tied to."""

from django.urls import path

from sagsgang.web.cases.listing import link_views, views

urlpatterns = [
    path("sager/", views.case_list, name="list"),
    path("sager/<int:pk>/tilknytninger/", link_views.links, name="links"),
    path("sager/<int:pk>/tilknytninger/tilfoej/", link_views.link_add, name="link_add"),
    path(
        "sager/<int:pk>/tilknytninger/<int:link>/fjern/",
        link_views.link_remove,
        name="link_remove",
    ),
]
