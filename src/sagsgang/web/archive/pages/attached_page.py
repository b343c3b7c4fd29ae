"""The page of a file without items: what was found in it as an attachment, and its text."""

from dataclasses import dataclass

from sagsgang.web.archive.checked_file import CheckedFile
from sagsgang.web.archive.masked import Masking
from sagsgang.web.archive.pages.finding_view import FindingView, finding_view

#: Lines of a file that are shown; a sheet may have a million.
_MOST_LINES = 5_000


@dataclass(frozen=True, slots=True)
class AttachedPage:
    """`problems` say, in Danish, what of the file was not read. The lines are masked; `more` are
    not shown.
    """

    checked: CheckedFile
    findings: tuple[FindingView, ...]
    problems: tuple[str, ...]
    lines: tuple[str, ...]
    more: int
    hides: bool


def attached_page(*, checked: CheckedFile, language: str) -> AttachedPage:
    """What is shown of a file that is no minutes."""
    report = checked.reports.get(language) or checked.reports.get("da")
    masking = Masking(checked.text)
    text = masking.text(checked.text).removesuffix("\n")
    lines = text.split("\n") if text else []
    return AttachedPage(
        checked=checked,
        findings=tuple(
            finding_view(finding, number, language)
            for number, finding in enumerate(report.findings if report else (), start=1)
        ),
        problems=tuple(
            problem for each in (report.attachments if report else ()) for problem in each.problems
        ),
        lines=tuple(lines[:_MOST_LINES]),
        more=max(0, len(lines) - _MOST_LINES),
        hides=masking.hides,
    )
