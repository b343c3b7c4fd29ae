"""What is done with publications: made, withdrawn; passages left out of them; PDFs made, sealed."""

from sagsgang.web.publishing.services.pdfs import pdf_make, pdfs_make
from sagsgang.web.publishing.services.publishing import (
    publication_make,
    publication_renew,
    publication_withdraw,
)
from sagsgang.web.publishing.services.redactions import redaction_add, redaction_end

__all__ = [
    "pdf_make",
    "pdfs_make",
    "publication_make",
    "publication_renew",
    "publication_withdraw",
    "redaction_add",
    "redaction_end",
]
