"""Every indicator has its page, and the examples on it are computed through a store."""

import pytest

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.expression import expression_of
from sagsgang.figures.page import (
    HEADINGS,
    examples,
    expression_in_danish,
    headings,
    page_of,
    readable,
)
from sagsgang.figures.registry import all_indicators

EXAMPLES = [
    pytest.param(each, example, id=f"{each.id}-{number}")
    for each in all_indicators()
    for number, example in enumerate(examples(each), 1)
]


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_the_example_gives_what_it_says(world, indicator, example):
    period = world.period_for(indicator)
    snapshot = world.of_inputs(indicator, period, example.values)
    given = {
        name: value
        for name, value in example.values.items()
        if name in indicator.declared.parameters
    }
    figure = compute(snapshot, Question(indicator, period, world.area, given=given)).whole
    assert figure.in_words() == example.told


@pytest.mark.parametrize("indicator", all_indicators(), ids=lambda each: each.id)
def test_every_page_has_its_parts_and_an_example(indicator):
    page = page_of(indicator)
    assert page.startswith(f"# {indicator.title}\n")
    assert headings(page) == HEADINGS
    assert examples(indicator)
    assert "```" not in readable(indicator)
    assert "→" in readable(indicator)
    told = expression_in_danish(indicator)
    assert all(each.title in told for each in indicator.declared.inputs.values())
    assert not set("*_") & set(told)


@pytest.mark.parametrize("indicator", all_indicators(), ids=lambda each: each.id)
def test_the_expression_uses_all_that_is_declared(indicator):
    declared = indicator.declared
    assert expression_of(declared.expression).names == {*declared.inputs, *declared.parameters}
