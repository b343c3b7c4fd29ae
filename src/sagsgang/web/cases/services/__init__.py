"""Writing cases: their head, text, points, versions and states, and the templates."""

from sagsgang.web.cases.services.create import case_create, case_number_propose
from sagsgang.web.cases.services.filling import FillInput, case_text_fill
from sagsgang.web.cases.services.head import case_head_save, case_share, case_unshare
from sagsgang.web.cases.services.points import PointInput, PointsSaved, points_save
from sagsgang.web.cases.services.reuse import case_reuse
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.states import (
    case_approve,
    case_close,
    case_recall,
    case_reopen,
    case_return,
    case_revise,
    case_send,
    case_withdraw,
)
from sagsgang.web.cases.services.template_install import template_install, template_install_all
from sagsgang.web.cases.services.templates import (
    SectionInput,
    template_activate,
    template_copy,
    template_create,
    template_deactivate,
    template_save,
    template_sections_save,
)
from sagsgang.web.cases.services.text import (
    TextSaved,
    case_text_nothing,
    case_text_save,
    kept_text_settle,
    presence_note,
    section_still_right,
)
from sagsgang.web.cases.services.versions import version_make, version_restore

__all__ = [
    "FillInput",
    "PointInput",
    "PointsSaved",
    "SectionInput",
    "TextSaved",
    "case_approve",
    "case_close",
    "case_create",
    "case_head_save",
    "case_number_propose",
    "case_recall",
    "case_reopen",
    "case_return",
    "case_reuse",
    "case_revise",
    "case_send",
    "case_share",
    "case_text_fill",
    "case_text_nothing",
    "case_text_save",
    "case_unshare",
    "case_withdraw",
    "kept_text_settle",
    "points_save",
    "presence_note",
    "search_text_update",
    "section_still_right",
    "template_activate",
    "template_copy",
    "template_create",
    "template_deactivate",
    "template_install",
    "template_install_all",
    "template_save",
    "template_sections_save",
    "version_make",
    "version_restore",
]
