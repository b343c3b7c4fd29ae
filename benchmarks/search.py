"""Measures the search: how quick beside bare Tantivy and SQLite FTS5, and how often it finds.

Two claims. Of 200 searches in 100,000 items, the slowest twentieth of ours takes at most 1.5 times
as long as with bare Tantivy, with twenty hits, five facets and passages each. Of 60 items that
people look for with other forms, parts of compounds or mistakes, at least 95 % are among the first
ten. `--write` puts the tables into docs/topics/performance.md.
"""

import argparse
import platform
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from search_corpus import SEED, Words, items, text_of
from search_engines import Asked, BareTantivy, Engine, Sagsgang, Sqlite
from search_known import KNOWN, known_item

from sagsgang.reference.municipalities import municipalities
from sagsgang.searching import PublicItem

PAGE = Path(__file__).parents[1] / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- search -->.*<!-- /search -->\n?", re.DOTALL)
_FIRST = 10
_GOAL_RATIO, _GOAL_FOUND = 1.5, 0.95


def archive(count: int) -> Iterator[PublicItem]:
    """The items by chance, and the sixty that are looked for spread among them."""
    chance = random.Random(SEED + 1)
    words = Words(random.Random(SEED))
    wanted = iter(enumerate(KNOWN))
    every = max(1, count // len(KNOWN))
    for number, item in enumerate(items(count)):
        yield item
        if number % every == 0 and (known := next(wanted, None)):
            filling = words.draw(chance, 350, chance.choice(words.topics))
            yield known_item(*known, text_of(filling, chance))


def searches(count: int) -> list[Asked]:
    """What people ask for: mostly one or two words, some phrases, titles and municipalities."""
    chance = random.Random(SEED + 2)
    words = Words(random.Random(SEED))
    names = [municipality.name for municipality in municipalities()]
    asked = []
    for _ in range(count):
        way = chance.random()
        number = 1 if way < 0.4 else 2 if way < 0.8 else 3
        asked.append(
            Asked(
                words=tuple(words.asked(chance) for _ in range(number)),
                is_phrase=0.7 < way < 0.8,
                in_title=way < 0.05,
                municipality=chance.choice(names) if chance.random() < 0.2 else None,
            )
        )
    return asked


def timed(engines: list[Engine], asked: list[Asked], rounds: int) -> dict[str, list[float]]:
    """By engine, the milliseconds of each search: the middle one of some rounds, turn by turn."""
    times: dict[str, list[list[float]]] = {engine.name: [[] for _ in asked] for engine in engines}
    for _ in range(rounds + 1):
        for number, one in enumerate(asked):
            for engine in engines:
                start = time.perf_counter()
                engine.ask(one)
                times[engine.name][number].append((time.perf_counter() - start) * 1000)
    # The first round warms up.
    return {name: [median(each[1:]) for each in rows] for name, rows in times.items()}


def p(share: float, values: list[float]) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def found(engine: Engine) -> dict[str, list[str]]:
    """By kind, what was typed for the items that are not among the first ten."""
    missed: dict[str, list[str]] = {}
    for number, known in enumerate(KNOWN):
        asked = Asked(tuple(known.typed.split()))
        misses = missed.setdefault(known.kind, [])
        if f"k{number}/1" not in engine.ask(asked)[:_FIRST]:
            misses.append(known.typed)
    return missed


def size(folder: Path) -> float:
    """Megabytes on the disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measured(count: int, number: int, rounds: int) -> tuple[list[str], bool]:
    """The report as Markdown lines, and whether both goals were reached."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, bare, sqlite = Sagsgang(folder), BareTantivy(folder), Sqlite(folder / "fts5")
        built = {}
        for engine, where in ((ours, "sagsgang"), (bare, "tantivy"), (sqlite, "fts5")):
            start = time.perf_counter()
            engine.build(archive(count))
            built[engine.name] = time.perf_counter() - start, size(folder / where)
            print(f"{engine.name}: built in {built[engine.name][0]:.0f} s", file=sys.stderr)
        start = time.perf_counter()
        kilobytes = sum(len(" ".join(i.texts).encode()) for i in archive(count)) / count / 1000
        making = time.perf_counter() - start
        asked = searches(number)
        no_passages = BareTantivy(folder, with_snippets=False)
        times = timed([ours, bare, no_passages], asked, rounds)
        times |= timed([sqlite], asked, 1)
        missed = {engine.name: found(engine) for engine in (ours, bare, sqlite)}
    ratio = p(0.95, times[ours.name]) / p(0.95, times[bare.name])
    share = 1 - sum(map(len, missed[ours.name].values())) / len(KNOWN)
    lines = [
        f"{count:,} agenda items of {kilobytes:.1f} KB made by chance (seed {SEED}), {number} "
        "searches, each with 20 hits, the counts of five facets and passages; Python "
        f"{platform.python_version()}, {platform.machine()}. Making the items took {making:.0f} s "
        "of each building time.",
        "",
        "| | p50 ms | p95 ms | slowest ms | built in s | on disk MB |",
        "|---|---|---|---|---|---|",
        *(_row(name, values, built.get(name)) for name, values in times.items()),
        "",
        f"p95 of ours is **{ratio:.2f} ×** that of bare Tantivy (goal: at most {_GOAL_RATIO}).",
        "",
        f"Of {len(KNOWN)} items looked for, among the first {_FIRST}:",
        "",
        "| | inflected | compound | misspelt | all |",
        "|---|---|---|---|---|",
        *(_found_row(name, misses) for name, misses in missed.items()),
        "",
        f"Ours finds **{share:.0%}** (goal: at least {_GOAL_FOUND:.0%}); not found: "
        + (", ".join(f"*{typed}*" for m in missed[ours.name].values() for typed in m) or "none")
        + ".",
    ]
    return lines, ratio <= _GOAL_RATIO and share >= _GOAL_FOUND


def _row(name: str, values: list[float], built: tuple[float, float] | None) -> str:
    seconds, megabytes = (f"{built[0]:.0f}", f"{built[1]:.0f}") if built else ("", "")
    times = f"{p(0.5, values):.1f} | {p(0.95, values):.1f} | {max(values):.1f}"
    return f"| {name} | {times} | {seconds} | {megabytes} |"


def _found_row(name: str, missed: dict[str, list[str]]) -> str:
    counts = {kind: sum(known.kind == kind for known in KNOWN) for kind in missed}
    cells = [f"{counts[kind] - len(missed[kind])} of {counts[kind]}" for kind in missed]
    total = len(KNOWN) - sum(map(len, missed.values()))
    return f"| {name} | {' | '.join(cells)} | {total} of {len(KNOWN)} |"


def write(lines: list[str]) -> None:
    """Put the report between its marks on the page; what others wrote there stays."""
    text = "\n".join(["<!-- search -->", "## Search", "", *lines, "<!-- /search -->", ""])
    page = PAGE.read_text("utf-8") if PAGE.exists() else "# How quick it is\n\n"
    if _MARKED.search(page):
        page = _MARKED.sub(lambda _: text, page)
    else:
        page = f"{page.rstrip()}\n\n{text}"
    PAGE.write_text(page, "utf-8")


def main() -> int:
    """The command line; exit 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=100_000, help="how many items (100000)")
    parser.add_argument("--searches", type=int, default=200, help="how many searches (200)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    chosen = parser.parse_args()
    lines, is_reached = measured(chosen.items, chosen.searches, chosen.rounds)
    print("\n".join(lines))
    if chosen.write:
        write(lines)
    return 0 if is_reached else 1


if __name__ == "__main__":
    sys.exit(main())
