"""`sagsgang verify`: whether the minute books hold, and whether a PDF is what was sealed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagsgang.cli.database import open_database
from sagsgang.cli.language import _
from sagsgang.cli.output import complain

if TYPE_CHECKING:
    from sagsgang.rendering.seal import SealReport
    from sagsgang.web.publishing.verifying import BookReport, FileReport

DOES_NOT_HOLD, UNREADABLE = 1, 2


def verify(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar=_("FILE.pdf …"), help=_("PDFs; none means the minute books.")),
    ] = None,
) -> None:
    open_database()
    code = 0
    if not files:
        code = _books()
    for path in files or ():
        code = max(code, _file(path))
    if code:
        raise typer.Exit(code)


def _books() -> int:
    from sagsgang.web.publishing.verifying import books_verified

    reports = books_verified()
    if not reports:
        print(_("There is no minute book with entries yet."))
    for report in reports:
        _book(report)
    return DOES_NOT_HOLD if any(report.broken for report in reports) else 0


def _book(report: "BookReport") -> None:
    if not report.broken:
        print(_("{}: {} entries, the chain holds").format(report.body, report.count))
        print(f"  {report.last}")
        return
    print(_("{}: the chain does NOT hold").format(report.body))
    for link in report.broken:
        print("  " + _BROKEN[link.why]().format(link.number))


_BROKEN = {
    "changed": lambda: _("entry {} is not what was written"),
    "missing": lambda: _("something is missing before entry {}"),
    "moved": lambda: _("entry {} is not in its place"),
    "inserted": lambda: _("entry {} does not follow from the one before it"),
    "cut_off": lambda: _("entries after {} are gone"),
}


def _file(path: Path) -> int:
    from sagsgang.web.publishing.verifying import file_verified

    try:
        data = path.read_bytes()
    except OSError as error:
        from sagsgang.cli.inputs import reason

        complain(str(path), reason(error))
        return UNREADABLE
    if not data.startswith(b"%PDF"):
        complain(str(path), _("is not a PDF"))
        return UNREADABLE
    report = file_verified(data)
    print(path)
    holds = _seal(report.seal)
    return 0 if _compared(report) and holds else DOES_NOT_HOLD


def _seal(seal: "SealReport") -> bool:
    """Whether nothing speaks against the seal; a file without one is only told of."""
    if not seal.is_sealed:
        print("  " + _("not sealed"))
        return True
    if seal.problem:
        print("  " + _("sealed, but the seal cannot be read: {}").format(seal.problem))
        return False
    at = f"{seal.at:%d-%m-%Y %H:%M}" if seal.at else "?"
    print("  " + _("sealed by {} on {}").format(seal.by, at))
    trust = {
        "trusted": _("the certificate is the one of this site"),
        "self-made": _("the certificate is self-made: nobody vouches for it"),
        "unknown": _("the certificate is unknown here"),
    }
    if seal.trust is not None:
        print("  " + trust[seal.trust.value])
    if not seal.is_unchanged:
        print("  " + _("the file was CHANGED after it was sealed"))
    elif not seal.covers_file:
        print("  " + _("something was ADDED to the file after it was sealed"))
    else:
        print("  " + _("unchanged since"))
    return seal.is_unchanged and seal.covers_file


def _compared(report: "FileReport") -> bool:
    """Whether the file agrees with what was published and with the book, where that is known."""
    publication = report.publication
    if publication is None:
        print("  " + _("was not published here, so there is nothing to compare it with"))
        return True
    told = f"{publication.public.body} {publication.public.place}, {publication.number}"
    print("  " + _("published here: {}").format(told))
    said = _("the very file that was given out") if report.is_same_file else _("another file")
    print("  " + said)
    if publication.state != "published":
        print("  " + _("it is no longer in force: {}").format(publication.state))
    if report.agrees is not None:
        print("  " + (_("says what was published") if report.agrees else _("says something ELSE")))
    if report.agrees_with_book is not None:
        agrees = _("agrees with the minute book")
        differs = _("does NOT agree with the minute book")
        print("  " + (agrees if report.agrees_with_book else differs))
    if report.book is not None:
        _book(report.book)
    broken = report.book is not None and bool(report.book.broken)
    return report.agrees is not False and report.agrees_with_book is not False and not broken
