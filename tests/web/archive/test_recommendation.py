"""The decision stands beside the recommendation, point by point where that is certain."""

from sagsgang.minutes import Decision, DecisionPart, Outcome, Recommendation
from sagsgang.web.archive.pages.blocks import text_blocks
from sagsgang.web.archive.pages.recommendation import beside

TEXT = "Havnekontoret indstiller,\n\n1. at kajen males\n2. at molen forlænges"
POINTS = (
    Recommendation(number=1, text="at kajen males"),
    Recommendation(number=2, text="at molen forlænges"),
)


def part(outcome: Outcome, *covers: int) -> DecisionPart:
    return DecisionPart(covers=covers, outcome=outcome, text=f"Ad {covers}")


def test_each_point_has_its_own_answer(item):
    parts = (part(Outcome.APPROVED, 1), part(Outcome.POSTPONED, 2))
    decision = Decision(text="Delt.", outcome=Outcome.MIXED, parts=parts)
    shown = beside(item("1", "Kajen", recommendations=POINTS, decision=decision), text_blocks(TEXT))
    lead, first, second = shown.rows
    assert lead.blocks[0].lines == ("Havnekontoret indstiller,",)
    assert (first.point.marker, first.answers[0].text) == ("1.", "Ad (1,)")
    assert (second.point.text, str(second.answers[0].chip.text)) == ("at molen forlænges", "Udsat")


def test_one_part_may_answer_several_points_and_a_point_may_have_none(item):
    decision = Decision(text="Delt.", outcome=Outcome.MIXED, parts=(part(Outcome.REJECTED, 2),))
    rows = beside(
        item("1", "Kajen", recommendations=POINTS, decision=decision), text_blocks(TEXT)
    ).rows
    assert [len(row.answers) for row in rows] == [0, 0, 1]
    both = Decision(text="Delt.", outcome=Outcome.APPROVED, parts=(part(Outcome.APPROVED, 1, 2),))
    rows = beside(item("1", "Kajen", recommendations=POINTS, decision=both), text_blocks(TEXT)).rows
    assert [len(row.answers) for row in rows] == [0, 1, 1]


def test_when_points_and_parts_do_not_surely_match_the_parts_stand_together(item):
    unknown = Decision(text="x", outcome=Outcome.MIXED, parts=(part(Outcome.APPROVED, 1, 3),))
    shown = beside(item("1", "Kajen", recommendations=POINTS, decision=unknown), text_blocks(TEXT))
    assert shown.rows == ()
    assert shown.answers[0].covers == "1, 3"
    known = Decision(text="x", outcome=Outcome.MIXED, parts=(part(Outcome.APPROVED, 1),))
    prose = text_blocks("Kajen males, og molen forlænges.")
    assert beside(item("1", "Kajen", recommendations=POINTS, decision=known), prose).rows == ()


def test_a_decision_without_parts_stands_beside_the_whole(item):
    decision = Decision(text="Godkendt.", outcome=Outcome.APPROVED)
    shown = beside(item("1", "Kajen", recommendations=POINTS, decision=decision), text_blocks(TEXT))
    assert [str(answer.chip.text) for answer in shown.answers] == ["Godkendt"]


def test_an_undecided_item_has_nothing_beside(item):
    shown = beside(item("1", "Kajen", recommendations=POINTS), text_blocks(TEXT))
    assert (shown.rows, shown.answers) == ((), ())
