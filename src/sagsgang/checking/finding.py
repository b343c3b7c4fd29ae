"""What a check of minutes says: findings, what was verified, what was skipped, and the report that
holds them.
"""

from enum import StrEnum
from typing import Any, Literal

from sagsgang.minutes import Source
from sagsgang.minutes.base import Lines, Noun

#: The languages that messages are written in.
Language = Literal["da", "en"]


class Severity(StrEnum):
    """How much a finding weighs: it must be settled, it should be looked at, or it is worth
    knowing.
    """

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTES = "notes"


class Status(StrEnum):
    """How far a rule is trusted: `trial` never blocks, `retired` never runs and keeps its code."""

    TRIAL = "trial"
    FIRM = "firm"
    RETIRED = "retired"


class Place(Noun):
    """Where in the document something stands, for marking it: indices count from 0.

    `cells` are (row, column) of the table without its header; `spans` are (start, end) in the
    section's text.
    """

    item: int | None = None
    table: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    section: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


class Finding(Noun):
    """Something that looks wrong: what is printed, what it was computed to be, and how sure that
    is (0–1).

    `place` is where it stands; `others` are further places that take part (the table beside the
    sentence). What was found in an attachment has the file's name and where in it, in words.
    """

    rule: str
    severity: Severity
    status: Status
    confidence: float
    item: str | None = None
    lines: Lines | None = None
    message: str
    printed: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    suggestion: str | None = None
    place: Place | None = None
    others: tuple[Place, ...] = ()
    attachment: str | None = None
    where: str | None = None


class Suppressed(Noun):
    """A finding that was not reported, and why; `attachment` is the file it was in, if in one."""

    rule: str
    item: str | None = None
    reason: str
    attachment: str | None = None


def suppressed_as(finding: Finding, reason: str) -> Suppressed:
    """What is left of a finding that is not reported."""
    return Suppressed(
        rule=finding.rule, item=finding.item, reason=reason, attachment=finding.attachment
    )


class Verified(Noun):
    """A relation that was recomputed and found to hold, written out; `others` as in a finding."""

    rule: str
    item: str | None = None
    lines: Lines | None = None
    statement: str
    place: Place | None = None
    others: tuple[Place, ...] = ()


class Skipped(Noun):
    """Something a rule did not look at, and why: it was too large or too strange. Of what is
    switched off, `rule` is the code, or the letter of the family.
    """

    rule: str
    item: str | None = None
    lines: Lines | None = None
    reason: str


class Dismissal(Noun):
    """An author's word that a rule's findings in an item are in order (`item` null: in the whole
    document). `file` is the name of the document or attachment, with * for any; null for all.
    """

    rule: str
    item: str | None = None
    reason: str
    file: str | None = None


class CheckedAttachment(Noun):
    """An attachment that was looked through; `problems` say what of it was not read, and why.

    `is_read` is False when nothing of its content could be read.
    """

    name: str
    format: str
    pages: int | None = None
    problems: tuple[str, ...] = ()
    is_read: bool = True
    findings: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether it was read in full and nothing was found in it."""
        return self.is_read and not self.problems and not self.findings


class Totals(Noun):
    """The counts at the foot of a report."""

    items: int
    tables: int
    relations_verified: int
    findings: int
    suppressed: int


class Report(Noun):
    """Everything a check of one document gave, and of its attachments when it had any."""

    source: Source
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    verified: tuple[Verified, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    attachments: tuple[CheckedAttachment, ...] = ()
    summary: Totals

    @property
    def blocks(self) -> bool:
        """True when at least one finding must be settled before publication."""
        return any(finding.severity is Severity.BLOCKS for finding in self.findings)

    def as_json(self, *, with_verified: bool = False) -> dict[str, Any]:
        """The report as JSON values; what was verified only when asked for."""
        data = self.model_dump(mode="json")
        for entry in (*data["findings"], *data["verified"]):
            if entry["place"] is None:
                del entry["place"]
            if not entry["others"]:
                del entry["others"]
        for entry in data["findings"]:
            for name in ("attachment", "where"):
                if entry[name] is None:
                    del entry[name]
        for entry in data["suppressed"]:
            if entry["attachment"] is None:
                del entry["attachment"]
        if not data["attachments"]:
            del data["attachments"]
        if not with_verified:
            del data["verified"]
        return data
