"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.notifications import views

app_name = "notifications"
urlpatterns: list[URLPattern | URLResolver] = [
    path("beskeder/", views.notifications, name="notifications"),
    path("beskeder/<int:notification_id>/laest/", views.read, name="read"),
    path("beskeder/alle-laest/", views.read_all, name="read_all"),
    path("beskeder/fortryd/", views.undo, name="undo"),
    path("beskeder/indstillinger/", views.preferences, name="preferences"),
]
