"""Addresses of the example: trying the roles."""

from django.urls import URLPattern, URLResolver

app_name = "example"
urlpatterns: list[URLPattern | URLResolver] = []
