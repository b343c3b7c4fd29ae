"""Who may do what with the archive: everyone may read it; adding on the website can be closed."""

from django.conf import settings


def may_import_on_site() -> bool:
    """Whether the website takes documents (SAGSGANG_UPLOAD); the command line always does."""
    return bool(settings.SAGSGANG_UPLOAD)
