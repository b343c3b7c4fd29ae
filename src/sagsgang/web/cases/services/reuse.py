"""Genbrug: a new draft from an earlier case, in which everything taken over must be looked at."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.appropriation.taking_over import statement_take_over
from sagsgang.web.cases.figures.services.renewing import figures_reuse
from sagsgang.web.cases.models import (
    Case,
    CaseLink,
    CaseTemplate,
    CaseVersion,
    RecommendationPoint,
    Section,
)
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.numbers import subject_of
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.cases.services.create import case_begin, case_number_propose
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def case_reuse(
    *,
    actor: Any,
    earlier: Case,
    title: str = "",
    number: str = "",
    is_number_confirmed: bool = False,
    deadline: date | None = None,
) -> Case:
    """A new draft of the actor's with the text, points, policies and template of `earlier`.

    Each section with text is marked `must_renew` until somebody changes it or says that it still
    holds. Attachments are not taken over; they are shown beside the draft. What was closed stays
    closed, to be assessed anew. An appropriation statement comes with its rows and without its
    amounts. The way is taken over by the room of routes, which listens for `case_reused`
    (`details["earlier"]`).
    """
    case_require(actor, "case_reuse", earlier)
    subject = subject_of(earlier.number)
    case = case_begin(
        actor=actor,
        body=earlier.body,
        template=_template(earlier),
        title=title or earlier.title,
        number=number or case_number_propose(body=earlier.body, subject=subject),
        is_number_confirmed=is_number_confirmed or not number,
        kind=earlier.kind,
        is_closed=earlier.is_closed,
        closed_ground=earlier.closed_ground,
        closed_reference=earlier.closed_reference,
        public_title=earlier.public_title,
        deadline=deadline,
        has_financial_implications=earlier.has_financial_implications,
        policies=earlier.policies.all(),
    )
    case.reused_from = earlier
    case.save(update_fields=["reused_from"])
    _sections_take_over(case, earlier, actor)
    figures_reuse(actor=actor, case=case, earlier=earlier)
    statement_take_over(case, earlier, actor)
    RecommendationPoint.objects.bulk_create(
        RecommendationPoint(
            case=case,
            number=point.number,
            text=point.text,
            addressee_id=point.addressee_id,
            choice=point.choice,
        )
        for point in earlier.points.all()
    )
    CaseLink.objects.create(case=case, relation=CaseLink.Relation.EARLIER, other=earlier)
    search_text_update(case)
    version_make(case=case, actor=actor, reason=CaseVersion.Reason.REUSED)
    event_record(
        code="case_reused",
        sentence=f"{actor} genbrugte {case_in_words(earlier)} til {case_in_words(case)}.",
        actor=actor,
        subject=case,
        details={"earlier": earlier.pk},
    )
    return case


def _template(earlier: Case) -> CaseTemplate:
    own = CaseTemplate.objects.get(pk=earlier.template_id)
    if own.is_active:
        return own
    templates = CaseTemplate.objects.filter(
        municipality=earlier.municipality_id, is_active=True
    ).order_by("-is_default", "pk")
    found = templates.filter(origin=own.origin).first() or templates.first()
    if found is None:
        raise Refusal(_("No template is in use. Ask an administrator to take one into use."))
    return found


def _sections_take_over(case: Case, earlier: Case, actor: Any) -> None:
    """Text goes to the section of the same heading, else of the same kind, else to one of its own
    at the end: none is left behind.
    """
    free = list(case.sections.all())
    # What a form writes comes with the form.
    written = earlier.sections.filter(appropriation_statement__isnull=True)
    rest = [section for section in written if has_words(section.html)]
    for same in ("heading", "kind"):
        for old in list(rest):
            for new in free:
                if getattr(new, same) == getattr(old, same):
                    _take_over(new, old, actor)
                    free.remove(new)
                    rest.remove(old)
                    break
    last = max((section.order for section in case.sections.all()), default=0)
    for order, old in enumerate(rest, start=last + 1):
        new = Section(
            case=case,
            order=order,
            heading=old.heading,
            kind=old.kind,
            level=old.level,
            is_public=old.is_public,
            help_text=old.help_text,
            nothing_text=old.nothing_text,
        )
        _take_over(new, old, actor)


def _take_over(new: Section, old: Section, actor: Any) -> None:
    new.html, new.changed_by = old.html, actor
    new.was_taken_over = new.must_renew = True
    new.save()
