"""`compile_catalogue`: write each .mo from its .po; run it after every change of a translation."""

from typing import Any

from django.core.management.base import BaseCommand

from sagsgang.web.design.catalogue import catalogue_files, compile_catalogue, read_catalogue


class Command(BaseCommand):
    """The compiled catalogues are kept with the source, so that nobody needs to compile to run."""

    # It reads and writes catalogues, whatever else is unfinished.
    requires_system_checks = []
    help = "Oversæt .po-filer til .mo."

    def handle(self, *args: Any, **options: Any) -> None:
        for source in catalogue_files():
            catalogue = read_catalogue(source.read_text(encoding="utf-8"))
            compiled = compile_catalogue(catalogue)
            target = source.with_suffix(".mo")
            if not target.exists() or target.read_bytes() != compiled:
                target.write_bytes(compiled)
            self.stdout.write(f"{source}: {len(catalogue)}")
