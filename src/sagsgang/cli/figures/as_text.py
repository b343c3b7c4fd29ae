"""Figures for people: a table, and under it what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sagsgang.cli.figures.asking import Asked
from sagsgang.cli.figures.danish_time import moment_shown
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Missing
from sagsgang.figures.overview.words import dimension_words
from sagsgang.figures.page import expression_in_danish
from sagsgang.figures.sources.titles import source_title
from sagsgang.language.numbers import format_number

WHOLE = "I alt"


def as_text(asked: Asked) -> str:
    """The table and its notes, in Danish."""
    lines = [asked.indicator.title, ""]
    lines += _aligned(table(asked))
    lines += ["", *notes(asked)]
    return "\n".join(lines).rstrip() + "\n"


def table(asked: Asked) -> list[list[str]]:
    """A heading and a row for each group and the whole; a column for each dimension and period."""
    periods = list(asked.answers)
    heads = [dimension_words(name).capitalize() for name in asked.by]
    rows = [[*heads, *(period.in_danish() for period in periods)]]
    told = {(each.group, each.period): each for each in asked.figures()}
    for group in sorted({group for group, _period in told if group}):
        members = dict(group)
        rows.append(
            [
                *(members[name] or "(ikke angivet)" for name in asked.by),
                *(_cell(told.get((group, period))) for period in periods),
            ]
        )
    whole = [WHOLE, *[""] * (len(asked.by) - 1)] if asked.by else []
    rows.append([*whole, *(_cell(told[(), period]) for period in periods)])
    return rows


def notes(asked: Asked) -> list[str]:
    """What the figures rest on and must be read with."""
    declared, figures = asked.indicator.declared, asked.figures()
    lines = [f"Regnet sådan: {expression_in_danish(asked.indicator)}"]
    if declared.sign is Sign.OVERSPEND:
        lines.append("+ er merforbrug, − er mindreforbrug.")
    if declared.denominator:
        lines.append(f"Regnet af: {declared.denominator}.")
    for period, answer in asked.answers.items():
        whole = answer.whole
        of = f" ({period.in_danish()})" if len(asked.answers) > 1 else ""
        lines += [
            f"{used.title}{of}: {used.missing.words if used.missing else _amount(used.value)}"
            f"{_limits(used.where)}"
            for used in whole.inputs.values()
        ]
        lines += [
            f"Forudsat{of}: {declared.parameters[name].title}: {_amount(value)}"
            for name, value in whole.given.items()
        ]
        if period in asked.recomputed:
            lines.append(
                f"Regnet efter på en anden måde{of}: {_again(asked.recomputed[period], whole)}"
            )
    levels = {each.price_level for each in figures if each.price_level}
    lines += [f"I {level}-priser." for level in sorted(levels)]
    if any(each.is_preliminary for each in figures):
        lines.append("Foreløbige tal.")
    missing = {each.missing for each in figures if each.missing}
    lines += [f"{each.sign} {each.words}" for each in sorted(missing)]
    origins = {origin.load: origin for each in figures for origin in each.origins}
    lines += [
        f"Kilde: {source_title(each.source)}, {each.file_name}, hentet "
        f"{moment_shown(each.retrieved_at)} (indlæsning {number})"
        for number, each in sorted(origins.items())
    ]
    return lines


def _limits(where: Mapping[str, Sequence[str]]) -> str:
    told = "; ".join(f"{name}: {', '.join(members)}" for name, members in where.items())
    return f" [{told}]" if told else ""


def _again(told: Decimal | Missing, whole: Figure) -> str:
    if isinstance(told, Missing):
        return told.words
    decimals = whole.decimals
    is_same = whole.value is not None and format_number(whole.value, decimals) == format_number(
        told, decimals
    )
    return f"{format_number(told, decimals)} ({'stemmer' if is_same else 'STEMMER IKKE'})"


def _cell(figure: Figure | None) -> str:
    return Missing.UNKNOWN.sign if figure is None else figure.in_words()


def _amount(value: Decimal | None) -> str:
    if value is None:
        return Missing.UNKNOWN.words
    decimals = min(max(-int(value.normalize().as_tuple().exponent), 0), 2)
    return format_number(value, decimals)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
