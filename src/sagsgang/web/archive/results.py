"""What became of a file that was to be imported."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

#: What the operation of the upload form is called.
UPLOAD = "archive_upload"


class ImportOutcome(StrEnum):
    """New, in place of an older reading, there before, there in another format, not read, or kept
    out for what must not be published.
    """

    IMPORTED = "imported"
    REPLACED = "replaced"
    ALREADY_THERE = "already_there"
    COPY = "copy"
    FAILED = "failed"
    REFUSED = "refused"

    @property
    def has_changed(self) -> bool:
        """Whether the archive holds something that it did not hold before."""
        return self in (ImportOutcome.IMPORTED, ImportOutcome.REPLACED, ImportOutcome.COPY)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """One file's result. `message` is the reason of a failure or refusal, one line in Danish.

    `municipality`, `body` and `meeting` are the parts of the document's address, empty when it is
    not in the archive.
    """

    name: str
    outcome: ImportOutcome
    message: str = ""
    municipality: str = ""
    body: str = ""
    meeting: str = ""
    kind: str = ""
    title: str = ""
    items: int = 0
    findings: int = 0

    def as_json(self) -> dict[str, Any]:
        """The result as JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "ImportResult":
        """The result that `as_json` gave."""
        return cls(**{**data, "outcome": ImportOutcome(data["outcome"])})


def import_summary(results: list[ImportResult]) -> str:
    """One line in Danish: how many of each."""
    count = {outcome: sum(r.outcome is outcome for r in results) for outcome in ImportOutcome}
    words = (
        "indlæst",
        "erstattet",
        "fandtes i forvejen",
        "fandtes i et andet format",
        "kunne ikke læses",
        "måtte ikke lægges i arkivet",
    )
    return ", ".join(
        f"{count[outcome]} {word}"
        for outcome, word in zip(ImportOutcome, words, strict=True)
        if count[outcome] or outcome is not ImportOutcome.REFUSED
    )
