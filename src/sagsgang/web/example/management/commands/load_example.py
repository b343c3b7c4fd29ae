"""`load_example`: the invented municipality, where archive and workplace are empty."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sagsgang.web.archive.results import ImportOutcome, import_summary
from sagsgang.web.example.services import example_load, workplace_load


class Command(BaseCommand):
    """Harmless to run at every start."""

    help = "Fyld et tomt arkiv og en tom arbejdsplads med eksempelkommunen."

    def handle(self, *args: Any, **options: Any) -> None:
        results = example_load()
        workplace_load()
        if results and options["verbosity"] > 0:
            self.stdout.write(import_summary(results))
        failed = [result for result in results if result.outcome is ImportOutcome.FAILED]
        if failed:
            raise CommandError("; ".join(f"{result.name}: {result.message}" for result in failed))
