"""Attachments: bytes → every text in them, with the place a secretary finds it at."""

from sagsgang.reading.attachments.file import read_attachment
from sagsgang.reading.attachments.several import read_attachments

__all__ = ["read_attachment", "read_attachments"]
