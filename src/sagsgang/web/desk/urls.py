"""Addresses of the desk."""

from django.urls import path

from sagsgang.web.desk.views import processes, work

app_name = "desk"
urlpatterns = [
    path("arbejde/", work.work, name="work"),
    path("arbejde/soeg/", work.search, name="search"),
    path("processer/", processes.processes, name="processes"),
]
