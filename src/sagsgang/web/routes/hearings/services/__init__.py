"""Writing hearings: begun, answered, reminded, extended, closed, and laid in the case."""

from sagsgang.web.routes.hearings.services.answer import answer_record, answer_send, draft_save
from sagsgang.web.routes.hearings.services.collect import collected_html, hearing_collect
from sagsgang.web.routes.hearings.services.manage import (
    hearing_close,
    hearing_extend,
    hearing_remind,
    hearing_withdraw,
)
from sagsgang.web.routes.hearings.services.start import hearing_start

__all__ = [
    "answer_record",
    "answer_send",
    "collected_html",
    "draft_save",
    "hearing_close",
    "hearing_collect",
    "hearing_extend",
    "hearing_remind",
    "hearing_start",
    "hearing_withdraw",
]
