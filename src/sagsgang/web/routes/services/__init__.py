"""Writing a case's way: treatments, what they decided, and the ways of many cases."""

from sagsgang.web.routes.services.route_templates import (
    route_template_create,
    route_template_remove,
    route_template_rename,
    route_template_stop_add,
    route_template_stop_move,
    route_template_stop_remove,
)
from sagsgang.web.routes.services.stops import (
    route_lay,
    stop_add,
    stop_move,
    stop_postpone,
    stop_schedule,
    stop_withdraw,
)
from sagsgang.web.routes.services.stops_back import stop_unschedule
from sagsgang.web.routes.services.stops_dated import (
    route_dates_take,
    route_repeat,
    stop_let_decide,
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
    "route_dates_take",
    "route_lay",
    "route_repeat",
    "route_template_create",
    "route_template_remove",
    "route_template_rename",
    "route_template_stop_add",
    "route_template_stop_move",
    "route_template_stop_remove",
    "stop_add",
    "stop_append",
    "stop_dispatch",
    "stop_let_decide",
    "stop_move",
    "stop_postpone",
    "stop_record",
    "stop_schedule",
    "stop_settle",
    "stop_unschedule",
    "stop_withdraw",
]
