"""What stands above the text: title, number, kind, deadline, closed or open, and who writes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Policy
from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.cases.services.create import closed_require, number_require, title_of
from sagsgang.web.cases.services.locking import case_locked, case_open, case_told
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal

_CLOSED = ("is_closed", "closed_ground", "closed_reference", "public_title")


@transaction.atomic
def case_head_save(
    *,
    actor: Any,
    case: Case,
    based_on: int,
    title: str,
    number: str,
    kind: str,
    is_number_confirmed: bool = False,
    is_closed: bool = False,
    closed_ground: str = "",
    closed_reference: str = "",
    public_title: str = "",
    deadline: date | None = None,
    has_financial_implications: bool = False,
    policies: Iterable[Policy] | None = None,
) -> Case:
    """Write the head; `based_on` is the case's revision that the actor saw."""
    locked = case_locked(case)
    wanted: dict[str, Any] = {
        "title": title_of(title),
        "number": number.strip() or locked.number,
        "kind": kind,
        "deadline": deadline,
        "has_financial_implications": has_financial_implications,
        "is_closed": is_closed,
        "closed_ground": closed_ground.strip(),
        "closed_reference": closed_reference.strip(),
        "public_title": public_title.strip(),
    }
    changed = {name for name, value in wanted.items() if getattr(locked, name) != value}
    if policies is not None and {p.pk for p in policies} != set(
        locked.policies.values_list("pk", flat=True)
    ):
        changed.add("policies")
    if changed & set(_CLOSED):
        case_require(actor, "case_set_closed", locked)
        closed_require(is_closed, closed_ground, closed_reference, public_title)
    if changed - set(_CLOSED) or not changed:
        case_require(actor, "case_edit", locked)
    if not changed:
        return locked
    if locked.revision != based_on:
        raise Refusal(
            _(
                "Another person has changed the head of the case while you wrote. What you wrote "
                "stands below; what is saved now is on the case's page. Save again to use yours."
            )
        )
    if "number" in changed:
        number_require(wanted["number"], locked.municipality_id, is_confirmed=is_number_confirmed)
    before = case_in_words(locked)
    for name, value in wanted.items():
        setattr(locked, name, value)
    locked.revision += 1
    locked.save()
    if "policies" in changed and policies is not None:
        locked.policies.set(policies)
    search_text_update(locked)
    version_make(case=locked, actor=actor)
    case_told(case, locked)
    # The name as those may read it who may read the case now.
    name = case_in_words(locked) if locked.is_closed else before
    event_record(
        code="case_head_saved",
        sentence=f"{actor} ændrede sagens oplysninger: {name}.",
        actor=actor,
        subject=locked,
        details={"changed": sorted(changed)},
    )
    if "is_closed" in changed:
        event_record(
            code="case_closed_set" if is_closed else "case_closed_lifted",
            sentence=f"{actor} {'lukkede' if is_closed else 'åbnede'} sagen {name} for andre.",
            actor=actor,
            subject=locked,
        )
    return locked


@transaction.atomic
def case_share(*, actor: Any, case: Case, user: User) -> None:
    """Let a colleague write in the case as its officer does."""
    locked = case_open(actor, "case_share", case)
    standing = standing_of(user)
    if not is_staff(standing) or locked.municipality_id not in standing.municipalities:
        raise Refusal(
            _("%(name)s does not work in the administration here.") % {"name": user}, "user"
        )
    if user.pk == locked.officer_id or locked.co_officers.filter(pk=user.pk).exists():
        return
    locked.co_officers.add(user)
    event_record(
        code="case_shared",
        sentence=f"{actor} delte sagen {case_in_words(locked)} med {user}.",
        actor=actor,
        subject=locked,
        details={"user": user.pk},
    )


@transaction.atomic
def case_unshare(*, actor: Any, case: Case, user: User) -> None:
    """Take back what `case_share` gave."""
    locked = case_open(actor, "case_share", case)
    if not locked.co_officers.filter(pk=user.pk).exists():
        return
    locked.co_officers.remove(user)
    event_record(
        code="case_unshared",
        sentence=f"{actor} deler ikke længere sagen {case_in_words(locked)} med {user}.",
        actor=actor,
        subject=locked,
        details={"user": user.pk},
    )
