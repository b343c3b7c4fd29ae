"""Addresses of the room: each of its parts brings its own, and the case itself has these."""

from django.urls import URLPattern, URLResolver, include, path

from sagsgang.web.cases.views import (
    changing,
    conflict,
    filling,
    making,
    reading,
    templates,
    writing,
)

app_name = "cases"
_CASE = "sager/<int:pk>/"
_WRITE = f"{_CASE}skriv/"
_SECTION = f"{_WRITE}afsnit/<int:section>/"
_KEPT = f"{_WRITE}to-tekster/<int:kept>/"
_VERSIONS = f"{_CASE}versioner/"
_TEMPLATES = "administration/skabeloner/"
_TEMPLATE = f"{_TEMPLATES}<int:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("sagsgang.web.cases.listing.urls")),
    path("", include("sagsgang.web.cases.review.urls")),
    path("", include("sagsgang.web.cases.attachments.urls")),
    path("", include("sagsgang.web.cases.checks.urls")),
    path("", include("sagsgang.web.cases.figures.urls")),
    path("", include("sagsgang.web.cases.appropriation.urls")),
    path("sager/ny/", making.create, name="create"),
    path(_CASE, reading.case, name="case"),
    path(f"{_CASE}genbrug/", making.reuse, name="reuse"),
    path(f"{_CASE}oplysninger/", changing.head, name="head"),
    path(f"{_CASE}del/", changing.share, name="share"),
    path(f"{_CASE}del/<int:user>/fjern/", changing.unshare, name="unshare"),
    path(f"{_CASE}trin/<slug:name>/", changing.step, name="step"),
    path(_WRITE, writing.write, name="write"),
    path(f"{_WRITE}her/", writing.here, name="here"),
    path(f"{_WRITE}punkter/", writing.points, name="points"),
    path(f"{_WRITE}fil/", filling.upload, name="upload"),
    path(f"{_WRITE}fil/brug/", filling.fill, name="fill"),
    path(_SECTION, writing.text_save, name="text_save"),
    path(f"{_SECTION}intet/", writing.text_nothing, name="text_nothing"),
    path(f"{_SECTION}stadig-rigtig/", writing.still_right, name="still_right"),
    path(_KEPT, conflict.conflict, name="conflict"),
    path(f"{_KEPT}hendes/", conflict.use_hers, name="use_hers"),
    path(f"{_KEPT}mine/", conflict.use_my_points, name="use_my_points"),
    path(_VERSIONS, reading.versions, name="versions"),
    path(f"{_VERSIONS}forskel/", reading.compare, name="compare"),
    path(f"{_VERSIONS}<int:number>/", reading.version, name="version"),
    path(f"{_VERSIONS}<int:number>/hent/", reading.restore, name="restore"),
    path(_TEMPLATES, templates.templates, name="templates"),
    path(f"{_TEMPLATES}ny/", templates.create, name="template_create"),
    path(f"{_TEMPLATES}hent/", templates.install, name="template_install"),
    path(_TEMPLATE, templates.template, name="template"),
    path(f"{_TEMPLATE}afsnit/", templates.sections, name="template_sections"),
    path(f"{_TEMPLATE}kopi/", templates.copy, name="template_copy"),
    path(f"{_TEMPLATE}brug/", templates.switch, name="template_switch"),
]
