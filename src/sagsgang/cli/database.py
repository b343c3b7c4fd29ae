"""Opens the website's database for the commands that need it, in the shape of this version."""

import os

SETTINGS = "sagsgang.web.conf.settings"


def open_database() -> None:
    """Set Django up, and make or upgrade the database where it is behind."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
