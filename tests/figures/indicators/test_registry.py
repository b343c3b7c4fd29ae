"""Which indicators there are is what the reference says."""

import re

import pytest

from sagsgang.figures.registry import UnknownIndicator, all_indicators, indicator


def test_the_reference_lists_every_indicator_as_it_is(root):
    page = (root / "docs" / "reference" / "indicators.md").read_text()
    rows = {
        cells[0].strip("`"): cells[1:]
        for cells in (
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in page.splitlines()
            if re.match(r"\| `", line)
        )
    }
    assert list(rows) == [each.id for each in all_indicators()]
    for each in all_indicators():
        declared = each.declared
        *told, given = rows[each.id]
        assert told == [
            each.title,
            each.family,
            declared.unit.value,
            ", ".join(grain.value for grain in declared.grains),
            f"`{declared.expression}`",
        ]
        assert re.findall(r"`(\w+)`", given) == list(declared.parameters)
        free = {
            name
            for name, one in declared.parameters.items()
            if one.default is not None or one.counted is not None
        }
        assert set(re.findall(r"`(\w+)` \(", given)) == free


def test_an_unknown_name_is_told():
    with pytest.raises(UnknownIndicator, match="spend_rate"):
        indicator("spend_rat")


def test_titles_are_told_apart():
    titles = [each.title for each in all_indicators()]
    assert len(set(titles)) == len(titles)
