"""Those who write in one hearing wait for each other: every write takes the case's row first."""

from sagsgang.web.routes.models import Hearing, HearingRound
from sagsgang.web.routes.services.stops_locked import case_locked


def hearing_open(hearing: Hearing) -> Hearing:
    """One body's part as it is now, with its case locked."""
    case = case_locked(hearing.stop.case)
    fresh = Hearing.objects.select_related("stop__body", "stop__meeting", "round").get(
        pk=hearing.pk
    )
    fresh.stop.case = fresh.round.case = case
    return fresh


def round_open(asked: HearingRound) -> HearingRound:
    """The round as it is now, with its case locked."""
    case = case_locked(asked.case)
    fresh = HearingRound.objects.get(pk=asked.pk)
    fresh.case = case
    return fresh


def hearings_of(asked: HearingRound) -> list[Hearing]:
    """The parts of a round that was opened, each with that very round."""
    found = list(asked.hearings.select_related("stop__body"))
    for each in found:
        each.round = asked
        each.stop.case = asked.case
    return found
