"""The addresses of figures: `/tal/…` for those who work with them, `/ledelsesinformation/…`."""

from django.urls import URLPattern, URLResolver

from sagsgang.web.figures.information.urls import urlpatterns as information

app_name = "figures"
urlpatterns: list[URLPattern | URLResolver] = [*information]
