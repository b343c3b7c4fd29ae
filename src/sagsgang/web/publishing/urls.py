"""Addresses of publishing in the workplace. What everybody reads is served by `public/`."""

from django.urls import URLPattern, URLResolver, path, register_converter

from sagsgang.web.meetings.agendas.addresses import MeetingPlaceConverter
from sagsgang.web.publishing.public import serving
from sagsgang.web.publishing.views import publishing

register_converter(MeetingPlaceConverter, "published_place")

app_name = "publishing"
_PUBLISH = "moeder/<slug:slug>/<published_place:place>/offentliggoer/"
urlpatterns: list[URLPattern | URLResolver] = [
    # So that it has a name; it is answered before addresses are looked up.
    path("offentlig/", serving.root, name="public"),
    path(_PUBLISH, publishing.publishing, name="publishing"),
    path(f"{_PUBLISH}udelad/", publishing.redact, name="redact"),
    path(f"{_PUBLISH}udeladt/<int:pk>/med-igen/", publishing.redaction_end, name="redaction_end"),
    path(f"{_PUBLISH}<slug:kind>/", publishing.publish, name="publish"),
    path(f"{_PUBLISH}<slug:kind>/se/", publishing.preview, name="preview"),
    path(f"{_PUBLISH}<slug:kind>/traek-tilbage/", publishing.withdraw, name="withdraw"),
]
