"""What a check of attachments gave, file by file, as text: found, not read, and how many clean."""

import textwrap
from collections.abc import Iterator

from sagsgang.checking.finding import CheckedAttachment, Language, Report

_WORDS = {
    "da": {
        "attachments": "Bilag",
        "one": "1 fil",
        "several": "{} filer",
        "clean": "{} uden anmærkninger",
        "found": "{} med fund",
        "unread": "{} kunne ikke læses",
        "remarked": "{} læst med forbehold",
        "not read": "kunne ikke læses",
        "page": "1 side",
        "pages": "{} sider",
        "sheet": "1 ark",
        "sheets": "{} ark",
        "finding": "1 fund",
        "findings": "{} fund",
        "own": "dokumentets egen fil",
    },
    "en": {
        "attachments": "Attachments",
        "one": "1 file",
        "several": "{} files",
        "clean": "{} clean",
        "found": "{} with findings",
        "unread": "{} could not be read",
        "remarked": "{} read with reservations",
        "not read": "could not be read",
        "page": "1 page",
        "pages": "{} pages",
        "sheet": "1 sheet",
        "sheets": "{} sheets",
        "finding": "1 finding",
        "findings": "{} findings",
        "own": "the document's own file",
    },
}
_SHEETS = {"xlsx", "ods", "xls"}
_SLIDES = {"pptx", "odp"}


def attachment_pieces(report: Report, language: Language, width: int) -> Iterator[tuple[str, str]]:
    """The counts, and a line for each attachment that has anything to say, with its style."""
    if not report.attachments:
        return
    words = _WORDS[language]
    yield "\n", ""
    yield f"{words['attachments']}: {_counts(report, words)}\n", "bold"
    for each in report.attachments:
        if each.is_clean:
            continue
        mark, style = ("✖", "bold red") if not each.is_read else ("!", "yellow")
        yield f"  {mark} ", style
        told = _told(each, words, is_own=each.name == report.source.name)
        yield _filled(told, width), ""


def _counts(report: Report, words: dict[str, str]) -> str:
    files = report.attachments
    counts = {
        "clean": sum(each.is_clean for each in files),
        "found": sum(each.findings > 0 for each in files),
        "unread": sum(not each.is_read for each in files),
        "remarked": sum(each.is_read and bool(each.problems) for each in files),
    }
    parts = [_number(len(files), words["one"], words["several"])]
    parts += [words[name].format(count) for name, count in counts.items() if count]
    return " · ".join(parts)


def _told(each: CheckedAttachment, words: dict[str, str], *, is_own: bool) -> str:
    about = [words["own"]] if is_own else []
    about += [each.format] if each.format else []
    if each.pages is not None and each.format not in _SLIDES:
        kind = "sheet" if each.format in _SHEETS else "page"
        about.append(_number(each.pages, words[kind], words[f"{kind}s"]))
    said = [_number(each.findings, words["finding"], words["findings"])] if each.findings else []
    said += [] if each.is_read else [words["not read"]]
    said += each.problems
    name = f"{each.name} ({', '.join(about)})" if about else each.name
    return f"{name}: {'; '.join(said)}"


def _filled(text: str, width: int) -> str:
    return (
        textwrap.fill(
            text,
            width=max(20, width - 4),
            subsequent_indent="      ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def _number(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count)
