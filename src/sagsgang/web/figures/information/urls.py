"""The addresses of Ledelsesinformation."""

from django.urls import URLPattern, path

from sagsgang.web.figures.information import expecting, views

_HERE = "ledelsesinformation/"

urlpatterns: list[URLPattern] = [
    path(_HERE, views.information, name="information"),
    path(f"{_HERE}data.csv", views.data_csv, name="information_csv"),
    path(f"{_HERE}data.json", views.data_json, name="information_json"),
    path(f"{_HERE}billede/<slug:name>.svg", views.picture, name="information_picture"),
    path(f"{_HERE}prognose/", expecting.forecast, name="forecast"),
    path(f"{_HERE}indikator/<slug:name>/", views.counted, name="counted"),
]
