"""OpenDocument files: text documents, spreadsheets and presentations, by one reader."""

from sagsgang.reading.attachments.opendocument.document import read_opendocument

__all__ = ["read_opendocument"]
