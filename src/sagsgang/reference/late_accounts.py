"""Which accounts are posted late, and when; the accounts are data in `late_accounts.toml`."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class LateAccount(NamedTuple):
    """How the number of the account begins, and from and to when (both included) it is late."""

    account: str
    title: str
    first: date
    last: date


@cache
def all_late_accounts() -> tuple[LateAccount, ...]:
    """Every account that is or was posted late, in the order of the list."""
    data = tomllib.loads((files(__package__) / "late_accounts.toml").read_text("utf-8"))
    return tuple(
        LateAccount(each["account"], each["title"], each["from"], each.get("to", date.max))
        for each in data["account"]
    )


def late_accounts(on: date) -> tuple[str, ...]:
    """How the numbers of the accounts begin that are posted late on a day."""
    return tuple(each.account for each in all_late_accounts() if each.first <= on <= each.last)
