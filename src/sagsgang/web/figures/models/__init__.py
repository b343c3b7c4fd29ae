"""Reports put together of figures, and their editions."""

from sagsgang.web.figures.models.report import Report, ReportRelease, ReportSection

__all__ = ["Report", "ReportRelease", "ReportSection"]
