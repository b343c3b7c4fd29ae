"""How a case's state, kind, text and differences are written on a page."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from sagsgang.web.cases import labels
from sagsgang.web.cases.differences import BlockDifference
from sagsgang.web.cases.models import Case, Section
from sagsgang.web.cases.richtext.columns import with_number_columns
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.section_lines import Lines, section_lines

register = template.Library()

_BADGES = {
    "draft": "badge-plain",
    "sent": "badge-info",
    "approved": "badge-success",
    "closed": "badge-quiet",
    "withdrawn": "badge-quiet",
}


@register.filter
def state_words(state: str) -> str:
    """`Kladde` for `draft`."""
    return str(labels.STATES.get(state, state))


@register.filter
def state_badge(state: str) -> str:
    """The class of the badge that says the state; the words say it too."""
    return _BADGES.get(state, "badge-plain")


@register.filter
def kind_words(kind: str) -> str:
    """`Orientering` for `briefing`."""
    return str(labels.KINDS.get(kind, kind))


@register.filter
def reason_words(reason: str) -> str:
    """`Sendt til godkendelse` for the version that was made when the case was sent."""
    return str(labels.REASONS.get(reason, reason))


@register.filter
def listed(numbers: Sequence[int]) -> str:
    """`1, 2 og 3`."""
    words = [str(number) for number in numbers]
    if len(words) < 2:
        return "".join(words)
    told = {"first": ", ".join(words[:-1]), "last": words[-1]}
    return gettext("%(first)s and %(last)s") % told


@register.simple_tag
def section_lines_of(case: Case, sections: Sequence[Section]) -> Lines:
    """What the sections say by themselves, by their kind."""
    return section_lines(case, {section.kind for section in sections})


@register.filter
def get(found: Mapping[str, Any], key: str) -> Any:
    """What stands under the key; nothing where it is not."""
    return found.get(key)


@register.filter
def section_kind_words(kind: str) -> str:
    """`Resumé` for `summary`."""
    return str(labels.SECTION_KIND_WORDS.get(kind, kind))


@register.filter
def section_html(html: str) -> SafeString:
    """The text of a section; sanitised once more, because what is shown as it is must be clean. A
    table that is wider than the page is scrolled by itself.
    """
    opened = '<div class="table--responsive-scroll" role="group" tabindex="0" aria-label="{}">'
    shown = with_number_columns(sanitise(html))
    shown = shown.replace("<table", opened.format(escape(gettext("Table"))) + "<table")
    return mark_safe(shown.replace("</table>", "</table></div>"))


@register.filter
def marked_html(html: str) -> SafeString:
    """A section's text with `<mark>` around what must be renewed.

    It was written by `renewals.html_marked` from the tree of sanitised HTML, which escapes all
    words; a mark is the only element that sanitising would take out.
    """
    return mark_safe(html)


@register.filter
def runs(blocks: Sequence[BlockDifference]) -> list[dict[str, object]]:
    """Neighbouring rows of a table in one, neighbouring unchanged paragraphs in one."""
    found: list[dict[str, object]] = []
    for (is_table, is_quiet), run in groupby(
        blocks, key=lambda b: (b.kind == "row", b.kind != "row" and b.state == "same")
    ):
        found.append({"is_table": is_table, "is_quiet": is_quiet, "blocks": list(run)})
    return found
