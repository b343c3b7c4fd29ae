"""What pictures say of themselves: who took them, where, and what was written to them."""

from sagsgang.reading.attachments.pictures.picture import picture_format, read_picture

__all__ = ["picture_format", "read_picture"]
