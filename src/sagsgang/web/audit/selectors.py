"""Reading back what was done."""

from typing import Any
from uuid import UUID

from sagsgang.web.audit.models import Operation


def operation_details(*, key: UUID, name: str) -> dict[str, Any] | None:
    """What the operation `name` with this key did; None when it was never done."""
    operation = Operation.objects.filter(key=key, name=name).first()
    return None if operation is None else operation.details
