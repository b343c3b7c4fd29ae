"""Addresses of a case's appropriation statement, and of the revisions with their overviews."""

from django.urls import path

from sagsgang.web.cases.appropriation import round_views, views

_CASE = "sager/<int:pk>/bevillingspaategning/"
_ROUNDS = "bevillingsrevisioner/"
urlpatterns = [
    path(_CASE, views.appropriation, name="appropriation"),
    path(f"{_CASE}regn/", views.count, name="appropriation_count"),
    path(_ROUNDS, round_views.rounds, name="rounds"),
    path(f"{_ROUNDS}ny/", round_views.create, name="round_create"),
    path(f"{_ROUNDS}<int:pk>/", round_views.overview, name="round"),
    path(f"{_ROUNDS}<int:pk>/ret/", round_views.change, name="round_change"),
    path(f"{_ROUNDS}<int:pk>/slet/", round_views.delete, name="round_delete"),
    path(f"{_ROUNDS}<int:pk>/hent/", round_views.download, name="round_csv"),
]
