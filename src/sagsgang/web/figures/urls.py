"""The addresses of figures: `/tal/…` for those who work with them, `/ledelsesinformation/…`."""

from django.urls import URLPattern, URLResolver

from sagsgang.web.figures.information.urls import urlpatterns as information
from sagsgang.web.figures.report.urls import urlpatterns as report

app_name = "figures"
urlpatterns: list[URLPattern | URLResolver] = [*information, *report]
