"""What of a case is found by searching: everything a reader of it may read, in small letters."""

import html
import re

from sagsgang.web.cases.models import Case

_TAG = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"\s+")


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, a blank where a tag stood."""
    return _BLANKS.sub(" ", html.unescape(_TAG.sub(" ", markup))).strip()


def search_text_update(case: Case) -> None:
    """Write `search_text` anew; the caller has the case locked."""
    parts = [case.number, case.title, case.public_title]
    parts += [f"{s.heading} {plain_text(s.html)}" for s in case.sections.all()]
    parts += case.points.values_list("text", flat=True)
    # A closed attachment has no name for those who read the case without seeing closed matter.
    open_ones = case.attachments.filter(removed_at__isnull=True, is_closed=False)
    parts += open_ones.values_list("title", flat=True)
    case.search_text = "\n".join(part for part in parts if part).lower()
    case.save(update_fields=["search_text", "changed_at"])
