"""`compile_catalogue`: write each .mo from its .po; run it after every change of a translation."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from sagsgang.web.design.catalogue import compile_catalogue, read_catalogue


class Command(BaseCommand):
    """The compiled catalogues are kept with the source, so that nobody needs to compile to run."""

    help = "Oversæt .po-filer til .mo."

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).rglob("*.po")):
                catalogue = read_catalogue(source.read_text(encoding="utf-8"))
                source.with_suffix(".mo").write_bytes(compile_catalogue(catalogue))
                self.stdout.write(f"{source.name}: {len(catalogue)}")
