"""Excel workbooks: every sheet, shown or not, and all that is kept beside the cells."""

from sagsgang.reading.attachments.workbook.book import read_workbook

__all__ = ["read_workbook"]
