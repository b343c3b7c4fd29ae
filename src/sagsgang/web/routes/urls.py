"""Addresses of the room."""

from django.urls import URLPattern, URLResolver

app_name = "routes"
urlpatterns: list[URLPattern | URLResolver] = []
