"""A file that is no minutes, checked as an attachment: for what may not be published of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from sagsgang.checking import Report, check
from sagsgang.checking.finding import Language
from sagsgang.checking.rule import Family
from sagsgang.minutes import DocumentKind, Minutes, Source
from sagsgang.minutes.attachment import FragmentKind
from sagsgang.reading.attachments import read_attachment


@dataclass(frozen=True, slots=True)
class CheckedAsAttachment:
    """What was read, and a report in each language: the file is not kept, so none can be made
    later. `tells` is False when nothing of the content could be read and nothing was found; `why`
    is then the reason, in Danish.
    """

    text: str
    reports: Mapping[str, Report]
    tells: bool
    why: str


def attachment_check(*, data: bytes, name: str, sha256: str) -> CheckedAsAttachment:
    """The rules about personal data run over one file of any format."""
    attachment = read_attachment(data, name)
    source = Source(name=name, sha256=sha256, format=attachment.format, dialect="", confidence=0.0)
    nothing = Minutes(kind=DocumentKind.AGENDA, source=source)
    languages: tuple[Language, ...] = get_args(Language)
    reports: dict[str, Report] = {
        language: check(
            nothing, rules=[Family.PRIVACY.value], attachments=[attachment], language=language
        )
        for language in languages
    }
    said = [each.text for each in attachment.fragments if each.kind is not FragmentKind.METADATA]
    report = reports["da"]
    tells = bool(report.findings) or all(each.is_read for each in report.attachments)
    why = f"filen kunne ikke læses: {'; '.join(attachment.problems)}"
    return CheckedAsAttachment("\n".join(said), reports, tells, why)
