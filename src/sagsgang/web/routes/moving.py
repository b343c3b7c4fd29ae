"""Where "earlier", "later", "beside" and "on its own" lead on a way of numbered steps."""

from collections.abc import Sequence
from typing import Protocol


class Stepped(Protocol):
    """Anything with a place on a way."""

    pk: int
    step: int


def place_of(stop: Stepped, stops: Sequence[Stepped], where: str) -> tuple[int, bool] | None:
    """The step to move to, and whether it is shared with those on it; None when that is where the
    treatment stands already.
    """
    steps = sorted({each.step for each in stops})
    is_alone = sum(each.step == stop.step for each in stops) == 1
    before = max((step for step in steps if step < stop.step), default=None)
    after = min((step for step in steps if step > stop.step), default=None)
    if where == "own":
        return None if is_alone else (stop.step + 1, False)
    if where == "beside":
        return None if before is None else (before, True)
    if where == "earlier":
        if before is not None:
            return before, False
        return None if is_alone else (stop.step, False)
    if after is not None:
        return after + 1, False
    return None if is_alone else (stop.step + 1, False)
