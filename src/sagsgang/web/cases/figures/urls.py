"""Addresses of a case's figures: `/sager/12/tal/…`."""

from django.urls import URLPattern, URLResolver, path, register_converter

from sagsgang.web.cases.figures import charts, views


class FigureKey:
    """What a figure is called in its case's text."""

    regex = "t[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> str:
        """The key."""
        return value

    def to_url(self, value: str) -> str:
        """The key."""
        return value


register_converter(FigureKey, "figure")

_FIGURES = "sager/<int:pk>/tal/"
_FIGURE = f"{_FIGURES}<figure:key>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_FIGURES}indsaet/", views.insert, name="figure_insert"),
    path(f"{_FIGURES}opdater/", views.refresh, name="figures_refresh"),
    path(_FIGURE, views.figure, name="figure"),
    path(f"{_FIGURE}ret/", views.change, name="figure_change"),
    path(f"{_FIGURE}fjern/", views.remove, name="figure_remove"),
    path(f"{_FIGURE}diagram.svg", charts.chart, name="figure_chart"),
]
