"""What was decided of several points at once stands beside their words, as one reads them."""

from sagsgang.minutes import AgendaItem, Decision, DecisionPart, Recommendation
from sagsgang.minutes.printed import Grid
from sagsgang.rendering.printed import item_blocks


def test_points_that_are_answered_together_are_read_in_one_go():
    item = AgendaItem(
        number="1",
        title="Flytning",
        lines=(1, 1),
        recommendations=(
            Recommendation(number=1, text="at værkstedet flyttes,"),
            Recommendation(number=2, text="at der flyttes 3 kr."),
        ),
        decision=Decision(
            text="Godkendt.",
            outcome=None,
            parts=(DecisionPart(covers=(1, 2), outcome=None, text="Godkendt."),),
        ),
    )
    (row,) = [block for block in item_blocks(item) if isinstance(block, Grid)][-1].rows
    assert row == ("1, 2", "at værkstedet flyttes, at der flyttes 3 kr.", "", "Godkendt.")
