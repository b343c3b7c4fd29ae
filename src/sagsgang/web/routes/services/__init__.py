"""Writing a case's way: treatments, what they decided, and the ways of many cases."""

from sagsgang.web.routes.services.stops import (
    route_lay,
    stop_add,
    stop_move,
    stop_postpone,
    stop_schedule,
    stop_withdraw,
)
from sagsgang.web.routes.services.stops_treated import (
    PointDecision,
    stop_append,
    stop_dispatch,
    stop_record,
    stop_settle,
)

__all__ = [
    "PointDecision",
    "route_lay",
    "stop_add",
    "stop_append",
    "stop_dispatch",
    "stop_move",
    "stop_postpone",
    "stop_record",
    "stop_schedule",
    "stop_settle",
    "stop_withdraw",
]
