"""Lets the tests of the PDF reader use the typesetting in tests/pdf."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).parents[4])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)
