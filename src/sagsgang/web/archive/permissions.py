"""Who may do what with the archive: everyone may read it; adding and checking can be closed."""

from django.conf import settings


def may_import_on_site() -> bool:
    """Whether the website takes documents (SAGSGANG_UPLOAD); the command line always does."""
    return bool(settings.SAGSGANG_UPLOAD)


def may_check_on_site() -> bool:
    """Whether the website checks files for visitors (SAGSGANG_CHECK)."""
    return bool(settings.SAGSGANG_CHECK)
