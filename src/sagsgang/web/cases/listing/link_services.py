"""Tying a case to other cases and to what the archive holds."""

import re

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.models import Case, CaseLink
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.design.refusal import Refusal

_SITE = re.compile(r"^https?://[^/]+", re.IGNORECASE)
#: What of the archive a case can be tied to.
_PAGES = frozenset(
    f"archive:{name}" for name in ("item", "item_of_kind", "meeting", "meeting_of_kind", "case")
)
_OURS = re.compile(r"^/sager/(\d{1,18})/")


@transaction.atomic
def case_link_add(*, case: Case, actor: User, other: Case, relation: str) -> CaseLink:
    """Tie the case to another of ours that the actor may read."""
    locked = case_open(actor, "case_edit", case)
    if other.pk == locked.pk:
        raise Refusal(_("A case cannot be tied to itself."), "address")
    if not case_may(actor, "case_read", other):
        raise Refusal(_("There is no such case."), "address")
    link, is_new = CaseLink.objects.update_or_create(
        case=locked, other=other, defaults={"relation": _relation(relation)}
    )
    if is_new:
        _tell("case_linked", f"knyttede en anden sag til {case_in_words(locked)}", locked, actor)
    return link


@transaction.atomic
def case_link_address(
    *, case: Case, actor: User, address: str, relation: str, title: str = ""
) -> CaseLink:
    """Tie the case to the page at an address of this site: an item of the archive, or a case."""
    path = _SITE.sub("", address.strip()).split("#")[0].split("?")[0]
    if ours := _OURS.match(path):
        other = Case.objects.filter(pk=int(ours[1])).first()
        if other is None:
            raise Refusal(_("There is no such case."), "address")
        return case_link_add(case=case, actor=actor, other=other, relation=relation)
    locked = case_open(actor, "case_edit", case)
    try:
        found = resolve(path)
    except Resolver404:
        found = None
    if found is None or found.view_name not in _PAGES or len(path) > 300:
        raise Refusal(
            _("The address is not that of a case or an item here. Copy it from the page itself."),
            "address",
        )
    link, is_new = CaseLink.objects.update_or_create(
        case=locked,
        path=path,
        defaults={"relation": _relation(relation), "title": " ".join(title.split())[:300] or path},
    )
    if is_new:
        said = f"knyttede {path[:200]} til {case_in_words(locked)}"
        _tell("case_linked", said, locked, actor)
    return link


@transaction.atomic
def case_link_remove(*, case: Case, actor: User, link: int) -> None:
    """Untie; what is already untied is no error."""
    locked = case_open(actor, "case_edit", case)
    deleted, _rows = CaseLink.objects.filter(case=locked, pk=link).delete()
    if deleted:
        _tell("case_unlinked", f"fjernede en tilknytning i {case_in_words(locked)}", locked, actor)


def _relation(relation: str) -> str:
    return relation if relation in CaseLink.Relation.values else CaseLink.Relation.RELATED


def _tell(code: str, did: str, case: Case, actor: User) -> None:
    event_record(code=code, sentence=f"{actor} {did}.", actor=actor, subject=case)
