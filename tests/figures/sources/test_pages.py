"""What a source's page shows is what the source does."""

import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.periods import Period
from sagsgang.figures.sources import BadFile, all_sources, load_file
from sagsgang.figures.store import Store

AT = datetime(2025, 6, 1, tzinfo=UTC)
_FENCE = re.compile(r"^```eksempel (\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples():
    for source in all_sources():
        for at, match in enumerate(_FENCE.finditer(source.page.read_text())):
            lines = match[2].splitlines()
            told = [line for line in lines if not line.startswith("=> ")]
            wanted = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
            yield pytest.param(match[1], told, wanted, id=f"{match[1]}-{at + 1}")


@pytest.mark.parametrize(("name", "told", "wanted"), list(examples()))
def test_examples_are_read_as_the_page_says(name, told, wanted, tmp_path):
    path = tmp_path / "fil.csv"
    path.write_text("\n".join(told) + "\n")
    store = Store(tmp_path / "store")
    if any(" = " not in line for line in wanted):
        with pytest.raises(BadFile) as bad:
            load_file(store, path, name, area="787", at=AT)
        assert [each for each in wanted if each not in str(bad.value)] == []
        assert store.loads() == ()
        return
    load_file(store, path, name, area="787", at=AT, is_confirmed=name == "table")
    snapshot = store.snapshot()
    for line in wanted:
        series, period, _equals, value = line.split()
        found = [
            each.value
            for each in snapshot.observations(series)
            if each.period == Period.parse(period) and each.value is not None
        ]
        assert sum(found, Decimal(0)) == Decimal(value)
        assert found


def test_every_page_says_what_the_file_is_like_and_what_is_refused():
    for source in all_sources():
        page = source.page.read_text()
        assert "## Sådan" in page, source.id
        assert "## Hvad bliver afvist?" in page, source.id
        assert "## Hvor kommer" in page, source.id
        assert "```eksempel" in page, source.id
