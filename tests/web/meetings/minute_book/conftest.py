"""A meeting that is over, with an open and a closed item, and its minutes."""

import pytest

from sagsgang.web.meetings.minute_book import services

from ..table import Table


class Held(Table):
    """The meeting with two decided items and one behind closed doors; `lock` locks its minutes."""

    def __init__(self, world):
        super().__init__(world)
        self.sheds = self.case("Nye cykelskure", points=("at planen godkendes",), kind="decision")
        self.hidden = self.item(
            "Køb af Havnegade 7",
            is_closed=True,
            public_title="Køb af ejendom",
            closed_ground="Forhandling om pris",
        )
        self.turn(self.sheds)
        self.decide(self.sheds, "Udvalget godkendte planen.", outcome="approved")
        self.turn(self.hidden)
        self.decide(
            self.hidden, "Der bydes 4,2 mio. kr.", outcome="approved", public_text="Købet godkendt."
        )

    def lock(self):
        return services.minutes_lock(actor=self.secretary, meeting=self.meeting)

    def sign(self, key, **more):
        from sagsgang.web.meetings.minute_book.document import minutes_seen

        user = self.world.people[key]
        seen = minutes_seen(user, self.meeting)
        return services.minutes_sign_off(
            actor=user, meeting=self.meeting, **{"sha256": seen.sha256} | more
        )


@pytest.fixture
def held(world):
    """The meeting is closed and its minutes are not locked."""
    table = Held(world)
    table.close()
    return table
