"""Measures the pages of the workplace in a municipality that has worked for twenty years.

Claim: the slowest page takes 150 ms of server time at the median and 300 ms at the 95th percentile,
on one core, on SQLite and (with DATABASE_URL) PostgreSQL; no list page asks the database more than
twelve times. Beside it, in the same run, a bare Django page. `--write` puts the table into
docs/topics/performance.md.
"""

import argparse
import os
import platform
import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

PAGE = Path(__file__).parents[1] / "docs" / "topics" / "performance.md"
_GOAL_MEDIAN, _GOAL_P95, _GOAL_QUERIES = 150, 300, 12


def set_up(folder: str) -> str:
    """Django with a database of its own; returns what kind it is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.web.conf.settings"
    os.environ["SAGSGANG_DATA"] = folder
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver", *settings.ALLOWED_HOSTS]
    call_command("migrate", verbosity=0)
    from django.db import connection

    return connection.vendor


def pages(world: dict) -> list[tuple[str, str, str]]:
    """What is opened: a word, who opens it, the address."""
    case, body = world["case"].pk, world["body"].slug
    return [
        ("my work", "officer3", "/arbejde/"),
        ("my work", "secretary", "/arbejde/"),
        ("cases", "secretary", "/sager/"),
        ("cases, last page", "secretary", "/sager/?side=400"),
        ("cases, searched", "secretary", "/sager/?q=klima+status"),
        ("cases of a member", "member2-0", "/sager/"),
        ("a case", "secretary", f"/sager/{case}/"),
        ("a case's way", "secretary", f"/sager/{case}/vej/"),
        ("versions", "secretary", f"/sager/{case}/versioner/"),
        ("referred and forgotten", "secretary", "/sagsgang/glemt/"),
        ("hearings", "secretary", "/hoeringer/"),
        ("bodies", "secretary", "/udvalg/"),
        ("a body", "secretary", f"/udvalg/{body}/"),
        ("notifications", "secretary", "/beskeder/"),
        ("search", "secretary", "/arbejde/soeg/?q=skole+budget"),
        ("processes", "secretary", "/processer/"),
    ]


def timed(client, address: str, rounds: int) -> tuple[float, float, int]:
    """Median and 95th percentile in ms of the processor and the wait together, and the queries."""
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code}")
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    queries = len(asked)
    reset_queries()
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - started) * 1000)
    return median(took), quantiles(took, n=20)[-1], queries


def bare(rounds: int) -> float:
    """Median in ms of a Django page that shows twenty rows of one table and nothing else."""
    from django.http import HttpResponse
    from django.template import engines
    from django.test import RequestFactory

    from sagsgang.web.cases.models import Case

    template = engines["django"].from_string(
        "<ul>{% for case in cases %}<li>{{ case.title }}</li>{% endfor %}</ul>"
    )
    factory = RequestFactory()

    def view(request):
        return HttpResponse(template.render({"cases": Case.objects.order_by("pk")[:20]}))

    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        view(factory.get("/"))
        took.append((time.perf_counter() - started) * 1000)
    return median(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folder", help="keep the database here, and use it again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        vendor = set_up(options.folder or scratch)
        from django.test import Client
        from workplace_world import build, built

        from sagsgang.web.jobs.upkeep import database_look_after

        started = time.perf_counter()
        world = built() or build(options.items)
        database_look_after()
        print(f"{vendor}: {options.items} treatments made in {time.perf_counter() - started:.0f} s")
        reference = bare(options.rounds)
        rows = []
        for name, who, address in pages(world):
            client = Client()
            client.force_login(world["people"][who])
            middle, high, queries = timed(client, address, options.rounds)
            rows.append(
                f"| {name} ({who.rstrip('-0123456789')}) | {middle:.0f} | {high:.0f} "
                f"| {middle / reference:.0f} | {queries} |"
            )
            print(rows[-1] + ("" if middle <= _GOAL_MEDIAN and high <= _GOAL_P95 else " ←"))
        print(f"a bare Django page: {reference:.1f} ms")
        if options.write:
            write(vendor, options, reference, rows)


def write(vendor: str, options: argparse.Namespace, reference: float, rows: list[str]) -> None:
    """Put the table of this database into the page of performance."""
    head = (
        f"<!-- workplace {vendor} -->\n## The workplace on {vendor}\n\n"
        f"{options.items:,} treatments of {options.items // 3:,} cases over twenty years; "
        f"{options.rounds} rounds a page on one core, in wall time, Python "
        f"{platform.python_version()}. A bare Django page of twenty rows takes {reference:.1f} ms "
        f"in the same run. Goals: {_GOAL_MEDIAN} ms at the median, {_GOAL_P95} ms at the 95th "
        f"percentile, {_GOAL_QUERIES} queries on a list. By `benchmarks/workplace.py --write`.\n\n"
        "| page | median ms | p95 ms | × bare | queries |\n|---|---:|---:|---:|---:|\n"
    )
    table = head + "\n".join(rows)
    table += f"\n<!-- /workplace {vendor} -->\n"
    page = PAGE.read_text(encoding="utf-8")
    marked = re.compile(rf"<!-- workplace {vendor} -->.*<!-- /workplace {vendor} -->\n?", re.DOTALL)
    page = marked.sub(lambda _: table, page) if marked.search(page) else f"{page}\n{table}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
