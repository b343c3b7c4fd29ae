"""Writing a case's appropriation statement: on the revision one saw, and its text with it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.figures.appropriation import AppropriationStatement
from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.appropriation.keeping import as_content, row_write
from sagsgang.web.cases.models import AppropriationRound, Case
from sagsgang.web.cases.models import AppropriationStatement as StatementRow
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def appropriation_save(
    *,
    actor: Any,
    case: Case,
    statement: AppropriationStatement,
    based_on: int,
    round: AppropriationRound | None = None,
) -> StatementRow | None:
    """Keep the statement and write it into the case's text. `based_on` is the revision that the
    actor saw, 0 where there was none; `round` is the appropriation revision that it belongs to.

    One without rows takes the statement out of the text; nothing is kept of a case that had none.
    """
    locked = case_open(actor, "case_edit", case)
    if not locked.has_financial_implications:
        raise Refusal(
            _(
                "The case is not marked as having financial implications. Mark it in the case's "
                "details first."
            )
        )
    if round is not None and round.municipality_id != locked.municipality_id:
        raise Refusal(_("The revision belongs to another municipality. Choose another."), "round")
    row = StatementRow.objects.select_for_update().filter(case=locked).first()
    is_cleared = not statement.granted and not statement.financing
    if row is None and is_cleared:
        return None
    if (row.revision if row else 0) != based_on:
        raise Refusal(
            _(
                "Another person has changed the appropriation statement while you wrote. What you "
                "typed stands below; what is saved now is on the case's page. Save again to use "
                "yours."
            )
        )
    if row and row.content == as_content(statement) and row.round == round:
        return row
    if row is not None:
        row.round = round
        written = row_write(locked, row, statement, actor)
    else:
        written = row_write(locked, None, statement, actor)
        if round is not None:
            written.round = round
            written.save(update_fields=["round"])
    search_text_update(locked)
    version = version_make(case=locked, actor=actor)
    did = "fjernede bevillingspåtegningen fra" if is_cleared else "skrev bevillingspåtegning i"
    event_record(
        code="appropriation_saved",
        sentence=f"{actor} {did} {case_in_words(locked)}.",
        actor=actor,
        subject=locked,
        details={"revision": written.revision, "version": version.number},
    )
    return written
