"""What the store of figures does not know: files that wait, who loaded them, remembered columns."""

from sagsgang.web.figures.models.upload import RememberedMapping, Upload, UploadState

__all__ = ["RememberedMapping", "Upload", "UploadState"]
