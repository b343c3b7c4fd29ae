"""The addresses of figures: `/tal/…` for those who work with them, `/ledelsesinformation/…`."""

from django.urls import URLPattern, URLResolver

app_name = "figures"
urlpatterns: list[URLPattern | URLResolver] = []
