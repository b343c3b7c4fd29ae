"""A report as text for people: by item what is printed, what it should be, why, and how sure."""

import textwrap
from collections.abc import Iterator, Sequence

from sagsgang.checking.finding import Finding, Language, Report, Severity, Status, Verified
from sagsgang.checking.output.attachments_text import attachment_pieces
from sagsgang.checking.output.coverage import Coverage, coverage
from sagsgang.checking.output.excerpt import Excerpt, Grid, excerpts
from sagsgang.checking.output.excerpt_text import excerpt_pieces
from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.checking.registry import rule
from sagsgang.minutes import Minutes

#: A piece of text and the style to print it in on a terminal ("" for none); joined they are the
#: whole text.
Piece = tuple[str, str]

_MARKS = {Severity.BLOCKS: "✖", Severity.WARNS: "!", Severity.NOTES: "·"}
_STYLES = {Severity.BLOCKS: "bold red", Severity.WARNS: "yellow", Severity.NOTES: "cyan"}
_WEIGHTS = {
    "da": {Severity.BLOCKS: "blokerer", Severity.WARNS: "advarer", Severity.NOTES: "bemærker"},
    "en": {Severity.BLOCKS: "blocks", Severity.WARNS: "warns", Severity.NOTES: "notes"},
}
_WORDS = {
    "da": {
        "document": "Hele dokumentet",
        "item": "Punkt",
        "line": "linje",
        "lines": "linje",
        "attachment": "Bilag",
        "hidden": "Dokumentets skjulte dele",
        "place": "Sted",
        "printed": "Der står",
        "computed": "Efterregnet",
        "rather": "Snarere",
        "why": "Hvorfor",
        "suggestion": "Forslag",
        "sure": "Sikkerhed",
        "trial": "på prøve",
        "table": "Tabel",
        "text": "Teksten",
        "verified": "Efterregnet og i orden",
        "suppressed": "Ikke meldt",
        "skipped": "Ikke undersøgt",
        "none": "Ingen fund.",
    },
    "en": {
        "document": "The whole document",
        "item": "Item",
        "line": "line",
        "lines": "lines",
        "attachment": "Attachment",
        "hidden": "The hidden parts of the document",
        "place": "Place",
        "printed": "Printed",
        "computed": "Recomputed",
        "rather": "Rather",
        "why": "Why",
        "suggestion": "Suggestion",
        "sure": "Certainty",
        "trial": "on trial",
        "table": "Table",
        "text": "The text",
        "verified": "Recomputed and in order",
        "suppressed": "Not reported",
        "skipped": "Not looked at",
        "none": "No findings.",
    },
}


def as_text(
    minutes: Minutes,
    report: Report,
    *,
    language: Language = "da",
    with_verified: bool = False,
    width: int = 100,
) -> str:
    """The report as plain text, ended by a line feed."""
    found = pieces(minutes, report, language=language, with_verified=with_verified, width=width)
    return "".join(text for text, _ in found)


def pieces(
    minutes: Minutes,
    report: Report,
    *,
    language: Language = "da",
    with_verified: bool = False,
    width: int = 100,
) -> list[Piece]:
    """The report as styled pieces; what was verified only when asked for."""
    words = _WORDS[language]
    found = [*_head(minutes, report, language)]
    if not report.findings:
        found.append((words["none"] + "\n", "green"))
    group = None
    for finding in report.findings:
        heading = (
            _heading(minutes, finding, words)
            if finding.attachment is None
            else words["hidden"]
            if finding.attachment == report.source.name
            else f"{words['attachment']} {finding.attachment}"
        )
        if heading != group:
            found += [("\n", ""), (heading + "\n", "bold")]
            group = heading
        found += _finding(minutes, finding, language, words, width)
    for entry in report.suppressed:
        where = _where(entry.item, words)
        if entry.attachment is not None:
            where += f"{words['attachment']} {entry.attachment}: "
        found += _remark(words["suppressed"], f"{entry.rule} {where}{entry.reason}", width)
    for skipped in report.skipped:
        found += _remark(
            words["skipped"], f"{skipped.rule} {_where(skipped.item, words)}{skipped.reason}", width
        )
    found += attachment_pieces(report, language, width)
    if with_verified:
        if report.verified:
            found += _verified(minutes, report.verified, words, width)
        found += _covered(coverage(minutes, report), language, width)
    return [(without_personal_numbers(text), style) for text, style in found]


def _head(minutes: Minutes, report: Report, language: Language) -> Iterator[Piece]:
    totals = report.summary
    about = [minutes.body, f"{minutes.starts_at:%d-%m-%Y}" if minutes.starts_at else None]
    about = [part for part in about if part]
    yield report.source.name + (f" – {', '.join(map(str, about))}" if about else "") + "\n", "bold"
    if language == "en":
        counts = [
            _count(totals.items, "item", "items"),
            _count(totals.tables, "table", "tables"),
            _count(totals.relations_verified, "relation verified", "relations verified"),
            _count(totals.findings, "finding", "findings"),
        ]
    else:
        counts = [
            _count(totals.items, "punkt", "punkter"),
            _count(totals.tables, "tabel", "tabeller"),
            _count(totals.relations_verified, "sammenhæng efterregnet", "sammenhænge efterregnet"),
            _count(totals.findings, "fund", "fund"),
        ]
    yield " · ".join(counts) + "\n", ""


def _heading(minutes: Minutes, answer: Finding | Verified, words: dict[str, str]) -> str:
    if answer.place is None or answer.place.item is None:
        return words["document"]
    return _item_heading(minutes, answer.place.item, words)


def _item_heading(minutes: Minutes, position: int, words: dict[str, str]) -> str:
    item = minutes.items[position]
    return " ".join(part for part in (words["item"], item.number, item.title) if part)


def _finding(
    minutes: Minutes, finding: Finding, language: Language, words: dict[str, str], width: int
) -> Iterator[Piece]:
    title = rule(finding.rule).title.in_language(language)
    yield f"  {_MARKS[finding.severity]} ", _STYLES[finding.severity]
    yield f"{finding.rule} {title}", _STYLES[finding.severity]
    yield f"{_lines(finding, words)}\n", "dim"
    sure = [f"{round(100 * finding.confidence)} %", _WEIGHTS[language][finding.severity]]
    if finding.status is Status.TRIAL:
        sure.append(words["trial"])
    rows = {
        words["place"]: finding.where or "",
        words["printed"]: _listed(finding.printed),
        words["computed" if rule(finding.rule).computes else "rather"]: _listed(finding.computed),
        words["why"]: finding.message,
        words["suggestion"]: finding.suggestion or "",
        words["sure"]: " · ".join(sure),
    }
    longest = max(map(len, (*rows, words["computed"]))) + 1
    for label, text in rows.items():
        if text:
            yield _indented(f"  {label + ':':<{longest}} ", text, width), ""
    for excerpt in excerpts(minutes, finding):
        name = _name(minutes, excerpt, finding, words)
        yield _indented("  ", name, width), "dim"
        yield from excerpt_pieces(excerpt, len("      "), width - 2)


def _name(minutes: Minutes, excerpt: Excerpt, finding: Finding, words: dict[str, str]) -> str:
    """What an excerpt is of, and of which item when it is not the finding's own."""
    if isinstance(excerpt, Grid):
        name, title = f"{words['table']} {excerpt.number}", excerpt.caption
    else:
        name, title = words["text"], excerpt.heading
    name = f"{name}, {title}:" if title else f"{name}:"
    own = finding.place is not None and finding.place.item == excerpt.item
    return name if own else f"{_item_heading(minutes, excerpt.item, words)} – {name}"


def _verified(
    minutes: Minutes, verified: Sequence[Verified], words: dict[str, str], width: int
) -> Iterator[Piece]:
    """What holds, by item in the order of the document; what is about no item comes first."""
    yield "\n", ""
    yield f"{words['verified']}\n", "bold"
    by_heading: dict[tuple[int, str], list[Verified]] = {}
    for entry in verified:
        position = entry.place.item if entry.place else None
        key = (-1 if position is None else position, _heading(minutes, entry, words))
        by_heading.setdefault(key, []).append(entry)
    for (_, heading), entries in sorted(by_heading.items(), key=lambda group: group[0][0]):
        yield _indented("", heading, width), "bold"
        for entry in entries:
            text = f"{entry.rule} {entry.statement}{_lines(entry, words)}"
            yield _indented("  ✓ ", text, width), "green"


def _covered(found: Coverage, language: Language, width: int) -> Iterator[Piece]:
    """So that nobody takes what was not looked at for what was found in order."""
    if not found.numbers:
        return
    if language == "en":
        text = f"{found.taking_part} of {_count(found.numbers, 'number', 'numbers')} recomputed"
        rest = f"{found.left} in no relation that is known, and not checked."
    else:
        text = f"{found.taking_part} af {found.numbers} tal er efterregnet"
        rest = f"{found.left} indgår ikke i nogen kendt sammenhæng og er ikke tjekket."
    yield "\n", ""
    yield _indented("", f"{text}; {rest}" if found.left else f"{text}.", width), "dim"


def _listed(values: tuple[str, ...]) -> str:
    """Numbers with commas between; titles and names, which may hold commas, with a bar."""
    return (" | " if any(" " in value for value in values) else ", ").join(values)


def _remark(label: str, text: str, width: int) -> Iterator[Piece]:
    yield "\n", ""
    yield _indented(f"{label}: ", text, width), "dim"


def _indented(first: str, text: str, width: int) -> str:
    """The text behind its label, broken over lines that begin under the text."""
    room = max(20, width - 2)
    return (
        textwrap.fill(
            text,
            width=room,
            initial_indent="  " + first,
            subsequent_indent="  " + " " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def _lines(answer: Finding | Verified, words: dict[str, str]) -> str:
    if answer.lines is None:
        return ""
    first, last = answer.lines
    return (
        f"  ({words['line']} {first})" if first == last else f"  ({words['lines']} {first}–{last})"
    )


def _where(item: str | None, words: dict[str, str]) -> str:
    return f"{words['item']} {item}: " if item else ""


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
