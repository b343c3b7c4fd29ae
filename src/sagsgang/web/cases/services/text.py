"""The text of a section: saved on the revision one saw, never over what another wrote since."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.figures.content import figures_settled
from sagsgang.web.cases.models import (
    AppropriationStatement,
    Case,
    CaseVersion,
    KeptText,
    Presence,
    Section,
)
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.selectors import has_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal

#: A section is some pages of text; a million characters is a mistake or worse.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class TextSaved:
    """`section` as it reads now; `kept` is the actor's text when another was quicker."""

    section: Section
    kept: KeptText | None = None
    is_changed: bool = False


@transaction.atomic
def case_text_save(
    *,
    actor: Any,
    case: Case,
    section: Section,
    html: str,
    based_on: int,
    settles: KeptText | None = None,
    reason: str = CaseVersion.Reason.SAVED,
) -> TextSaved:
    """Write the section, when it still is at the revision `based_on`.

    If somebody else has written in it since, her text stays and this one is kept aside (`kept`),
    until its author has chosen. `settles` is a kept text that this one was made from: it counts as
    chosen about when this one gets in.
    """
    locked = case_open(actor, "case_edit", case)
    row = _section(locked, section)
    if AppropriationStatement.objects.filter(section=row).exists():
        raise Refusal(_("The appropriation statement is written in its form, not as text."))
    html = figures_settled(locked, text_clean(html))
    now = timezone.now()
    presence_note(case=locked, user=actor, section=row)
    if html == row.html:
        _settle(settles, now)
        return TextSaved(row)
    if row.revision != based_on:
        return TextSaved(row, kept=_keep(locked, row, html, based_on, actor))
    row.html, row.changed_by, row.must_renew = html, actor, False
    row.revision += 1
    row.save(update_fields=["html", "changed_by", "must_renew", "revision", "changed_at"])
    _settle(settles, now)
    search_text_update(locked)
    version = version_make(case=locked, actor=actor, reason=reason)
    event_record(
        code="case_text_saved",
        sentence=f"{actor} skrev i »{row.heading}« i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"section": row.pk, "revision": row.revision, "version": version.number},
    )
    return TextSaved(row, is_changed=True)


@transaction.atomic
def case_text_nothing(*, actor: Any, case: Case, section: Section, based_on: int) -> TextSaved:
    """ "Intet at bemærke" in one click; refused where the section says something already."""
    row = _section(case, section)
    if not row.nothing_text:
        raise Refusal(_("This section has no text for “nothing to remark”. Write it yourself."))
    html = f"<p>{escape(row.nothing_text)}</p>"
    if has_words(row.html) and row.html != html:
        raise Refusal(_("The section already says something. Delete that first."))
    return case_text_save(actor=actor, case=case, section=section, html=html, based_on=based_on)


@transaction.atomic
def section_still_right(*, actor: Any, case: Case, section: Section) -> Section:
    """Text taken over from an earlier case was looked at and holds as it stands."""
    locked = case_open(actor, "case_edit", case)
    row = _section(locked, section)
    if row.must_renew:
        row.must_renew = False
        row.save(update_fields=["must_renew", "changed_at"])
        event_record(
            code="case_section_confirmed",
            sentence=f"{actor} så »{row.heading}« igennem i {case_in_words(locked)}.",
            actor=actor,
            subject=locked,
            details={"section": row.pk},
        )
    return row


@transaction.atomic
def kept_text_settle(*, actor: Any, case: Case, kept: KeptText) -> None:
    """The actor uses the other's text; her own stays in the rows, but waits no longer."""
    locked = case_open(actor, "case_read", case)
    if kept.author_id != actor.pk:
        case_require(actor, "case_edit", locked)
    row = KeptText.objects.select_for_update().filter(pk=kept.pk, case=locked).first()
    if row is None or row.settled_at is not None:
        return
    _settle(row, timezone.now())
    event_record(
        code="case_kept_text_settled",
        sentence=f"{actor} lod den gemte tekst stå i {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"kept": row.pk},
    )


@transaction.atomic
def presence_note(*, case: Case, user: Any, section: Section | None = None) -> None:
    """Say that the user is in the case now to write."""
    Presence.objects.update_or_create(
        case=case, user=user, defaults={"section": section, "at": timezone.now()}
    )


def text_clean(html: str) -> str:
    """The text as it may stand in a section; refused when it is far too long."""
    if len(html) > LONGEST:
        raise Refusal(
            _("The text is too long for one section. Put what is more than that in an attachment."),
            "html",
        )
    return sanitise(html)


def _section(case: Case, section: Section) -> Section:
    row = Section.objects.select_for_update().filter(pk=section.pk, case=case).first()
    if row is None:
        raise Refusal(_("The section is no longer in the case. Load the page again."))
    return row


def _keep(case: Case, section: Section, html: str, based_on: int, author: Any) -> KeptText:
    own = KeptText.objects.filter(section=section, author=author)
    if same := own.filter(html=html, settled_at__isnull=True).first():
        return same
    # What she wrote earlier in the same breath is still in its row; she chooses about the newest.
    own.filter(settled_at__isnull=True).update(settled_at=timezone.now())
    kept = KeptText.objects.create(
        case=case, section=section, html=html, based_on=based_on, author=author
    )
    event_record(
        code="case_text_kept",
        sentence=(
            f"{author} skrev i »{section.heading}« i {case_in_words(case)}, mens en anden var "
            "hurtigere; begge tekster er gemt."
        ),
        actor=author,
        subject=case,
        details={"section": section.pk, "kept": kept.pk},
    )
    return kept


def _settle(kept: KeptText | None, now: Any) -> None:
    if kept is not None and kept.settled_at is None:
        kept.settled_at = now
        kept.save(update_fields=["settled_at"])
