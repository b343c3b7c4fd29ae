"""Addresses of the example: trying the roles."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.example import views

app_name = "example"
urlpatterns: list[URLPattern | URLResolver] = [
    path("eksempel/proev-som/", views.role_try, name="role_try"),
]
