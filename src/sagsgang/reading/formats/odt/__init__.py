"""OpenDocument texts (LibreOffice): bytes → canonical lines."""

from sagsgang.reading.formats.odt.document import is_odt, odt_lines

__all__ = ["is_odt", "odt_lines"]
