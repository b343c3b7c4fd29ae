"""Writing outgoing answers: begun, changed, approved, sent, copied and withdrawn."""

from sagsgang.web.routes.outgoing.services.approving import (
    outgoing_approve,
    outgoing_ask,
    outgoing_return,
)
from sagsgang.web.routes.outgoing.services.sending import (
    outgoing_copy,
    outgoing_dispatch,
    outgoing_withdraw,
)
from sagsgang.web.routes.outgoing.services.writing import outgoing_begin, outgoing_save

__all__ = [
    "outgoing_approve",
    "outgoing_ask",
    "outgoing_begin",
    "outgoing_copy",
    "outgoing_dispatch",
    "outgoing_return",
    "outgoing_save",
    "outgoing_withdraw",
]
