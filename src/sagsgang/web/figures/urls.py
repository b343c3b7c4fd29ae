"""The addresses of figures: `/tal/…` for those who work with them, `/ledelsesinformation/…`."""

from django.urls import URLPattern, URLResolver, path

from sagsgang.web.figures.information.urls import urlpatterns as information
from sagsgang.web.figures.loading import views as loading
from sagsgang.web.figures.report.urls import urlpatterns as report

app_name = "figures"

_LOADING = "tal/indlaes/"
_UPLOAD = f"{_LOADING}<int:pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    *information,
    *report,
    path(_LOADING, loading.loading, name="loading"),
    path(f"{_LOADING}hent/", loading.fetch, name="fetch"),
    path(_UPLOAD, loading.upload, name="upload"),
    path(f"{_UPLOAD}tilstand.json", loading.upload_state, name="upload_state"),
    path(f"{_UPLOAD}kolonner/", loading.columns, name="columns"),
    path(f"{_UPLOAD}lad-vaere/", loading.drop, name="upload_drop"),
    path(f"{_LOADING}traek-tilbage/<int:number>/", loading.withdraw, name="withdraw"),
]
