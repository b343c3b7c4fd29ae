"""The page of the forecast: the year's spending as the ledger leads to expect it, and its error."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from sagsgang.figures.chart import Chart, Line, Point, Step, forecast_chart, svg
from sagsgang.figures.forecast import (
    LIMITS,
    CannotForecast,
    SpendingForecast,
    last_month_of_spending,
    spending_forecast,
)
from sagsgang.figures.forecast.forecast import Expected
from sagsgang.figures.observation import Unit
from sagsgang.figures.overview import members_of
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.wording import (
    HouseStyle,
    corridor_in_words,
    deviation_in_words,
    money_in_words,
)
from sagsgang.language.numbers import format_number
from sagsgang.web.design.page import Crumb
from sagsgang.web.figures.information.assuming import Assumptions
from sagsgang.web.figures.information.tables import origins_told
from sagsgang.web.figures.information.views import load_address, of_municipality
from sagsgang.web.figures.selectors import area_of, house_style, store

#: So many months of what was spent are drawn.
DRAWN = 24


@of_municipality
def forecast(request: HttpRequest, home: Any) -> HttpResponse:
    """The rest of the year, of what the reader limits it to and with what she assumes."""
    snapshot, area, style = store().snapshot(), area_of(home), house_style(home)
    last = last_month_of_spending(snapshot, area)
    rest = [Period(n, 1) for n in range(last.first + 1, last.year.last + 1)] if last else []
    spent = [indicator("spending_to_date")]
    members = {name: members_of(snapshot, spent, area, name) for name in LIMITS}
    form = Assumptions(request.GET, members, rest)
    context: dict[str, Any] = {
        "home": home,
        "form": form,
        "has_spending": last is not None,
        "load_address": load_address(request, home),
        "trail": [
            Crumb(_("Management information"), reverse("figures:information")),
            Crumb(_("Forecast of the year's spending")),
        ],
    }
    if last is not None and form.is_valid():
        where = form.where()
        try:
            found = spending_forecast(snapshot, area, where=where or None, scenario=form.scenario())
        except CannotForecast as error:
            context["refused"] = str(error)
        else:
            names = [member for members in where.values() for member in members]
            context |= _shown(found, names, style)
    return render(request, "figures/information/forecast.html", context)


def _shown(found: SpendingForecast, names: list[str], style: HouseStyle) -> dict[str, Any]:
    made = found.forecast
    title = ", ".join([f"Forbrug {made.last.calendar_year}", *names])
    chart = _chart(found, ", ".join(["Forbrug pr. måned", *names]))
    of_budget, of_estimate = found.deviation, found.from_estimate
    return {
        "title": title,
        "found": found,
        "origins": origins_told(found.origins),
        "year": money_in_words(made.year.value, style),
        "deviation": None if of_budget is None else deviation_in_words(of_budget, style),
        "facts": _facts(found, style),
        "from_estimate": None if of_estimate is None else _beside(of_estimate, style),
        "picture": mark_safe(svg(chart, "prognose")),
        "chart": chart,
        "months": [(month.in_danish(), *_kroner(each)) for month, each in made.months],
        "whole": _kroner(made.rest),
        "has_interval": made.rest.low is not None,
    }


def _facts(found: SpendingForecast, style: HouseStyle) -> list[tuple[str, str]]:
    """What is told beside the forecast, a name and a value each; the error is one of them."""
    made = found.forecast
    told = [
        (_("Spent to and including %s") % made.last.in_danish(), money_in_words(made.known, style)),
        (_("Expected in the rest of the year"), money_in_words(made.rest.value, style)),
        (_("Expected of the whole year"), money_in_words(made.year.value, style)),
        (_("Interval of the whole year"), _between(made.year, style)),
        (_("Method"), made.method),
        (_("Mean error"), _error(found, style)),
        (_("Adjusted budget"), _or_missing(found.budget.value, style)),
    ]
    budget, low, high = found.budget.value, made.year.low, made.year.high
    if budget is not None and low is not None and high is not None:
        corridor = corridor_in_words(low - budget, high - budget, style)
        told.append((_("Deviation from the adjusted budget"), corridor))
    if found.estimate.value is not None:
        when = f" ({found.estimated.in_danish()})" if found.estimated else ""
        told.append((_("Economy's own estimate") + when, _or_missing(found.estimate.value, style)))
    return told


def _between(each: Expected, style: HouseStyle) -> str:
    if each.low is None or each.high is None:
        return _("none: the history is too short")
    low, high = money_in_words(each.low, style), money_in_words(each.high, style)
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def _error(found: SpendingForecast, style: HouseStyle) -> str:
    """The mean absolute error, the same in percent, and from how many moments it was tried."""
    tested = found.forecast.tested
    if tested is None:
        return _("not known: the history is too short")
    share = "" if tested.mape is None else f" ({format_number(Decimal(tested.mape * 100), 1)} pct.)"
    return _("%(money)s a month%(share)s, tried from %(n)s earlier moments") % {
        "money": money_in_words(Decimal(tested.mae), style),
        "share": share,
        "n": tested.origins,
    }


def _beside(kroner: Decimal, style: HouseStyle) -> str:
    """How the forecast lies beside economy's estimate."""
    amount = money_in_words(abs(kroner), style)
    if amount == money_in_words(Decimal(0), style):
        return _("the same as the estimate")
    words = _("%s above the estimate") if kroner > 0 else _("%s below the estimate")
    return words % amount


def _chart(found: SpendingForecast, title: str) -> Chart:
    history = found.history
    points = [
        Point(Period(history.first.first + n, 1), value) for n, value in enumerate(history.values)
    ]
    steps = [Step(month, e.value, e.low, e.high) for month, e in found.forecast.months]
    return forecast_chart(title, Unit.KR, Line("", tuple(points[-DRAWN:])), steps)


def _or_missing(value: Decimal | None, style: HouseStyle) -> str:
    return _("not told") if value is None else money_in_words(value, style)


def _kroner(each: Expected) -> tuple[str, str, str]:
    low, high = ("" if v is None else format_number(v, 0) for v in (each.low, each.high))
    return format_number(each.value, 0), low, high
