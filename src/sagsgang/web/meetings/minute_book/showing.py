"""The minutes as they are read on a page of the workplace."""

from django.utils.safestring import SafeString, mark_safe

from sagsgang.minutes import Minutes
from sagsgang.rendering.html import main_html
from sagsgang.rendering.paper import on_paper
from sagsgang.rendering.typst import pdf, signature_sheet
from sagsgang.web.meetings.minute_book.document import SeenMinutes


def document_shown(minutes: Minutes) -> SafeString:
    """The document, set as everywhere; everything in it is escaped where it is set."""
    return mark_safe(main_html(minutes, below=1))


def sheet_pdf(seen: SeenMinutes) -> bytes:
    """The signature sheet (underskriftsblad) of the minutes as they were seen."""
    sheet = on_paper(signature_sheet(seen.minutes, seen.sha256))
    return pdf(sheet, masthead=seen.minutes.municipality or "")
