"""Kills the website at random moments while decisions are recorded, and counts what is there after.

    .venv/bin/python benchmarks/crash.py [--decisions 200] [--kills 20] [--seed 1]

Claim: every decision that was acknowledged is there, and none twice, on SQLite and on PostgreSQL.
Two secretaries write at once, each decision with the key of its operation as the meeting screen
sends it: until it is acknowledged it is sent again with the same key. Every item is decided and
corrected once, and at last the meeting is closed, while the server is killed once more. What is
killed is the server with all its workers; the database goes on, as it does in operation.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parent))

from website import Website, own_postgres

CHECK = Path(__file__).with_name("crash_check.py")
WORLD = Path(__file__).with_name("meeting_world.py")
#: Any word of 32 letters and digits, sent as the cookie and as the header.
TOKEN = "k" * 32
_PATIENCE = 60


@dataclass(slots=True)
class Act:
    """One operation of a queue; `at` is when it was sent last."""

    key: str
    address: str
    fields: dict[str, str]
    item: str = ""
    at: float = 0.0
    is_acknowledged: bool = False


@dataclass(slots=True)
class Told:
    """What came of a run; `wrong` says in words what must not be."""

    acknowledged: int = 0
    kills: int = 0
    cut: int = 0
    done_unheard: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        found = "; ".join(self.wrong) or "each is there once"
        return (
            f"{self.acknowledged} decisions acknowledged, {self.kills} kills, {self.cut} requests "
            f"cut off, {self.done_unheard} of these had been done; {self.seconds:.0f} s: {found}"
        )


class Secretary(threading.Thread):
    """Sends her acts in order, each until it is acknowledged, as the queue of the screen does."""

    def __init__(self, port: int, session: str, acts: list[Act]) -> None:
        super().__init__(daemon=True)
        self.port, self.session, self.acts = port, session, acts
        self.cut = 0
        self.refused: list[str] = []

    def run(self) -> None:
        for act in self.acts:
            until = time.monotonic() + _PATIENCE
            while not act.is_acknowledged and time.monotonic() < until:
                self._send(act)
            if not act.is_acknowledged:
                self.refused.append(f"{act.address} was never acknowledged")
                return

    def _send(self, act: Act) -> None:
        act.at = time.time()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "X-Requested-With": "fetch",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request("POST", act.address, urlencode(act.fields), headers)
            answer = connection.getresponse()
            body = answer.read()
        except ConnectionRefusedError:
            time.sleep(0.02)
            return
        except (OSError, HTTPException):
            self.cut += 1
            return
        finally:
            connection.close()
        if answer.status in (200, 303):
            act.is_acknowledged = True
        elif answer.status < 500:
            self.refused.append(f"{act.address}: {answer.status} {body[:2000].decode()}")
            act.is_acknowledged = True
        else:
            self.refused.append(f"{act.address}: {answer.status}")


def acts_of(items: list[str], chance: random.Random) -> list[Act]:
    """Every item is decided and, later, corrected."""
    first = [_decision(item, 0, chance) for item in items]
    return first + [_decision(item, 1, chance) for item in items]


def _words(item: str, revision: int) -> str:
    return f"Godkendt. Udvalget takker ({item}, {revision})."


def _decision(item: str, revision: int, chance: random.Random) -> Act:
    key = str(UUID(int=chance.getrandbits(128), version=4))
    fields = {
        "do": "decide",
        "next": "/moeder/",
        "decide-operation": key,
        "decide-revision": str(revision),
        "decide-text": _words(item, revision),
        "decide-outcome": "approved",
        "decide-ask_1": "Status til foråret",
    }
    return Act(key, f"/moeder/punkter/{item}/beslutning/", fields, item)


def run(website: Website, *, decisions: int, kills: int, seed: int) -> Told:
    """Prepare a meeting on the website's database, record, kill and count."""
    chance = random.Random(seed)
    # Two items are on every agenda by themselves: its approval, and messages.
    world = website.ask(WORLD, "5", str(decisions // 2 - 2))
    items = [str(each["key"]) for each in world["items"]]
    halves = [acts_of(items[number::2], chance) for number in range(2)]
    website.start()
    began = time.monotonic()
    secretaries = [
        Secretary(website.port, session, acts)
        for session, acts in zip(world["secretaries"], halves, strict=True)
    ]
    acts = [act for half in halves for act in half]
    told = Told()
    moments = sorted(chance.sample(range(1, len(acts) * 9 // 10), kills - 1))
    for each in secretaries:
        each.start()
    for moment in moments:
        _wait_for(moment, acts, secretaries)
        _kill(website, chance, told)
    for each in secretaries:
        each.join()
    key = str(UUID(int=chance.getrandbits(128), version=4))
    close = Act(key, f"{world['address']}afvikl/goer/close/", {"operation": key})
    last = Secretary(website.port, world["secretaries"][0], [close])
    last.start()
    _kill(website, chance, told)
    last.join()
    website.stop()
    told.seconds = time.monotonic() - began
    told.cut = sum(each.cut for each in [*secretaries, last])
    told.acknowledged = sum(act.is_acknowledged for act in acts)
    told.wrong += [words for each in [*secretaries, last] for words in each.refused]
    _count(told, acts, close, website.ask(CHECK, str(world["meeting"])))
    return told


def _wait_for(moment: int, acts: list[Act], secretaries: list[Secretary]) -> None:
    while sum(act.is_acknowledged for act in acts) < moment:
        if not any(each.is_alive() for each in secretaries):
            return
        time.sleep(0.002)


def _kill(website: Website, chance: random.Random, told: Told) -> None:
    """Somewhere in the middle of what is being done."""
    time.sleep(chance.uniform(0, 0.3))
    website.kill()
    told.kills += 1
    website.start()


def _count(told: Told, acts: list[Act], close: Act, found: dict[str, Any]) -> None:
    """What the database says against what the secretaries were told."""
    done = found["operations"]
    heard = {act.key for act in [*acts, close] if act.is_acknowledged}
    told.wrong += [f"{key} was acknowledged and is not there" for key in heard - done.keys()]
    told.wrong += [f"{key} is there and was never acknowledged" for key in done.keys() - heard]
    told.done_unheard = sum(done.get(act.key, act.at) < act.at for act in [*acts, close])
    for act in acts:
        row = found["items"].get(act.item, {})
        now = (row.get("revision"), row.get("events"), row.get("asks"))
        if now != (2, 2, 1) or row["text"] != _words(act.item, 1):
            told.wrong.append(f"item {act.item} should be written and corrected once: {row}")
    if found["closed"] != 1:
        told.wrong.append(f"the meeting was closed {found['closed']} times")
    if found["asked"] != [1] * len(found["items"]):
        told.wrong.append(f"what is asked for was told so many times: {found['asked']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--decisions", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    asked = {"decisions": options.decisions, "kills": options.kills, "seed": options.seed}
    is_wrong = False
    for name in ("SQLite", "PostgreSQL"):
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            database = stack.enter_context(own_postgres()) if name == "PostgreSQL" else ""
            website = Website(folder, database, workers=2 if database else 1)
            stack.callback(website.kill)
            told = run(website.migrate(), **asked)
        print(f"{name}: {told}", flush=True)
        is_wrong = is_wrong or bool(told.wrong)
    sys.exit(is_wrong)


if __name__ == "__main__":
    main()
