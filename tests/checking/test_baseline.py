"""Only what is new speaks."""

import pytest

from sagsgang.checking import check
from sagsgang.checking.baseline import (
    BadBaseline,
    fingerprints,
    read_baseline,
    without_known,
    write_baseline,
)

SUMS = "Aktivitet|2025|2026\nKurser|300|420\nTure|275|180\nI alt|575|660"


def test_what_is_known_is_suppressed_and_what_is_new_is_told(world):
    before = check(world.with_table(SUMS), rules=["F01"])
    known = read_baseline(write_baseline(fingerprints(before)))
    assert without_known(before, known).findings == ()
    assert without_known(before, known).summary.suppressed == 1
    changed = check(world.with_table(SUMS.replace("660", "670")), rules=["F01"])
    assert without_known(changed, known).findings == changed.findings


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"baseline": 2, "known": []}', '{"baseline": 1, "known": [1]}']
)
def test_another_file_is_refused(text):
    with pytest.raises(BadBaseline):
        read_baseline(text)
