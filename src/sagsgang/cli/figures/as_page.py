"""Figures as a picture, and as a page with picture, table and what they rest on."""

from html import escape

from sagsgang.cli.figures.as_text import WHOLE, notes, table
from sagsgang.cli.figures.asking import Asked
from sagsgang.figures.chart import (
    Bar,
    Chart,
    bar_chart,
    deviation_chart,
    line_chart,
    line_of,
    svg,
)
from sagsgang.figures.chart.look import LINES
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Group


def as_svg(asked: Asked) -> str:
    """The picture alone."""
    return svg(chart_of(asked)) + "\n"


def chart_of(asked: Asked) -> Chart:
    """Lines over several periods, of the groups or, where they are too many, of the whole; bars of
    the groups of one period, from the budget where they are deviations.
    """
    declared = asked.indicator.declared
    told = asked.figures()
    groups = sorted({each.group for each in told if each.group})
    if len(asked.answers) > 1:
        of: list[Group] = groups if 0 < len(groups) <= LINES else [()]
        lines = [line_of(_name(group), [f for f in told if f.group == group]) for group in of]
        return line_chart(
            asked.indicator.title,
            declared.unit,
            lines,
            decimals=declared.decimals,
            breaks=declared.breaks,
        )
    kind = deviation_chart if declared.sign is Sign.OVERSPEND else bar_chart
    bars = [_bar(each) for each in told if each.group or not groups]
    return kind(asked.indicator.title, declared.unit, bars, decimals=declared.decimals)


def as_html(asked: Asked) -> str:
    """A whole page that needs nothing else."""
    chart = chart_of(asked)
    head, *rows = table(asked)
    columns = len(asked.by)
    cells = "\n".join(
        "<tr>"
        + "".join(f'<th scope="row">{escape(cell)}</th>' for cell in row[:columns])
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[columns:])
        + "</tr>"
        for row in rows
    )
    title = escape(asked.indicator.title)
    return f"""<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse }}
th, td {{ padding: .25rem .75rem; border-bottom: 1px solid #767676; text-align: left }}
td {{ text-align: right }}
svg {{ max-width: 100%; height: auto }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{svg(chart)}
<table>
<caption>{title}</caption>
<thead><tr>{"".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)}</tr></thead>
<tbody>
{cells}
</tbody>
</table>
<ul>
{"".join(f"<li>{escape(each)}</li>" for each in notes(asked))}
</ul>
</main>
</body>
</html>
"""


def _bar(figure: Figure) -> Bar:
    return Bar(_name(figure.group), figure.value, figure.missing)


def _name(group: Group) -> str:
    return ", ".join(member or "(ikke angivet)" for _dimension, member in group) or WHOLE
