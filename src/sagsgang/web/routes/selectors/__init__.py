"""Reading the ways of cases: one whole, a body's coming cases, and what nobody took up."""

from sagsgang.web.routes.selectors.forgotten import (
    Forgotten,
    Why,
    forgotten_bodies,
    referred_and_forgotten,
)
from sagsgang.web.routes.selectors.route_templates import route_template_get, route_templates
from sagsgang.web.routes.selectors.way import (
    points_put_to,
    route_of,
    stop_get,
    stops_treated,
    stops_waiting,
)

__all__ = [
    "Forgotten",
    "Why",
    "forgotten_bodies",
    "points_put_to",
    "referred_and_forgotten",
    "route_of",
    "route_template_get",
    "route_templates",
    "stop_get",
    "stops_treated",
    "stops_waiting",
]
