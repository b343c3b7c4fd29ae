"""A case comes into being: its number, its sections from the template, its first version."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, MunicipalitySettings, Policy
from sagsgang.web.cases.models import Case, CaseKind, CaseTemplate, CaseVersion, Section
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.numbers import KLE, number_doubt, number_next
from sagsgang.web.cases.permissions import body_may_get_case
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal


def case_number_propose(*, body: Body, on: date | None = None, subject: str = "") -> str:
    """The number that the next case of the body gets by the municipality's scheme."""
    scheme = _scheme(body.municipality_id)
    return number_next(body=body, scheme=scheme, on=on or timezone.localdate(), subject=subject)


@transaction.atomic
def case_create(*, actor: Any, body: Body, template: CaseTemplate, title: str, **head: Any) -> Case:
    """A new draft of the actor's for `body`, with the sections of the template.

    `head` is any other argument of `case_begin`. Without a number it gets the next one; a number
    that is not formed as the municipality forms them is refused with a suggestion, unless the actor
    has confirmed that it is meant (`is_number_confirmed`).
    """
    case = case_begin(actor=actor, body=body, template=template, title=title, **head)
    search_text_update(case)
    version_make(case=case, actor=actor, reason=CaseVersion.Reason.CREATED)
    event_record(
        code="case_created",
        sentence=f"{actor} oprettede sagen {case_in_words(case)} til {body}.",
        actor=actor,
        subject=case,
    )
    return case


def case_begin(
    *,
    actor: Any,
    body: Body,
    template: CaseTemplate,
    title: str,
    number: str = "",
    is_number_confirmed: bool = False,
    kind: str = CaseKind.DECISION,
    is_closed: bool = False,
    closed_ground: str = "",
    closed_reference: str = "",
    public_title: str = "",
    deadline: date | None = None,
    has_financial_implications: bool = False,
    policies: Iterable[Policy] = (),
) -> Case:
    """The rows of a new case; its first version and its event are left to the caller."""
    if not body_may_get_case(actor, body):
        raise PermissionDenied("case_create")
    body_require_open(body)
    if template.municipality_id != body.municipality_id or not template.is_active:
        raise Refusal(_("The template is no longer in use. Choose another."), "template")
    title = title_of(title)
    closed_require(is_closed, closed_ground, closed_reference, public_title)
    # Who creates at the same time waits here, so that no two get one number.
    MunicipalitySettings.objects.select_for_update().filter(
        municipality=body.municipality_id
    ).first()
    number = number.strip()
    if number:
        number_require(number, body.municipality_id, is_confirmed=is_number_confirmed)
    case = Case.objects.create(
        municipality_id=body.municipality_id,
        body=body,
        template=template,
        number=number or case_number_propose(body=body),
        title=title,
        public_title=public_title.strip(),
        kind=kind,
        is_closed=is_closed,
        closed_ground=closed_ground.strip(),
        closed_reference=closed_reference.strip(),
        officer=actor,
        deadline=deadline,
        has_financial_implications=has_financial_implications,
    )
    case.policies.set(policies)
    Section.objects.bulk_create(
        Section(
            case=case,
            order=part.order,
            heading=part.heading,
            kind=part.kind,
            level=part.level,
            is_required=part.is_required,
            is_public=part.is_public,
            help_text=part.help_text,
            nothing_text=part.nothing_text,
        )
        for part in template.sections.all()
    )
    return case


def body_require_open(body: Body) -> None:
    """Refuse a body that does not work here or was closed."""
    today = timezone.localdate()
    if not body.is_in_workplace or (body.valid_from and body.valid_from > today):
        raise Refusal(
            _("%(body)s does not get cases here. Choose another body.") % {"body": body}, "body"
        )
    if body.valid_to and body.valid_to < today:
        raise Refusal(
            _("%(body)s was closed on %(date)s and gets no new cases. Choose another body.")
            % {
                "body": body,
                "date": f"{body.valid_to.day}.{body.valid_to.month}.{body.valid_to.year}",
            },
            "body",
        )


def title_of(title: str) -> str:
    """The title in one line; refused when there is none or it is too long."""
    title = " ".join(title.split())
    if not title:
        raise Refusal(_("Write a title: what is the case about?"), "title")
    if len(title) > 300:
        raise Refusal(_("The title is longer than 300 characters. Write it shorter."), "title")
    return title


def closed_require(is_closed: bool, ground: str, reference: str, public_title: str) -> None:
    """A closed case needs its own ground, the law's words for it, and a title that tells nothing
    (kommunestyrelsesloven § 10: every case is assessed by itself).
    """
    if not is_closed:
        return
    if not ground.strip():
        raise Refusal(
            _("Write why this very case is closed. A category alone is not a ground."),
            "closed_ground",
        )
    if not reference.strip():
        raise Refusal(
            _("Write which rule it is closed under, such as kommunestyrelsesloven § 10."),
            "closed_reference",
        )
    if not public_title.strip():
        raise Refusal(
            _("Write a title that everyone may read and that tells nothing of what is closed."),
            "public_title",
        )


def number_require(number: str, municipality: int, *, is_confirmed: bool) -> None:
    """Refuse a number not formed as the municipality forms them; none is changed silently."""
    if is_confirmed or (doubt := number_doubt(number, _scheme(municipality))) is None:
        return
    form = "15.00.00-A00-1-26" if doubt.scheme == KLE else "26/123"
    if doubt.suggestion:
        message = _(
            "“%(number)s” is not formed as a case number. Did you mean %(suggestion)s? "
            "Write that, or confirm that the number is right as it stands."
        )
    else:
        message = _(
            "“%(number)s” is not formed as a case number (such as %(form)s). "
            "Correct it, leave the field empty, or confirm that it is right as it stands."
        )
    raise Refusal(
        message % {"number": number, "suggestion": doubt.suggestion, "form": form}, "number"
    )


def _scheme(municipality: int) -> str:
    found = MunicipalitySettings.objects.filter(municipality=municipality)
    return found.values_list("case_numbers", flat=True).first() or KLE
