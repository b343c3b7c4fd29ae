"""A finding as a page shows it: what is printed, what it should be, how sure, where it is marked,
and the rule's own help.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.checking import Finding, Place, Report, Severity, Status, UnknownRule, rule
from sagsgang.checking.output.excerpt import Excerpt, excerpts
from sagsgang.minutes import Minutes
from sagsgang.web.archive.pages.item_marks import mark_anchor, places_of
from sagsgang.web.archive.pages.outcomes import Chip
from sagsgang.web.archive.pages.rule_pages import help_blocks
from sagsgang.web.archive.reader import item_of
from sagsgang.web.archive.selectors import StoredDocument

_SEVERITIES = {
    Severity.BLOCKS: Chip(_("Must be settled"), "error"),
    Severity.WARNS: Chip(_("Should be looked at"), "warning"),
    Severity.NOTES: Chip(_("Worth knowing"), "info"),
}
#: What a rule's status is called; firm is what rules are expected to be, so it is not said.
ON_TRIAL = Chip(_("On trial"), "quiet")


@dataclass(frozen=True, slots=True)
class Weight:
    """A label of findings, and what it means for who reads it."""

    chip: Chip
    meaning: str | Promise


_WEIGHTS = (
    Weight(
        _SEVERITIES[Severity.BLOCKS],
        _("The finding must be corrected or explained before the minutes are published."),
    ),
    Weight(
        _SEVERITIES[Severity.WARNS],
        _("Look at the place, and correct it if it is wrong."),
    ),
    Weight(_SEVERITIES[Severity.NOTES], _("Nothing has to be done.")),
    Weight(
        ON_TRIAL,
        _("It is still being learned how often the check is right, and it stops nothing."),
    ),
)


@dataclass(frozen=True, slots=True)
class MarkLink:
    """Leads from a finding to the numbers it is about."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """`number` counts through the document, the same on every page; `help` is the rule's first
    words. `links` lead to its numbers in the text; `excerpts` show them here.
    """

    number: int
    rule: str
    title: str
    severity: Chip
    on_trial: Chip | None
    message: str
    printed: tuple[str, ...]
    computed: tuple[str, ...]
    suggestion: str | None
    confidence: float
    lines: tuple[int, int] | None
    item: str | None
    attachment: str | None
    where: str | None
    place: Place | None
    links: tuple[MarkLink, ...]
    excerpts: tuple[Excerpt, ...]
    help: str | Promise
    computed_label: str | Promise

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return finding_anchor(self.number)


def finding_anchor(number: int) -> str:
    """Where on its page the finding numbered so stands."""
    return f"fund-{number}"


def finding_view(
    finding: Finding,
    number: int,
    language: str,
    *,
    links: tuple[MarkLink, ...] = (),
    shown_in: Minutes | None = None,
) -> FindingView:
    """The finding numbered `number` in its document; with excerpts of `shown_in`."""
    return FindingView(
        number=number,
        rule=finding.rule,
        title=rule_title(finding.rule, language),
        severity=_SEVERITIES[finding.severity],
        on_trial=ON_TRIAL if finding.status is Status.TRIAL else None,
        message=finding.message,
        printed=finding.printed,
        computed=finding.computed,
        suggestion=finding.suggestion,
        confidence=finding.confidence,
        lines=finding.lines,
        item=finding.item,
        attachment=finding.attachment,
        where=finding.where,
        place=finding.place,
        links=links,
        excerpts=excerpts(shown_in, finding) if shown_in else (),
        help=help_blocks(finding.rule),
        computed_label=_("Recomputed") if _computes(finding.rule) else _("Rather"),
    )


def _computes(code: str) -> bool:
    try:
        return rule(code).computes
    except UnknownRule:
        return True


def weights() -> tuple[Weight, ...]:
    """Every label of findings with its meaning, the heaviest first."""
    return _WEIGHTS


def severity_chip(severity: Severity) -> Chip:
    """How a rule's weight is called."""
    return _SEVERITIES[severity]


def finding_addresses(document: StoredDocument, report: Report) -> dict[int, str]:
    """Where each finding is described: on its item's page, or the meeting's."""
    pages = _item_addresses(document)
    return {
        number: pages.get(item_of(finding, document.minutes), document.address())
        + f"#{finding_anchor(number)}"
        for number, finding in enumerate(report.findings, start=1)
    }


def mark_links(
    finding: Finding,
    number: int,
    document: StoredDocument,
    *,
    here: int | None = None,
    shown: Collection[tuple[int, int]] = (),
) -> tuple[MarkLink, ...]:
    """Links to the finding's numbers. On the page of the item at position `here` only those that
    are `shown` there; for other items, their pages.
    """
    addresses = _item_addresses(document)
    links = []
    for index, place in enumerate(places_of(finding)):
        if place.item is None or place.item not in addresses:
            continue
        if not (place.cells or place.spans):
            continue
        anchor = f"#{mark_anchor(number, index)}"
        if place.item == here:
            if (number, index) in shown:
                links.append(MarkLink(anchor, _link_text(place, "")))
            continue
        is_own = place.item == item_of(finding, document.minutes)
        other = "" if is_own else document.minutes.items[place.item].number or "–"
        links.append(MarkLink(addresses[place.item] + anchor, _link_text(place, other)))
    return tuple(links)


def _link_text(place: Place, item: str) -> str:
    if item:
        return gettext("See the numbers in item %(item)s") % {"item": item}
    if place.cells:
        return gettext("See the numbers in the table")
    return gettext("See the numbers in the text")


def _item_addresses(document: StoredDocument) -> dict[int | None, str]:
    return {row.position: document.address("item", item=row.slug) for row in document.items}


def rule_title(code: str, language: str) -> str:
    """What a rule is called; its code when there is no such rule any more."""
    try:
        return rule(code).title.in_language("en" if language == "en" else "da")
    except UnknownRule:
        # Stored by an older version, whose rule is gone.
        return code
