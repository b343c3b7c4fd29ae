"""Doing an operation once, however often it is asked for."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sagsgang.web.audit.models import Operation


@transaction.atomic
def operation_once(
    *, key: UUID, name: str, do: Callable[[], dict[str, Any]]
) -> tuple[dict[str, Any], bool]:
    """Run `do` unless this key was used before; returns its details and whether it ran now.

    The row is made before `do` runs: whoever comes second with the same key waits for the first
    one's transaction and then finds the row. When `do` fails nothing is kept, so the form can be
    sent again.
    """
    operation, is_new = Operation.objects.get_or_create(
        key=key, defaults={"name": name, "at": timezone.now()}
    )
    if is_new:
        operation.details = do()
        operation.save(update_fields=["details"])
    return operation.details, is_new


def operation_record(*, key: UUID, name: str, details: dict[str, Any]) -> None:
    """Leave a row about something that the caller has done in the same transaction."""
    Operation.objects.create(key=key, name=name, at=timezone.now(), details=details)
