"""What `sagsgang.toml` may say, and what it is told when it says something else."""

import pytest

from sagsgang.checking import Severity, check
from sagsgang.checking.settings_file import BadSettings, parse_settings

SUMS = "Aktivitet|2025|2026\nKurser|300|420\nTure|275|180\nI alt|575|660"


def test_an_empty_file_changes_nothing():
    settings, folder = parse_settings("")
    assert (settings.off, settings.min_cell, folder) == (frozenset(), 5, None)


def test_everything_it_may_say():
    settings, folder = parse_settings(
        """
        [checks]
        off = ["r01", "L"]
        min_cell = 3
        placeholders = ["[indsæt]"]
        banned = {"p.t." = "i øjeblikket"}
        rules = "egne"
        [checks.severity]
        F01 = "notes"
        [[checks.accept]]
        rule = "F01"
        file = "referat-*.txt"
        item = "4"
        reason = "Tallene står i bilaget."
        """
    )
    assert settings.off == {"R01", "L"}
    assert settings.severities == {"F01": Severity.NOTES}
    assert settings.min_cell == 3
    assert settings.banned == {"p.t.": "i øjeblikket"}
    assert settings.dismissals[0].file == "referat-*.txt"
    assert folder == "egne"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[checks", "TOML"),
        ("[check]\noff = []", "«check» kendes ikke"),
        ("[checks]\nof = []", "«of» kendes ikke i checks"),
        ('[checks]\noff = ["Q7"]', "Q7"),
        ('[checks]\noff = "F01"', "liste"),
        ("[checks]\nmin_cell = -1", "min_cell"),
        ('[checks.severity]\nF01 = "altid"', "altid"),
        ('[[checks.accept]]\nrule = "F01"', "reason"),
        ('[[checks.accept]]\nrule = "F01"\nreason = "x"\npunkt = 3', "punkt"),
        ("[checks]\nbanned = 3", "banned"),
    ],
)
def test_what_it_cannot_use_is_told(text, told):
    with pytest.raises(BadSettings, match=told):
        parse_settings(text)


def test_a_rule_that_is_off_is_silent_and_another_severity_is_used(world):
    minutes = world.with_table(SUMS)
    off, _ = parse_settings('[checks]\noff = ["F"]')
    lower, _ = parse_settings('[checks.severity]\nF01 = "notes"')
    assert check(minutes, settings=off).findings == ()
    (finding,) = check(minutes, rules=["F01"], settings=lower).findings
    assert finding.severity is Severity.NOTES


@pytest.mark.parametrize(("file", "left"), [("prøve.txt", 0), ("prøve.*", 0), ("andet.txt", 1)])
def test_what_is_accepted_is_listed_with_its_reason(world, file, left):
    settings, _ = parse_settings(
        f'[[checks.accept]]\nrule = "F01"\nfile = "{file}"\nreason = "Regnet rigtigt."'
    )
    report = check(world.with_table(SUMS), rules=["F01"], settings=settings)
    assert len(report.findings) == left
    assert [each.reason for each in report.suppressed] == ["Regnet rigtigt."] * (1 - left)
