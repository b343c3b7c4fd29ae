"""What others decided before, word for word: frozen when a text is given out, live after that."""

from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from sagsgang.web.routes.models import CaseStop, StopState


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """One part of a decision."""

    numbers: str
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class EarlierAddition:
    """What was added to a decision afterwards."""

    key: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """A treatment that was, as it is printed in the text of a later one. `came_after` is when it
    was written, where that was after the text had been given out.
    """

    stop: int
    body: str
    decided_on: date
    item_number: str
    outcome: str
    text: str
    absent: str
    kind: str
    points: tuple[EarlierPoint, ...] = ()
    additions: tuple[EarlierAddition, ...] = field(default=())
    came_after: datetime | None = None


def earlier_of(stop: CaseStop) -> list[Earlier]:
    """ "Tidligere besluttet" for the text of a treatment, in the order of the days: what was frozen
    when it was given out, and after that what has come since, marked with its time.
    """
    live = _live(stop)
    if stop.dispatched_at is None and stop.state != StopState.TREATED:
        return [earlier for earlier, _at in live]
    given_out = stop.dispatched_at or stop.recorded_at or timezone.now()
    frozen = {each["stop"]: each for each in stop.earlier}
    found = [earlier_read(each) for each in stop.earlier]
    known = {a["key"] for each in stop.earlier for a in each["additions"]}
    for each, recorded_at in live:
        if each.stop not in frozen:
            found.append(replace(each, came_after=recorded_at or given_out))
        else:
            new = tuple(a for a in each.additions if a.key not in known)
            if new:
                place = next(i for i, one in enumerate(found) if one.stop == each.stop)
                added = (*found[place].additions, *new)
                found[place] = replace(found[place], additions=added)
    return sorted(found, key=lambda each: (each.decided_on, each.stop))


def earlier_frozen(stop: CaseStop) -> list[dict[str, Any]]:
    """The same as rows for `CaseStop.earlier`."""
    frozen = []
    for each, _at in _live(stop):
        row = asdict(each)
        row["decided_on"] = each.decided_on.isoformat()
        row["additions"] = [
            {"key": a.key, "text": a.text, "at": a.at.isoformat()} for a in each.additions
        ]
        row["points"] = [asdict(point) for point in each.points]
        row.pop("came_after")
        frozen.append(row)
    return frozen


def _live(stop: CaseStop) -> list[tuple[Earlier, datetime | None]]:
    treated = (
        CaseStop.objects.filter(case=stop.case_id, state=StopState.TREATED)
        .exclude(pk=stop.pk)
        .select_related("body")
        .prefetch_related("decided_points", "addenda")
        .order_by("decided_on", "pk")
    )
    if stop.state == StopState.TREATED and stop.decided_on:
        treated = treated.filter(decided_on__lte=stop.decided_on)
    return [(_row(each), each.recorded_at) for each in treated]


def _row(stop: CaseStop) -> Earlier:
    assert stop.decided_on is not None
    return Earlier(
        stop=stop.pk,
        body=str(stop.body),
        decided_on=stop.decided_on,
        item_number=stop.item_number,
        outcome=stop.outcome,
        text=stop.decision_text,
        absent=stop.absent,
        kind=stop.kind,
        points=tuple(EarlierPoint(p.numbers, p.outcome, p.text) for p in stop.decided_points.all()),
        additions=tuple(EarlierAddition(a.pk, a.text, a.at) for a in stop.addenda.all()),
    )


def earlier_read(row: dict[str, Any]) -> Earlier:
    """A row of `CaseStop.earlier` as what it tells."""
    return Earlier(
        **row
        | {
            "decided_on": date.fromisoformat(row["decided_on"]),
            "points": tuple(EarlierPoint(**point) for point in row["points"]),
            "additions": tuple(
                EarlierAddition(a["key"], a["text"], datetime.fromisoformat(a["at"]))
                for a in row["additions"]
            ),
        }
    )
