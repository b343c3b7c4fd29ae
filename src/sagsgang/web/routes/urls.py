"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, include, path

from sagsgang.web.routes.views import forgotten, stop, templates, way

app_name = "routes"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("sagsgang.web.routes.hearings.urls")),
    path("sager/<int:pk>/vej/", way.way, name="way"),
    path("sager/<int:pk>/vej/proev/", way.way_try, name="try"),
    path(
        "sager/<int:pk>/vej/forskelle/<int:before>/<int:after>/",
        way.differences,
        name="differences",
    ),
    path("sager/<int:pk>/vej/<int:stop_pk>/", stop.stop, name="stop"),
    path("sager/<int:pk>/vej/<int:stop_pk>/beslutning/", stop.record, name="record"),
    path("sager/<int:pk>/vej/<int:stop_pk>/tilfoejelse/", stop.append, name="append"),
    path("sagsgang/glemt/", forgotten.forgotten, name="forgotten"),
    path("administration/sagsgange/", templates.template_list, name="templates"),
    path("administration/sagsgange/<int:pk>/", templates.template, name="template"),
]
