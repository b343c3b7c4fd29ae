"""Things that happen have a name; whoever must act on one is called in the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from sagsgang.web.audit.models import Event


@dataclass(frozen=True, slots=True)
class Happening:
    """What subscribers are told: the event's code, what it is about, who did it, and more."""

    code: str
    subject: Any
    actor: Any
    details: dict[str, Any] = field(default_factory=dict)


Handler = Callable[[Happening], None]
_handlers: dict[str, list[Handler]] = defaultdict(list)


def event_subscribe(code: str, handler: Handler) -> None:
    """Call `handler` whenever `code` happens; the same handler again is not called twice."""
    if handler not in _handlers[code]:
        _handlers[code].append(handler)


def event_record(
    *,
    code: str,
    sentence: str,
    actor: Any,
    subject: Any = None,
    subject_key: str = "",
    details: dict[str, Any] | None = None,
) -> Event:
    """Leave an event and call its subscribers, all in the caller's transaction.

    `actor` is a user, or None for the house itself. `subject` is handed to the subscribers as it
    is; `subject_key` defaults to `<model>:<key>` of it. What a subscriber raises undoes the whole.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"{code}: an event belongs to a transaction")
    if not subject_key and subject is not None:
        subject_key = f"{subject._meta.model_name}:{subject.pk}"
    event = Event.objects.create(
        code=code,
        sentence=sentence[:500],
        actor=getattr(actor, "pk", None),
        actor_name=str(actor)[:150] if actor else "",
        subject_key=subject_key,
        details=details or {},
        at=timezone.now(),
    )
    happening = Happening(code, subject, actor, details or {})
    for handler in list(_handlers[code]):
        handler(happening)
    return event
