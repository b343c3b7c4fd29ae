"""A meeting day: 50 people at once on PostgreSQL, members reading and two secretaries writing.

    .venv/bin/python benchmarks/meeting_day.py [--seconds 120] [--write]

Claim: no error, and the 95th percentile of every kind of page under 300 ms on two cores. The
website is served as the manual says, by two workers. Members go from page to page faster than
anybody reads, each with a think time of her own; the secretaries' screens ask for the state every
five seconds, as they do, and write presence and decisions. Beside it, under the same load, somebody
reads a bare Django page. `--write` puts the table into docs/topics/performance.md.
"""

import argparse
import os
import platform
import random
import re
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent))

from website import Website, own_postgres

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "topics" / "performance.md"
_MARKED = re.compile(r"<!-- meeting_day -->.*?<!-- /meeting_day -->\n?", re.DOTALL)
GOAL = 300
MEMBERS, CASES = 48, 24
#: So many seconds pass before a member opens the next page, and before a secretary does anything.
READS, WRITES = (3, 9), (1, 4)
STATE_EVERY = 5
TOKEN = "m" * 32
BARE = "a bare Django page"


@dataclass(slots=True)
class Measured:
    """Of one kind of page: how long each answer took, and what it cost."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """In ms."""
        return quantiles(self.wall, n=20)[-1] if len(self.wall) > 1 else max(self.wall)


@dataclass(slots=True)
class Day:
    """What everybody at the meeting shares."""

    port: int
    world: dict[str, Any]
    until: float
    measured: dict[str, Measured] = field(default_factory=lambda: defaultdict(Measured))
    errors: list[str] = field(default_factory=list)


class Person(threading.Thread):
    """Somebody with a browser: one connection, her own session."""

    def __init__(self, day: Day, session: str, life: Callable[["Person"], Iterator[float]]) -> None:
        super().__init__(daemon=True)
        self.day, self.session, self.life = day, session, life
        self.chance = random.Random(session)
        self.connection = HTTPConnection("127.0.0.1", day.port, timeout=60)

    def run(self) -> None:
        # Nobody comes in the same moment.
        time.sleep(self.chance.uniform(0, READS[1]))
        for pause in self.life(self):
            left = self.day.until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, pause))

    def get(self, kind: str, address: str) -> str:
        """Open a page."""
        return self._ask(kind, "GET", address)

    def post(self, kind: str, address: str, **fields: object) -> str:
        """Send a form, as the scripts of the pages do."""
        return self._ask(kind, "POST", address, urlencode(fields))

    def _ask(self, kind: str, method: str, address: str, body: str | None = None) -> str:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}"}
        if body is not None:
            headers |= {
                "X-CSRFToken": TOKEN,
                "X-Requested-With": "fetch",
                "Accept": "application/json",
                "Content-Type": "application/x-www-form-urlencoded",
            }
        began = time.perf_counter()
        try:
            self.connection.request(method, address, body, headers)
            answer = self.connection.getresponse()
            text = answer.read().decode(errors="replace")
        except (OSError, HTTPException) as error:
            self.connection.close()
            self.day.errors.append(f"{method} {address}: {error!r}")
            return ""
        took = (time.perf_counter() - began) * 1000
        if answer.status not in (200, 303):
            self.day.errors.append(f"{method} {address}: {answer.status} {text[:200]}")
            return text
        spent, queries = answer.headers["Cost"].split()
        row = self.day.measured[kind]
        row.wall.append(took)
        row.processor.append(float(spent))
        row.queries.append(int(queries))
        return text


def member(person: Person) -> Iterator[float]:
    """Her start page, the agenda, then item after item, now and then with a note."""
    world, chance = person.day.world, person.chance
    while True:
        person.get("a member's start page", "/mine-moeder/")
        yield chance.uniform(*READS)
        person.get("what is unread", f"/mine-moeder/dagsorden/{world['meeting']}/")
        yield chance.uniform(*READS)
        person.get("the agenda", f"{world['address']}dagsorden/")
        yield chance.uniform(*READS)
        for item in chance.sample(world["items"], 6):
            address = f"{world['address']}punkt/{item['number']}/"
            page = person.get("an item", address)
            own = f"/mine-moeder/punkt/{item['key']}/"
            version = re.search(r'data-own-version="(\d+)"', page)
            fields = {"operation": uuid4(), "version": version[1] if version else 0}
            person.post("an item is read", f"{own}laest/", **fields)
            yield chance.uniform(*READS)
            if chance.random() < 0.3:
                person.post("a note", f"{own}noter/", operation=uuid4(), text="Spørg til taget.")
                yield chance.uniform(*READS)
                person.get("own notes", f"{own}noter/")
                yield chance.uniform(*READS)


def secretary(person: Person) -> Iterator[float]:
    """The screen: somebody leaves and comes back, the next item, its decision."""
    world, chance = person.day.world, person.chance
    hold = f"{world['address']}afvikl/"
    own = world["secretaries"].index(person.session)
    items = [each["key"] for each in world["items"]][own::2]
    person.get("the meeting screen", hold)
    revisions = dict.fromkeys(items, 0)
    while True:
        item = chance.choice(items)
        seat = chance.choice(world["seats"][own::2])
        for what in ("left", "came"):
            person.post("presence", f"{hold}goer/{what}/", operation=uuid4(), seat=seat)
            yield chance.uniform(*WRITES)
        person.post("an item is taken up", f"{hold}goer/begin/", operation=uuid4(), item=item)
        person.get("the item on the screen", f"{hold}punkt/?punkt={item}")
        yield chance.uniform(*WRITES)
        form = {
            "do": "decide",
            "next": hold,
            "decide-operation": uuid4(),
            "decide-revision": revisions[item],
            "decide-text": f"Godkendt, som det blev fremlagt ({revisions[item] + 1}).",
            "decide-outcome": "approved",
        }
        person.post("a decision", f"/moeder/punkter/{item}/beslutning/", **form)
        revisions[item] += 1
        yield chance.uniform(*WRITES)
        person.get("the meeting screen", hold)
        yield chance.uniform(*WRITES)


def screen(person: Person) -> Iterator[float]:
    """What a secretary's screen asks by itself."""
    state = f"{person.day.world['address']}afvikl/tilstand/"
    seen = ""
    while True:
        told = person.get("the screen asks", f"{state}?set={seen}")
        found = re.search(r'"revision": (\d+)', told)
        seen = found[1] if found else ""
        yield STATE_EVERY


def passer_by(person: Person) -> Iterator[float]:
    """The reference, as often as a secretary does something."""
    while True:
        person.get(BARE, "/bare/")
        yield 0.5


def held(seconds: float) -> tuple[Day, float]:
    """The whole day, and the processor time that the website took for it."""
    with tempfile.TemporaryDirectory() as scratch, own_postgres() as database:
        site = Website(
            Path(scratch), database, workers=2, threads=8, application="measured_site:application"
        )
        world = site.migrate().ask(HERE / "meeting_world.py", str(MEMBERS), str(CASES))
        try:
            site.start()
            warm(Day(site.port, world, 0))
            before = site.processor()
            day = Day(site.port, world, time.monotonic() + seconds)
            people = [Person(day, key, member) for key in world["members"]]
            for key in world["secretaries"]:
                people += [Person(day, key, secretary), Person(day, key, screen)]
            people.append(Person(day, "", passer_by))
            for each in people:
                each.start()
            for each in people:
                each.join()
            return day, site.processor() - before
        finally:
            site.stop()


def warm(day: Day) -> None:
    """Both workers have read their programs before anybody comes."""
    for _ in range(6):
        for key, address in (
            (day.world["members"][0], "/mine-moeder/"),
            (day.world["members"][0], f"{day.world['address']}punkt/2/"),
            (day.world["secretaries"][0], f"{day.world['address']}afvikl/"),
        ):
            # A connection of its own each time: each worker gets some.
            Person(day, key, member).get("", address)
    if day.errors:
        sys.exit("\n".join(day.errors))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    day, busy = held(options.seconds)
    bare = median(day.measured[BARE].processor)
    rows = []
    for kind in sorted(day.measured, key=lambda kind: day.measured[kind].p95, reverse=True):
        row = day.measured[kind]
        cost = median(row.processor)
        rows.append(
            f"| {kind} | {len(row.wall)} | {median(row.wall):.0f} | {row.p95:.0f} | {cost:.0f} "
            f"| {cost / bare:.0f} | {median(row.queries):.0f} |"
        )
        print(rows[-1] + (" ←" if row.p95 > GOAL else ""))
    total = sum(len(row.wall) for row in day.measured.values())
    told = (
        f"{total:,} answers in {options.seconds:.0f} s, {len(day.errors)} errors; the website used "
        f"{100 * busy / options.seconds:.0f}% of one processor"
    )
    print(told, *day.errors[:20], sep="\n")
    if options.write:
        write(told, rows)
    sys.exit(bool(day.errors))


def write(told: str, rows: list[str]) -> None:
    """Put the table into the page of performance."""
    table = (
        f"<!-- meeting_day -->\n## A meeting day\n\n{MEMBERS} members reading the agenda of a "
        f"meeting, a page every {READS[0]}–{READS[1]} s each, and two secretaries recording "
        f"presence and decisions, on PostgreSQL and two workers: {told}. In the same run somebody "
        f"reads a bare Django page of twenty rows. This machine has {os.cpu_count()} processors, "
        f"with a load of {os.getloadavg()[2]:.1f} in the last quarter of an hour; the readers run "
        f"on it too. Python {platform.python_version()}. Goal: no error, p95 under {GOAL} ms. By "
        "`benchmarks/meeting_day.py --write`.\n\n"
        "| what is asked for | times | median ms | p95 ms | processor ms | × bare | queries |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
    )
    table += "\n".join(rows) + "\n<!-- /meeting_day -->\n"
    page = PAGE.read_text(encoding="utf-8")
    page = _MARKED.sub(lambda _: table, page) if _MARKED.search(page) else f"{page}\n{table}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
