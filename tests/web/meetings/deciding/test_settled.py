"""What one body has settled of a recommendation is not put to the next."""

import pytest
from django.utils import timezone

from sagsgang.web.meetings.deciding.reading import points_put, settled_before
from sagsgang.web.meetings.models import Item, Suspension
from sagsgang.web.routes.models import CaseStop

pytestmark = pytest.mark.django_db
POINTS = ["at a.", "at b.", "at c."]


@pytest.fixture
def item(table):
    """A case that the committee recommends to the finance committee, and that to the council."""
    then = [("Økonomiudvalget", "recommendation"), ("Byrådet", "decision")]
    return table.case(points=POINTS, then=then)


def put_next(table, item, text, **more):
    """The numbers put to the finance committee after these words, and its item."""
    table.decide(item, text, **more)
    table.close()
    stop = CaseStop.objects.get(case=item.stop.case, body__name="Økonomiudvalget")
    following = Item(meeting=table.meeting, stop=stop)
    return [point.number for point in points_put(following)], following


def test_the_next_body_is_asked_what_was_sent_on(table, item):
    numbers, following = put_next(table, item, "Ad 1 godkendt. Ad 2-3 indstilles.")
    assert numbers == [2, 3]
    (settled,) = settled_before(following)
    assert (settled.point.text, settled.body) == ("at a.", table.body)


def test_it_is_asked_everything_when_everything_is_sent_on(table, item):
    numbers, following = put_next(table, item, "Ad 1-3 indstilles.")
    assert numbers == [1, 2, 3]
    assert settled_before(following) == []


def test_what_was_approved_and_nothing_sent_on_is_put_again(table, item):
    parts = [("1", "approved", "", None), ("2-3", "noted", "", None)]
    numbers, _following = put_next(table, item, parts=parts, text="")
    assert numbers == [1, 2, 3]


def test_what_was_rejected_is_put_again(table, item):
    parts = [("1", "rejected", "", None), ("2-3", "recommended", "", None)]
    numbers, _following = put_next(table, item, parts=parts, text="")
    assert numbers == [1, 2, 3]


def test_a_point_that_reads_otherwise_now_is_put_again(table, item):
    table.decide(item, "Ad 1 godkendt. Ad 2-3 indstilles.")
    table.close()
    item.stop.case.points.filter(number=1).update(text="at noget helt andet.")
    stop = CaseStop.objects.get(case=item.stop.case, body__name="Økonomiudvalget")
    assert len(points_put(Item(meeting=table.meeting, stop=stop))) == 3


def test_what_was_brought_before_the_council_is_put_to_it_whole(table, item):
    table.decide(item, "Ad 1 godkendt. Ad 2-3 indstilles.")
    Suspension.objects.create(item=item, seat=table.seats["member"], at=timezone.now())
    table.close()
    stop = CaseStop.objects.get(case=item.stop.case, body__name="Byrådet")
    assert len(points_put(Item(meeting=table.meeting, stop=stop))) == 3
