"""The addresses of reports."""

from django.urls import URLPattern, path

from sagsgang.web.figures.report import views

_HERE = "ledelsesinformation/rapporter/"
_ONE = f"{_HERE}<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(_HERE, views.reports, name="reports"),
    path(f"{_HERE}ny/", views.make, name="report_make"),
    path(f"{_HERE}udgave/<int:pk>/", views.release, name="release"),
    path(_ONE, views.report, name="report"),
    path(f"{_ONE}ret/", views.change, name="report_change"),
    path(f"{_ONE}vis/", views.preview, name="report_preview"),
    path(f"{_ONE}afsnit/ny/", views.section, name="report_section_new"),
    path(f"{_ONE}afsnit/<int:section>/", views.section, name="report_section"),
    path(f"{_ONE}afsnit/<int:section>/fjern/", views.section_remove, name="report_section_remove"),
]
