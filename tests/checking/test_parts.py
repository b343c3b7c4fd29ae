"""A check in parts says what the check in one piece says."""

import pytest

from sagsgang.checking import Dismissal, check
from sagsgang.checking.parts import merged, parts_of
from sagsgang.checking.settings import Settings
from sagsgang.minutes.attachment import Attachment, Fragment, FragmentKind

SUMS = "Aktivitet|2025|2026\nKurser|300|420\nTure|275|180\nI alt|575|660"


def attached(number: int) -> Attachment:
    text = f"Borgeren har CPR-nr. {number + 1:02}0352-1129." * (number % 3)
    return Attachment(f"{number}.pdf", "", "pdf", (Fragment(FragmentKind.TEXT, "side 1", text),))


@pytest.fixture
def minutes(world):
    said = world.section("Borgeren har CPR-nr. 110352-1129.")
    return world.minutes(
        world.item("1", tables=(world.table(SUMS),)), world.item("2", sections=(said,))
    )


@pytest.mark.parametrize("number", [1, 3, 20])
def test_the_parts_make_the_whole(minutes, number):
    attachments = [attached(each) for each in range(9)]
    accepted = Dismissal(rule="P01", file="4.pdf", reason="Opdigtet.")
    chosen = Settings(off=frozenset({"L", "P08"}), dismissals=(accepted,))
    whole = check(minutes, attachments=attachments, settings=chosen)
    parts = parts_of(attachments, number)
    reports = [
        check(minutes, rules=part.rules, attachments=part.attachments, settings=chosen)
        for part in parts
    ]
    assert {finding.attachment for finding in whole.findings} > {None, "1.pdf", "5.pdf"}
    assert merged(reports) == whole


def test_every_attachment_is_in_one_part_besides_the_first():
    attachments = [attached(each) for each in range(9)]
    first, *others = parts_of(attachments, 4, rules=["F01", "P"])
    assert (first.rules, first.attachments) == (("F01",), tuple(attachments))
    names = [each.name for part in others for each in part.attachments]
    assert sorted(names) == [each.name for each in attachments]
    assert {part.rules[0] for part in others} == {"P01"}
