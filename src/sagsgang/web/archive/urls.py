"""Addresses of the archive: Danish words, and the meeting's date, so that people can read and guess
them.
"""

from django.urls import path, register_converter

from sagsgang.web.archive import views


class AgendaBesideMinutes:
    """`dagsorden` in the address ↔ the kind `agenda`, of a meeting that has minutes too."""

    regex = "dagsorden"

    def to_python(self, value: str) -> str:
        """The kind of document."""
        return "agenda"

    def to_url(self, value: str) -> str:
        """The word in the address; ValueError for any other kind."""
        if value != "agenda":
            raise ValueError(value)
        return self.regex


register_converter(AgendaBesideMinutes, "kind")

app_name = "archive"
_MEETING = "<slug:municipality>/<slug:body>/<slug:meeting>/"
_PAGES = (
    ("meeting", "", views.meeting),
    ("item", "punkt/<slug:item>/", views.item),
    ("source", "kilde/", views.source),
    ("data", "data.json", views.data),
)

urlpatterns = [
    path("", views.front, name="front"),
    path("kommuner/", views.municipalities, name="municipalities"),
    path("tilfoej/", views.upload, name="upload"),
    path("tilfoej/<uuid:operation>/", views.upload_result, name="upload_result"),
    path("tjek/", views.rules, name="rules"),
    path("tjek/<slug:code>/", views.rule, name="rule"),
    path("<slug:municipality>/", views.municipality, name="municipality"),
    path("<slug:municipality>/<slug:body>/", views.body, name="body"),
    *(path(_MEETING + rest, view, name=name) for name, rest, view in _PAGES),
    *(
        path(f"{_MEETING}<kind:kind>/{rest}", view, name=f"{name}_of_kind")
        for name, rest, view in _PAGES
    ),
]
