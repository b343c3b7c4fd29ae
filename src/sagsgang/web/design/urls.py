"""Addresses of the frame itself: the choice of language."""

from django.urls import path
from django.views.i18n import set_language

urlpatterns = [path("sprog/", set_language, name="language_choose")]
