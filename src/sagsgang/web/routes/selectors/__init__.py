"""Reading the ways of cases: one whole, a body's coming cases, and what nobody took up."""

from sagsgang.web.routes.selectors.forgotten import Forgotten, Why, referred_and_forgotten
from sagsgang.web.routes.selectors.way import route_of, stop_get, stops_treated, stops_waiting

__all__ = [
    "Forgotten",
    "Why",
    "referred_and_forgotten",
    "route_of",
    "stop_get",
    "stops_treated",
    "stops_waiting",
]
