"""Minutes → findings: what a document says that cannot be right, recomputed and explained."""

from sagsgang.checking.finding import (
    Dismissal,
    Finding,
    Place,
    Report,
    Severity,
    Skipped,
    Status,
    Suppressed,
    Totals,
    Verified,
)
from sagsgang.checking.page import explain
from sagsgang.checking.registry import UnknownRule, all_rules, rule
from sagsgang.checking.runner import check

__all__ = [
    "Dismissal",
    "Finding",
    "Place",
    "Report",
    "Severity",
    "Skipped",
    "Status",
    "Suppressed",
    "Totals",
    "UnknownRule",
    "Verified",
    "all_rules",
    "check",
    "explain",
    "rule",
]
