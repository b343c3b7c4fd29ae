"""Invented documents in layouts that no dialect describes: how right the reader is on each."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

from reading_accuracy import score_combinations, score_folder
from reading_score import Tally, score

HERE = Path(__file__).parent
FOLDERS = (HERE, HERE.parent / "layouts2")
WHERE = {
    path.name.removesuffix(".truth.json"): folder
    for folder in FOLDERS
    for path in sorted(folder.glob("*.truth.json"))
}
NAMES = sorted(WHERE)
FLOORS: dict[str, float] = {}
for folder in FOLDERS:
    FLOORS |= json.loads((folder / "floors.json").read_text("utf-8"))


COMPOSED = 60


def _truth(name: str) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((WHERE[name] / f"{name}.truth.json").read_text("utf-8"))
    return truth


def test_every_document_has_a_floor() -> None:
    assert sorted(FLOORS) == sorted([*NAMES, "composed"])


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_stays_at_or_above_its_floor(name: str) -> None:
    [result] = score_folder(WHERE[name], [name])

    assert round(result.total().f1, 4) >= FLOORS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_truth_itself_is_a_perfect_reading(name: str) -> None:
    truth = _truth(name)

    result = score(truth, truth)

    assert result.total().f1 == 1.0
    assert result.errors == []


def test_composed_documents_stay_at_or_above_their_floor() -> None:
    scores, _ = score_combinations(COMPOSED)
    whole = Tally()
    for result in scores:
        whole.add(result.total())

    assert round(whole.f1, 4) >= FLOORS["composed"]


def test_a_lost_item_costs_recall_and_an_invented_one_precision() -> None:
    truth = _truth(NAMES[0])
    without_last = {**truth, "items": truth["items"][:-1]}

    lost = score(truth, without_last).total()
    invented = score(without_last, truth).total()

    assert lost.recall < 1 == lost.precision
    assert invented.precision < 1 == invented.recall
