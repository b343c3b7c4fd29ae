"""Printed → PDF: tagged (PDF/UA-1), archivable (PDF/A-2a), set by Typst from the templates here."""

from sagsgang.rendering.typst.document import EPOCH, pdf
from sagsgang.rendering.typst.normal import normal_printed
from sagsgang.rendering.typst.signatures import signature_sheet

__all__ = ["EPOCH", "normal_printed", "pdf", "signature_sheet"]
