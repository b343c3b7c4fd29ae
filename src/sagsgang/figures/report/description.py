"""What a report is made of, as an analyst puts it together: no figures yet, and no dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from sagsgang.figures.overview.words import dimension_words
from sagsgang.figures.periods import Grain, grain_words
from sagsgang.figures.registry import UnknownIndicator, indicator

#: More periods than this are no report.
MOST = 40
_GRAINS = {"år": Grain.YEAR, "kvartal": Grain.QUARTER, "måned": Grain.MONTH}
_KNOWN = {
    *("overskrift", "indikator", "pr", "antal", "opdelt", "kun", "forudsat"),
    *("billede", "tabel", "tekst"),
}


class BadReport(ValueError):
    """A description that no report can be made from; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section: the last `count` periods of an indicator before the release, split by `by`, of
    the members in `where` only; what is shown, and the analyst's words.
    """

    title: str
    indicator: str
    grain: Grain
    count: int = 4
    by: str = ""
    where: tuple[tuple[str, str], ...] = ()
    given: tuple[tuple[str, Decimal], ...] = ()
    has_picture: bool = True
    has_table: bool = True
    words: str = ""

    def __post_init__(self) -> None:
        try:
            found = indicator(self.indicator)
        except UnknownIndicator as error:
            raise BadReport(str(error)) from error
        declared = found.declared
        if self.grain not in declared.grains:
            known = " eller ".join(grain_words(each) for each in declared.grains)
            raise BadReport(
                f"{found.title} opgøres pr. {known}, ikke pr. {grain_words(self.grain)}."
            )
        for name in (self.by, *dict(self.where)):
            if name and name not in declared.by:
                known = ", ".join(declared.by) or "ingenting"
                raise BadReport(
                    f"{found.title} kan ikke deles op efter {dimension_words(name)} ({name}). Den "
                    f"kan efter: {known}."
                )
        if not 1 <= self.count <= MOST:
            raise BadReport(f"Antallet af perioder skal være fra 1 til {MOST}, ikke {self.count}.")


@dataclass(frozen=True, slots=True)
class Report:
    """Its Danish title, the body it is for (or nothing), and its parts in their order."""

    title: str
    body: str
    parts: tuple[Part, ...]


def report_from_toml(text: str) -> Report:
    """The report that a TOML file describes. Raises BadReport with the number of the section."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadReport(f"Filen er ikke TOML: {error}.") from error
    title = str(told.get("titel", "")).strip()
    if not title:
        raise BadReport("Rapporten mangler sin titel. Skriv: titel = “…”.")
    sections = told.get("afsnit", [])
    if not isinstance(sections, list) or not sections:
        raise BadReport("Rapporten har ingen afsnit. Hvert begynder med [[afsnit]].")
    parts = []
    for number, each in enumerate(sections, start=1):
        try:
            parts.append(_part(each))
        except BadReport as error:
            raise BadReport(f"Afsnit {number}: {error}") from error
    return Report(title, str(told.get("udvalg", "")), tuple(parts))


def _part(told: Mapping[str, Any]) -> Part:
    if unknown := sorted(set(told) - _KNOWN):
        raise BadReport(f"“{unknown[0]}” er ukendt. Kendte er: {', '.join(sorted(_KNOWN))}.")
    if "indikator" not in told:
        raise BadReport("indikatoren mangler. Skriv: indikator = “…”.")
    grain = _GRAINS.get(str(told.get("pr", "kvartal")))
    if grain is None:
        raise BadReport(f"“{told['pr']}” er ikke år, kvartal eller måned.")
    count = told.get("antal", 4)
    if not isinstance(count, int):
        raise BadReport(f"antal skal være et helt tal, ikke “{count}”.")
    return Part(
        title=str(told.get("overskrift", "")) or indicator_title(str(told["indikator"])),
        indicator=str(told["indikator"]),
        grain=grain,
        count=count,
        by=str(told.get("opdelt", "")),
        where=_pairs(told, "kun"),
        given=tuple((name, _number(value)) for name, value in _pairs(told, "forudsat")),
        has_picture=bool(told.get("billede", True)),
        has_table=bool(told.get("tabel", True)),
        words=str(told.get("tekst", "")).strip(),
    )


def indicator_title(name: str) -> str:
    """Its Danish title. Raises BadReport."""
    try:
        return indicator(name).title
    except UnknownIndicator as error:
        raise BadReport(str(error)) from error


def _pairs(told: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    found = told.get(name, {})
    if not isinstance(found, dict):
        raise BadReport(f"{name} skrives {{ navn = “…” }}.")
    return tuple((key, str(value)) for key, value in sorted(found.items()))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise BadReport(f"“{text}” er ikke et tal.") from error
