"""The website is killed while decisions are recorded: what was acknowledged is there, and once.

The short run of benchmarks/crash.py, on SQLite.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from crash import run
from website import Website


def test_killed_while_decisions_are_recorded(data_folder):
    website = Website(data_folder)
    try:
        told = run(website, decisions=25, kills=3, seed=1)
    finally:
        website.kill()
    assert told.wrong == []
    assert (told.acknowledged, told.kills) == (24, 3)
    assert told.cut
