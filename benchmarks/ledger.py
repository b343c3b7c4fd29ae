"""Two million lines of a ledger become figures: time and memory, beside pandas in the same run.

    PYTHONPATH=src python benchmarks/ledger.py [lines]

Each engine reads the same file in a process of its own, whose peak memory is what the system tells.
Sagsgang validates every cell, holds the file against the store and writes the load; pandas reads
the file, turns the amounts into numbers and adds the lines up, and validates nothing.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

LINES = 2_000_000
MOST_SECONDS, MOST_BYTES = 20, 1_000_000_000
_ACCOUNTS = ("5.57.71", "5.57.73", "5.58.81", "5.68.90", "3.22.01", "5.32.30", "0.45.50", "6.45.51")
_KEY = ["År", "Måned", "Udvalg", "Politikområde", "Konto", "Dranst", "Beløbstype"]


def write(path: Path, lines: int) -> None:
    """An invented ledger, the same for the same number of lines."""
    drawn = random.Random(2025)
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join([*_KEY, "Beløb (kr.)", "Tekst"]) + "\n")
        for number in range(lines):
            amount = f"{drawn.randint(-99_999, 9_999_999) / 100:,.2f}"
            amount = amount.translate(str.maketrans(",.", ".,"))
            kind = "Forbrug" if number % 3 else "Oprindeligt budget"
            file.write(
                f"{2021 + number % 5};{number % 12 + 1};Udvalg {number % 6};"
                f"Område {drawn.randint(1, 40)};{_ACCOUNTS[number % 8]}.{number % 300:03};"
                f"{1 + number % 2};{kind};{amount};Postering nummer {number}\n"
            )


def sagsgang(path: Path, folder: Path) -> tuple[int, str]:
    """The load through the function that the command and the website use."""
    from sagsgang.figures.sources import load_file
    from sagsgang.figures.store import Store

    store = Store(folder / "store")
    load = load_file(store, path, "ledger", area="787", at=datetime.now(UTC), is_confirmed=True)
    rows = store.snapshot().ask("SELECT sum(value)::VARCHAR FROM observations")
    return load.rows, str(rows[0][0])


def pandas(path: Path, folder: Path) -> tuple[int, str]:
    """The same sums as an analyst's script makes them."""
    import pandas

    frame = pandas.read_csv(path, sep=";", dtype=str, usecols=[*_KEY, "Beløb (kr.)"])
    amounts = frame.pop("Beløb (kr.)").str.replace(".", "").str.replace(",", ".")
    frame["øre"] = (amounts.astype(float) * 100).round().astype("int64")
    frame["Konto"] = frame["Konto"].str[:7]
    sums = frame.groupby(_KEY, sort=False)["øre"].sum()
    sums.to_frame().to_parquet(folder / "sums.parquet")
    return len(sums), f"{sums.sum() / 100:.6f}"


def measured(engine: str, path: Path) -> dict[str, object]:
    """What an engine took, in a process of its own."""
    command = [sys.executable, __file__, "--engine", engine, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main(arguments: list[str]) -> int:
    """Prints a row for each engine; 1 when Sagsgang took longer or more than it may."""
    if arguments[:1] == ["--engine"]:
        run = {"sagsgang": sagsgang, "pandas": pandas}[arguments[1]]
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            rows, total = run(Path(arguments[2]), Path(folder))
            seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"rows": rows, "total": total, "seconds": seconds, "peak": peak}))
        return 0
    lines = int(arguments[0]) if arguments else LINES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.csv"
        write(path, lines)
        print(f"{lines} lines, {path.stat().st_size / 1e6:.0f} MB")
        found = {engine: measured(engine, path) for engine in ("sagsgang", "pandas")}
    for engine, told in found.items():
        print(
            f"{engine:<9} {told['seconds']:6.1f} s {float(str(told['peak'])) / 1e6:7.0f} MB  "
            f"{told['rows']} sums, {told['total']} kr. in all"
        )
    ours = found["sagsgang"]
    if (ours["rows"], float(str(ours["total"]))) != (
        found["pandas"]["rows"],
        float(str(found["pandas"]["total"])),
    ):
        print("the sums differ")
        return 1
    is_fast = float(str(ours["seconds"])) <= MOST_SECONDS
    return 0 if is_fast and float(str(ours["peak"])) <= MOST_BYTES else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
