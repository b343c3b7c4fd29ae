"""Addresses of the checks of a case."""

from django.urls import path

from sagsgang.checking import all_rules
from sagsgang.web.cases.checks import views

# The rules are read when the website starts, not when somebody first pauses in writing.
all_rules()

urlpatterns = [
    path("sager/<int:pk>/tjek/", views.case_checks, name="case_checks"),
    path("sager/<int:pk>/tjek/saet-til-side/", views.finding_set_aside, name="finding_set_aside"),
    path("sager/<int:pk>/tjek/tag-frem/", views.finding_take_up, name="finding_take_up"),
]
