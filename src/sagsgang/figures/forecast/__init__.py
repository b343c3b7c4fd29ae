"""What the rest of a year will be: a forecast with its error on the municipality's own history."""

from sagsgang.figures.forecast.forecast import Expected, Forecast, forecast_rest_of_year
from sagsgang.figures.forecast.history import CannotForecast, History, history_of
from sagsgang.figures.forecast.scenario import Scenario
from sagsgang.figures.forecast.spending import (
    LIMITS,
    SpendingForecast,
    last_month_of_spending,
    spending_forecast,
)

__all__ = [
    "LIMITS",
    "CannotForecast",
    "Expected",
    "Forecast",
    "History",
    "Scenario",
    "SpendingForecast",
    "forecast_rest_of_year",
    "history_of",
    "last_month_of_spending",
    "spending_forecast",
]
