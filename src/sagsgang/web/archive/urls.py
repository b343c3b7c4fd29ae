"""Addresses of the archive: Danish words, and the meeting's date, so that people can read and guess
them.
"""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from sagsgang.web.archive.checked_file import KEY
from sagsgang.web.archive.views import adding, cases, checked, documents, overview, rules, search


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


class Key(StringConverter):
    """The secret key of a checked file."""

    regex = KEY


register_converter(AgendaBesideMinutes, "kind")
register_converter(Key, "key")

app_name = "archive"
_MEETING = "<slug:municipality>/<slug:body>/<slug:meeting>/"
_CHECKED = "tjek/referat/<key:key>/"
_PAGES = (
    ("meeting", "", documents.meeting),
    ("item", "punkt/<slug:item>/", documents.item),
    ("source", "kilde/", documents.source),
    ("data", "data.json", documents.data),
)

urlpatterns = [
    path("", overview.front, name="front"),
    path("soeg/", search.search, name="search"),
    path("kommuner/", overview.municipalities, name="municipalities"),
    path("tilfoej/", adding.upload, name="upload"),
    path("tilfoej/<uuid:operation>/", adding.upload_result, name="upload_result"),
    path("tjek/referat/", checked.check, name="check"),
    path(f"{_CHECKED}laeg-i-arkivet/", checked.keep, name="checked_keep"),
    path(_CHECKED, checked.meeting, name="checked_meeting"),
    path(f"{_CHECKED}punkt/<slug:item>/", checked.item, name="checked_item"),
    path(f"{_CHECKED}kilde/", checked.source, name="checked_source"),
    path(f"{_CHECKED}data.json", checked.data, name="checked_data"),
    path("tjek/", rules.rules, name="rules"),
    path("tjek/<slug:code>/", rules.rule, name="rule"),
    path("sag/<slug:municipality>/<slug:case>/", cases.case, name="case"),
    path("<slug:municipality>/", overview.municipality, name="municipality"),
    path("<slug:municipality>/<slug:body>/", overview.body, name="body"),
    *(path(_MEETING + rest, view, name=name) for name, rest, view in _PAGES),
    *(
        path(f"{_MEETING}<kind:kind>/{rest}", view, name=f"{name}_of_kind")
        for name, rest, view in _PAGES
    ),
]
