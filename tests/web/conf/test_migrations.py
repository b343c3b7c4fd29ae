"""The migrations make what the models say; the other tests make their tables from the models."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_has_changed_since_its_migration(capsys):
    # Journeys and the first start run every migration on an empty database.
    call_command("makemigrations", "--check", "--dry-run", verbosity=1)
