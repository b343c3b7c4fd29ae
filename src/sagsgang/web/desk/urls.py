"""Addresses of the desk."""

from django.urls import path

from sagsgang.web.desk.views import manual, processes, work

app_name = "desk"
urlpatterns = [
    path("arbejde/", work.work, name="work"),
    path("arbejde/soeg/", work.search, name="search"),
    path("hjaelp/", manual.manual, name="manual"),
    path("hjaelp/<slug:name>/", manual.manual, name="manual_page"),
    path("hjaelp/billeder/<slug:name>.png", manual.picture, name="manual_picture"),
    path("processer/", processes.processes, name="processes"),
]
