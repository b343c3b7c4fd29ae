"""Who may do what with accounts: administrators with all of them, everyone with her own."""

from django.core.exceptions import PermissionDenied

from sagsgang.web.accounts.models import User

#: What an administrator does; nobody else does any of it.
ADMINISTRATION = frozenset(
    {
        "users_read",
        "user_invite",
        "user_link_send",
        "user_change",
        "user_deactivate",
        "user_reactivate",
        "second_step_reset",
    }
)
#: What everyone does with her own account; an administrator plans a leave for others too.
OWN = frozenset({"name_change", "sessions_end", "leave_plan", "leave_end"})
FOR_OTHERS = frozenset({"leave_plan", "leave_end"})


def account_may(actor: object, operation: str, account: User | None = None) -> bool:
    """Whether `actor` may do the operation, with `account` where it is about one."""
    if not isinstance(actor, User) or not actor.is_active:
        return False
    if operation in OWN and account is not None and account.pk == actor.pk:
        return True
    return actor.is_administrator and operation in ADMINISTRATION | FOR_OTHERS


def account_require(actor: object, operation: str, account: User | None = None) -> None:
    """Raise PermissionDenied unless `actor` may."""
    if not account_may(actor, operation, account):
        raise PermissionDenied(operation)
