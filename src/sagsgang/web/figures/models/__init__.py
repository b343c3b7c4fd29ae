"""What the store of figures does not know: files that wait, remembered columns, and reports."""

from sagsgang.web.figures.models.report import Report, ReportRelease, ReportSection
from sagsgang.web.figures.models.upload import RememberedMapping, Upload, UploadState

__all__ = [
    "RememberedMapping",
    "Report",
    "ReportRelease",
    "ReportSection",
    "Upload",
    "UploadState",
]
