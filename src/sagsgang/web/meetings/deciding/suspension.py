"""Whether a member may have a decision brought before the council (§ 23): a plain function."""

from enum import StrEnum


class Obstacle(StrEnum):
    """Why not."""

    NOT_A_COMMITTEE = "not_a_committee"
    MEETING_CLOSED = "meeting_closed"
    NOTHING_DECIDED = "nothing_decided"
    PROCEDURAL = "procedural"
    NOT_PRESENT = "not_present"
    DISQUALIFIED = "disqualified"


#: Bodies whose decisions a member can stop.
COMMITTEES = frozenset({"committee", "finance_committee", "special_committee"})


def obstacle_to(
    *,
    body_kind: str,
    is_meeting_open: bool,
    is_decided: bool,
    is_procedural: bool,
    was_present: bool,
    is_disqualified: bool,
) -> Obstacle | None:
    """None when she may: until the meeting is closed, if she was there for the whole item or a part
    of it and was not disqualified. It needs no reason and no vote against, and covers refusals,
    ties and hearings too, but no decision about the procedure.
    """
    if body_kind not in COMMITTEES:
        return Obstacle.NOT_A_COMMITTEE
    if not is_meeting_open:
        return Obstacle.MEETING_CLOSED
    if not is_decided:
        return Obstacle.NOTHING_DECIDED
    if is_procedural:
        return Obstacle.PROCEDURAL
    if is_disqualified:
        return Obstacle.DISQUALIFIED
    if not was_present:
        return Obstacle.NOT_PRESENT
    return None


def is_procedural(
    *, outcome: str, is_withdrawn: bool, recurring: str, is_procedure_vote: bool = False
) -> bool:
    """Whether what was decided is only about how the meeting does its work."""
    if outcome == "postponed" or is_withdrawn or is_procedure_vote:
        return True
    return recurring in ("approve_agenda", "approve_minutes", "signature_sheet")
