"""The rules asked of a composed text, remembered for as long as it reads the same."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from django.utils.translation import get_language

from sagsgang.checking import Finding, check
from sagsgang.checking.rule import Family
from sagsgang.checking.settings import Settings
from sagsgang.minutes import Minutes
from sagsgang.web.bodies.models import MunicipalitySettings

Language = Literal["da", "en"]
#: Families that ask what happened at a meeting: what is being prepared has had none.
OF_A_MEETING = (Family.ATTENDANCE.value, Family.DECISIONS.value)


def language_now() -> Language:
    """The language the rules answer this reader in."""
    return "en" if (get_language() or "da").startswith("en") else "da"


def findings_of(
    minutes: Minutes,
    lines: Sequence[str],
    *,
    municipality: int,
    language: Language,
    rules: tuple[str, ...] = (),
    skip: tuple[str, ...] = OF_A_MEETING,
) -> tuple[Finding, ...]:
    """What the rules say of the text, with the municipality's own settings: those `rules`, or all
    that are not among those to `skip`.
    """
    row = MunicipalitySettings.objects.filter(municipality=municipality).first()
    settings = Settings() if row is None else Settings(min_cell=row.smallest_cell)
    text = minutes.model_dump_json()
    digest = hashlib.sha256("\0".join((text, *lines)).encode()).hexdigest()
    return _findings(
        digest, language, settings.min_cell, rules, skip, _Held(minutes, tuple(lines), settings)
    )


class _Held:
    """Carries what is checked past the memory, whose key is the digest of it."""

    __slots__ = ("lines", "minutes", "settings")

    def __init__(self, minutes: Minutes, lines: tuple[str, ...], settings: Settings) -> None:
        self.minutes, self.lines, self.settings = minutes, lines, settings

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=128)
def _findings(
    digest: str,
    language: Language,
    least: int,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    held: _Held,
) -> tuple[Finding, ...]:
    report = check(
        held.minutes,
        rules=rules or None,
        skip=skip,
        language=language,
        lines=held.lines,
        settings=held.settings,
    )
    return report.findings
