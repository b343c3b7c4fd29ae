"""Addresses of a case's attachments."""

from django.urls import path

from sagsgang.web.cases.attachments import views

_ONE = "sager/<int:pk>/bilag/<int:attachment>/"
urlpatterns = [
    path("sager/<int:pk>/bilag/", views.attachments, name="attachments"),
    path(_ONE, views.attachment, name="attachment"),
    path(f"{_ONE}version/", views.version, name="attachment_version"),
    path(f"{_ONE}flyt/", views.move, name="attachment_move"),
    path(f"{_ONE}fjern/", views.remove, name="attachment_remove"),
    path(f"{_ONE}tilbage/", views.restore, name="attachment_restore"),
    path(f"{_ONE}fil/<int:number>/", views.attachment_file, name="attachment_file"),
]
