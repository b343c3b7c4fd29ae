"""Who may read a file of a case: closed ones, earlier versions and removed ones are for fewer.

A later room says who else may read open attachments (a party that is heard) with `hook_register`.
"""

from collections.abc import Callable

from django.db.models import Q

from sagsgang.web.cases.models import Attachment, AttachmentVersion, Case
from sagsgang.web.cases.permissions import ALLOWED, MAY_SEE_CLOSED, case_may, relations_to

Hook = Callable[[object, Attachment], bool]
_hooks: list[Hook] = []


def hook_register(hook: Hook) -> None:
    """Let a later room open open attachments to more people; it is never asked of closed ones."""
    if hook not in _hooks:
        _hooks.append(hook)


def may_see_closed_attachments(user: object, case: Case) -> bool:
    """Whether she reads the case in a relation that sees closed matter."""
    allowed = ALLOWED["case_read"]
    return any(
        case.state in allowed.get(name, frozenset())
        for name in relations_to(user, case) & MAY_SEE_CLOSED
    )


def attachments_readable_q(user: object, case: Case) -> Q:
    """The attachments of this case that she may know of, for a query on `Attachment`."""
    if not case_may(user, "case_read", case):
        return Q(pk__in=())
    return Q() if may_see_closed_attachments(user, case) else Q(is_closed=False)


def attachment_open(user: object, version: AttachmentVersion, *, is_newest: bool) -> bool:
    """The gate of every download. `is_newest`: it is the file as it is attached now."""
    attachment = version.attachment
    case = attachment.case
    if attachment.is_closed and not may_see_closed_attachments(user, case):
        return False
    if attachment.removed_at is not None or not is_newest:
        return case_may(user, "case_versions_read", case)
    if case_may(user, "case_read", case):
        return True
    if attachment.is_closed or case.is_closed:
        return False
    return any(hook(user, attachment) for hook in _hooks)
