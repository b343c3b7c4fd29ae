"""Decides how right the reader is on a folder of documents whose truth was written by hand.

Every field class gets precision, recall and F1 over all documents; fields that the contract leaves
open are marked loose in the truth and counted apart. `--help` shows what can be asked.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from reading_score import LOOSE, Json, Score, Tally, score

from sagsgang.reading import read

FOLDER = Path(__file__).parents[1] / "tests" / "reading" / "layouts"


def score_folder(folder: Path, names: Iterable[str] = ()) -> list[Score]:
    """Read and score every document of the folder that has a truth beside it."""
    wanted = set(names)
    scores = []
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        if wanted and path.name.removesuffix(".truth.json") not in wanted:
            continue
        scores.append(score(truth, _read((folder / truth["file"]).read_bytes(), truth["file"])))
    return scores


def _read(data: bytes, name: str) -> Json | None:
    try:
        found: Json = read(data, name).minutes.as_json()
    except Exception as problem:  # a refusal or a crash both count as nothing read
        print(f"{name}: {type(problem).__name__}: {problem}", file=sys.stderr)
        return None
    return found


def print_tables(scores: list[Score]) -> None:
    """One line a document, one a field class, and the loose classes last."""
    print(
        f"{'document':34}{'right':>7}{'missing':>9}{'extra':>7}{'F1':>8}{'unplaced':>10}  weakest"
    )
    whole = Tally()
    classes: dict[str, Tally] = {}
    for one in scores:
        tally = one.total()
        whole.add(tally)
        for kind, part in one.tallies.items():
            classes.setdefault(kind, Tally()).add(part)
        strict = [(t.f1, k) for k, t in one.tallies.items() if not k.endswith(LOOSE) and t.f1 < 1]
        weakest = ", ".join(f"{k} {f1:.2f}" for f1, k in sorted(strict)[:3])
        counts = f"{tally.right:7}{tally.missing:9}{tally.extra:7}{tally.f1:8.4f}"
        print(f"{one.name:34}{counts}{one.unplaced:10}  {weakest}")
    measures = f"{'precision':>11}{'recall':>9}{'F1':>9}"
    print(f"\n{'field':34}{'right':>7}{'missing':>9}{'extra':>7}{measures}")
    for kind in sorted(classes, key=lambda kind: (kind.endswith(LOOSE), kind)):
        print(f"{kind:34}{_row(classes[kind])}")
    print(f"{'all that is not loose':34}{_row(whole)}")


def _row(tally: Tally) -> str:
    counts = f"{tally.right:7}{tally.missing:9}{tally.extra:7}"
    return f"{counts}{tally.precision:11.4f}{tally.recall:9.4f}{tally.f1:9.4f}"


def score_combinations(count: int) -> tuple[list[Score], dict[tuple[str, str], Tally]]:
    """Score documents put together from printing habits; what each habit costs."""
    sys.path.insert(0, str(FOLDER))
    from combinations import compose

    scores, habits = [], defaultdict(Tally)
    for seed in range(count):
        text, truth, choices = compose(seed)
        scores.append(score(truth, _read(text.encode(), truth["file"])))
        for habit in choices.items():
            habits[habit].add(scores[-1].total())
    return scores, habits


def print_habits(habits: dict[tuple[str, str], Tally]) -> None:
    """The habits that cost most, worst first."""
    print(f"\n{'habit':46}{'right':>7}{'missing':>9}{'extra':>7}{'F1':>9}")
    for (kind, name), t in sorted(habits.items(), key=lambda pair: pair[1].f1)[:30]:
        print(f"{kind + ': ' + name:46}{t.right:7}{t.missing:9}{t.extra:7}{t.f1:9.4f}")


def print_errors(scores: list[Score]) -> None:
    """What differs, one line each: where, field class, truth against reading.

    What follows from a missing item or section is left out.
    """
    for one in scores:
        print(f"== {one.name}  {one.total().f1:.4f}")
        unread = {where for where, kind, _, got in one.errors if kind == "items" and got == "–"}
        for where, kind, wanted, got in one.errors:
            part = kind.removesuffix(LOOSE)
            follows = part in _OF_SECTION and (got == "–" or "superfluous" in got)
            if not follows and (where not in unread or kind == "items"):
                print(f"  [{where}] {kind}: {wanted}  ≠  {got}")


_OF_SECTION = ("section kind", "section level", "section extent", "section text")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only these documents (name without ending)")
    parser.add_argument(
        "--folder", type=Path, default=FOLDER, help="documents with NAME.truth.json beside them"
    )
    parser.add_argument(
        "--errors", metavar="NAME", help="list what differs in this document, or in 'all'"
    )
    parser.add_argument(
        "--combinations", type=int, metavar="N", help="N composed documents instead"
    )
    chosen = parser.parse_args()
    if chosen.combinations:
        scores, habits = score_combinations(chosen.combinations)
        print_errors(scores) if chosen.errors else print_tables(scores)
        print_habits(habits)
        return
    names = [*chosen.names, *([chosen.errors] if chosen.errors not in (None, "all") else [])]
    scores = score_folder(chosen.folder, names)
    if chosen.errors:
        print_errors(scores)
    else:
        print_tables(scores)


if __name__ == "__main__":
    main()
