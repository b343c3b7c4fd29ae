"""The example's minutes hold exactly the mistakes that their page says were planted."""

import re
from pathlib import Path

import sagsgang
from sagsgang.checking import check
from sagsgang.reading import read

MINUTES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
ROW = re.compile(r"\| ([A-Z][0-9]{2}) \| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)


def test_every_planted_mistake_is_found_and_nothing_else():
    page = (MINUTES / "README.md").read_text()
    planted = {
        (rule, name, None if item.strip() == "all" else item.strip())
        for rule, name, item in ROW.findall(page)
    }
    assert len(planted) > 8
    found = set()
    for path in MINUTES.glob("*-20??-??-??.*"):
        reading = read(path.read_bytes(), path.name)
        report = check(reading.minutes, lines=reading.canonical.lines)
        assert report.skipped == report.suppressed == ()
        found |= {(finding.rule, path.name, finding.item) for finding in report.findings}
    assert found == planted
