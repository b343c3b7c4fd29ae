"""In which order bodies usually take a case: advice, direction, committees, finance, council."""

from sagsgang.web.bodies.models import BodyKind

RANKS: dict[str, int] = {
    BodyKind.MED_COMMITTEE: 1,
    BodyKind.ADVISORY_COUNCIL: 1,
    BodyKind.DIALOGUE_MEETING: 1,
    BodyKind.JOINT_MEETING: 1,
    BodyKind.DIRECTION: 2,
    BodyKind.SPECIAL_COMMITTEE: 3,
    BodyKind.COMMITTEE: 3,
    BodyKind.FINANCE_COMMITTEE: 4,
    BodyKind.COUNCIL: 5,
}

#: They are heard; they never settle a case.
GIVES_ADVICE = frozenset(
    {
        BodyKind.MED_COMMITTEE,
        BodyKind.ADVISORY_COUNCIL,
        BodyKind.DIALOGUE_MEETING,
        BodyKind.JOINT_MEETING,
    }
)


def rank_of(kind: str) -> int:
    """The rank of a body of this kind; a committee's where nobody has said what it is."""
    return RANKS.get(kind, 3)
