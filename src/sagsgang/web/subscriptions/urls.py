"""Addresses of subscriptions. A key in an address is only in the mails to the one it is for."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.subscriptions import views

app_name = "subscriptions"
urlpatterns: list[URLPattern | URLResolver] = [
    path("abonner/", views.subscribe, name="subscribe"),
    path("abonner/sendt/", views.sent, name="sent"),
    path("abonner/bekraeft/<slug:key>/", views.confirm, name="confirm"),
    path("abonner/stop/<str:keys>/", views.stop, name="stop"),
    path("abonner/mine/<slug:key>/", views.own, name="own"),
]
