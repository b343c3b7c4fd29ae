"""Two who write in one case wait for each other: every write takes the case's row first."""

from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_require


def case_locked(case: Case) -> Case:
    """The case as it is now, locked until the end of the transaction."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("municipality", "body", "officer")
        .get(pk=case.pk)
    )


def case_open(actor: object, operation: str, case: Case) -> Case:
    """The case, locked, when the gate lets the actor do the operation with it as it is now."""
    locked = case_locked(case)
    case_require(actor, operation, locked)
    return locked


def case_told(case: Case, source: Case) -> None:
    """What `source` (the locked row) became is what the caller's own object says too."""
    if case is not source:
        for field in Case._meta.concrete_fields:
            setattr(case, field.attname, getattr(source, field.attname))
