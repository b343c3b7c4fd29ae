"""Reading a case, by who may see it, and what it contains as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.html import escape

from sagsgang.minutes import SectionKind
from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Assignment, Body
from sagsgang.web.cases.figures.content import figures_content
from sagsgang.web.cases.models import (
    AppropriationStatement,
    Attachment,
    Case,
    CaseTemplate,
    CaseVersion,
    KeptText,
    Presence,
    RecommendationPoint,
    Section,
)
from sagsgang.web.cases.permissions import (
    bodies_for_cases_q,
    case_may,
    cases_readable_q,
    relations_remember,
)
from sagsgang.web.cases.section_lines import section_lines

_HERE = timedelta(seconds=90)


def case_get(user: object, pk: int) -> Case | None:
    """The case, when the user may read it; None also when there is no such case."""
    found = (
        Case.objects.select_related("municipality", "body", "template", "officer")
        .filter(pk=pk)
        .first()
    )
    if found is None or not case_may(user, "case_read", relations_remember(found)):
        return None
    return found


def cases_readable(user: object) -> QuerySet[Case]:
    """Every case that the user may read."""
    return Case.objects.filter(cases_readable_q(user))


def case_content(case: Case) -> dict[str, Any]:
    """The whole of a case as JSON: head, points, sections, attachments with their hashes, and its
    appropriation statement where it has one.
    """
    attachments = Attachment.objects.filter(case=case, removed_at__isnull=True)
    content: dict[str, Any] = {
        "number": case.number,
        "title": case.title,
        "public_title": case.public_title,
        "kind": case.kind,
        "body": str(case.body),
        "is_closed": case.is_closed,
        "closed_ground": case.closed_ground,
        "closed_reference": case.closed_reference,
        "has_financial_implications": case.has_financial_implications,
        "deadline": case.deadline.isoformat() if case.deadline else None,
        "points": [
            {
                "number": point.number,
                "text": point.text,
                "addressee": str(point.addressee) if point.addressee else "",
                "addressee_id": point.addressee_id,
                "choice": point.choice,
            }
            for point in RecommendationPoint.objects.filter(case=case).select_related("addressee")
        ],
        "sections": [
            {
                "id": section.pk,
                "heading": section.heading,
                "kind": section.kind,
                "level": section.level,
                "is_public": section.is_public,
                "html": section.html,
            }
            for section in Section.objects.filter(case=case)
        ],
        "attachments": [
            {
                "id": attachment.pk,
                "title": attachment.title,
                "is_closed": attachment.is_closed,
                "version": newest.number if newest else None,
                "file_name": newest.file_name if newest else "",
                "sha256": newest.sha256 if newest else "",
            }
            for attachment in attachments.prefetch_related("versions")
            for newest in [max(attachment.versions.all(), key=lambda v: v.number, default=None)]
        ],
    }
    statement = AppropriationStatement.objects.filter(case=case)
    if kept := statement.values_list("content", flat=True).first():
        content["appropriation"] = kept
    return content | figures_content(case)


def sections_of(case: Case) -> list[Section]:
    """The sections in order, each with who changed it last."""
    return list(case.sections.select_related("changed_by", "appropriation_statement"))


def sections_to_write(case: Case) -> list[Section]:
    """The sections that are written as text; a form writes the others."""
    return [each for each in sections_of(case) if not has_form(each)]


def has_form(section: Section) -> bool:
    """Whether a form writes the section, such as that of the appropriation statement."""
    return hasattr(section, "appropriation_statement")


def points_of(case: Case) -> list[RecommendationPoint]:
    """The points of the recommendation in order."""
    return list(case.points.select_related("addressee"))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What keeps a case from being sent: sections without text, text of an earlier case that
    nobody has looked at, a conflict that nobody has settled; and whether points are wanted.
    """

    empty: tuple[Section, ...]
    unrenewed: tuple[Section, ...]
    unsettled: tuple[KeptText, ...]
    lacks_points: bool

    def __bool__(self) -> bool:
        return bool(self.empty or self.unrenewed or self.unsettled or self.lacks_points)


def case_unfinished(case: Case) -> Unfinished:
    """What is left to do before the case can be sent."""
    sections = sections_of(case)
    told = section_lines(case, {s.kind for s in sections if s.is_required})
    has_points = case.points.exclude(text="").exists()
    recommendation = [s for s in sections if s.kind == SectionKind.RECOMMENDATION]
    return Unfinished(
        empty=tuple(
            s
            for s in sections
            if s.is_required
            and s.kind != SectionKind.RECOMMENDATION
            and s.kind not in told
            and not has_words(s.html)
        ),
        unrenewed=tuple(s for s in sections if s.must_renew),
        unsettled=tuple(kept_open(case)),
        lacks_points=not has_points
        and any(s.is_required and not has_words(s.html) for s in recommendation),
    )


def has_words(html: str) -> bool:
    """Whether a piece of HTML says anything: a letter or a digit outside its tags."""
    inside = False
    for letter in html.replace("&nbsp;", " "):
        if letter == "<":
            inside = True
        elif letter == ">":
            inside = False
        elif not inside and letter.isalnum():
            return True
    return False


def kept_open(case: Case, author: Any = None) -> list[KeptText]:
    """Texts kept aside that nobody has chosen about yet."""
    found = KeptText.objects.filter(case=case, settled_at__isnull=True)
    if author is not None:
        found = found.filter(author=author)
    return list(found.select_related("section", "author"))


def kept_get(case: Case, pk: int) -> KeptText | None:
    """A text kept aside in this case, settled or not."""
    return KeptText.objects.filter(case=case, pk=pk).select_related("section", "author").first()


def section_get(case: Case, pk: int) -> Section | None:
    """A section of this case."""
    return Section.objects.filter(case=case, pk=pk).select_related("changed_by").first()


def versions_of(case: Case) -> QuerySet[CaseVersion]:
    """The versions, newest first, without their content."""
    return case.versions.select_related("by").defer("content").order_by("-number")


def version_get(case: Case, number: int) -> CaseVersion | None:
    """One version of this case."""
    return case.versions.select_related("by").filter(number=number).first()


def others_here(case: Case, user: Any) -> list[Presence]:
    """Who else has been in the case to write during the last minute and a half."""
    since = timezone.now() - _HERE
    found = case.presences.filter(at__gte=since).exclude(user=user)
    return list(found.select_related("user", "section"))


def bodies_for_cases(user: object) -> list[Body]:
    """The bodies that the user may make a case for, in Danish order."""
    today = timezone.localdate()
    found = Body.objects.filter(bodies_for_cases_q(user), is_in_workplace=True)
    return [
        body
        for body in found.select_related("municipality")
        if (body.valid_to is None or body.valid_to >= today)
        and (body.valid_from is None or body.valid_from <= today)
    ]


def colleagues_to_share_with(case: Case) -> QuerySet[User]:
    """Those who work in the administration here and do not write in the case already."""
    assigned = Assignment.objects.filter(municipality=case.municipality_id)
    found = User.objects.filter(is_active=True, pk__in=assigned.values("user"))
    written = [case.officer_id, *case.co_officers.values_list("pk", flat=True)]
    return found.exclude(pk__in=written)


def user_sharing(case: Case, pk: int) -> User | None:
    """The colleague with whom the case is shared."""
    return case.co_officers.filter(pk=pk).first()


def templates_for(municipalities: Any, *, all_of_them: bool = False) -> list[CaseTemplate]:
    """The templates of the municipalities, those in use unless told."""
    found = CaseTemplate.objects.filter(municipality__in=municipalities).select_related(
        "municipality"
    )
    if not all_of_them:
        found = found.filter(is_active=True)
    return list(found.prefetch_related(Prefetch("sections")))


def choices_among(points: list[RecommendationPoint]) -> list[list[int]]:
    """The numbers of the points that are alternatives, one list for each choice of the body."""
    found: dict[str, list[int]] = {}
    for point in points:
        if point.choice:
            found.setdefault(point.choice, []).append(point.number)
    return [numbers for numbers in found.values() if len(numbers) > 1]


def reusable_cases(user: object, sought: str = "") -> list[Case]:
    """The newest cases that the user may read, of bodies she may make cases for, and that say all
    the words sought.
    """
    bodies = bodies_for_cases(user)
    found = cases_readable(user).filter(body__in=bodies).select_related("body", "officer")
    for word in sought.lower().split()[:8]:
        found = found.filter(search_text__contains=word)
    return list(found.order_by("-changed_at", "-id").distinct()[:10])


def attachments_to_reuse(user: object, earlier: Case) -> list[Attachment]:
    """The titles of what is attached to the earlier case, for those who may read it there."""
    if not case_may(user, "case_read", earlier):
        return []
    return list(Attachment.objects.filter(case=earlier, removed_at__isnull=True, is_closed=False))


def points_as_html(points: Sequence[dict[str, Any]]) -> str:
    """Points as a numbered list, to be read and compared beside one another."""
    items = "".join(
        f"<li>{escape(p['text'])}{_choice_note(p.get('choice', ''))}</li>" for p in points
    )
    return f"<ol>{items}</ol>" if items else ""


def _choice_note(choice: str) -> str:
    return f" (valg {escape(choice)})" if choice else ""


def template_get(municipalities: Any, pk: int) -> CaseTemplate | None:
    """A template of one of the municipalities."""
    found = CaseTemplate.objects.filter(municipality__in=municipalities, pk=pk)
    return found.select_related("municipality").prefetch_related("sections").first()
