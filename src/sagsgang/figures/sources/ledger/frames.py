"""Which frame an account counts in when the extract does not say: a setting, with dates of force.

The table beside it follows the division that is in use; no public source spells it out function by
function, so a municipality tells its own in the extract's column “Ramme”, which goes first.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FrameRule:
    """Accounts that begin with `account` and have this dranst, from one day to another, both in."""

    account: str
    dranst: str
    frame: str
    valid_from: date
    valid_to: date | None
    note: str


@cache
def frame_rules() -> tuple[FrameRule, ...]:
    """Every rule, the closest first."""
    lines = (files(__package__) / "frames.csv").read_text("utf-8").splitlines()
    rules = [
        FrameRule(
            row["account"],
            row["dranst"],
            row["frame"],
            date.fromisoformat(row["valid_from"]),
            date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            row["note"],
        )
        for row in csv.DictReader(lines)
    ]
    return tuple(sorted(rules, key=lambda rule: -len(rule.account)))


def frame_of(account: str, dranst: str, on: date) -> str | None:
    """The frame that an account counted in on a day; None where the account or its dranst is not
    known, or no rule was in force.
    """
    if not dranst or (not account and dranst in ("1", "2")):
        return None
    for rule in frame_rules():
        is_of = not rule.account or (account + ".").startswith(rule.account + ".")
        in_force = rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to)
        if is_of and rule.dranst == dranst and in_force:
            return rule.frame
    return None
