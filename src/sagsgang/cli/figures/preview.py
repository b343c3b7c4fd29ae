"""How a load is told before it counts: what was understood, what it changes, what is unusual."""

from typing import TYPE_CHECKING

from sagsgang.cli.language import _

if TYPE_CHECKING:
    from decimal import Decimal

    from sagsgang.figures.sources import Reading
    from sagsgang.figures.store import Preview

#: So many of the changes are shown.
SHOWN = 10


def told(reading: "Reading", seen: "Preview", figures: int) -> str:
    """The preview as lines of text."""
    first, last = reading.first, reading.last
    period = ""
    if first and last:
        begins, ends = first.in_danish(), last.in_danish()
        period = begins if begins == ends else f"{begins} – {ends}"
    lines = [
        _("{} rows, {} figures, {}, told in {}").format(reading.rows, figures, period, reading.unit)
    ]
    lines += [
        _("  {} is taken for {}").format(f"“{name}”", role) for role, name in _columns(reading)
    ]
    lines += [_("note: {}").format(warning) for warning in reading.warnings]
    lines.append(
        _("{} new, {} as before, {} changed, {} gone").format(
            seen.new, seen.same, seen.changed, seen.gone
        )
    )
    lines += _changes(seen)
    lines += _unusual(seen)
    if seen.other_sources:
        lines.append(_("? told otherwise by: {}").format(", ".join(seen.other_sources)))
    lines += [f"? {question.words}" for question in reading.questions]
    lines += _thin(seen)
    return "\n".join(lines)


def _columns(reading: "Reading") -> list[tuple[str, str]]:
    return list(reading.columns.items())


def _changes(seen: "Preview") -> list[str]:
    from sagsgang.figures.sources.titles import group_words, series_title

    lines = [
        f"? {series_title(each.series)} {each.period.in_danish()} {group_words(each.group)}: "
        f"{_value(each.before)} → {_value(each.after)} ({each.place or _('not in the file')})"
        for each in seen.changes[:SHOWN]
    ]
    more = seen.changed + seen.gone - len(lines)
    return [*lines, _("  … and {} more").format(more)] if more > 0 else lines


def _unusual(seen: "Preview") -> list[str]:
    from sagsgang.figures.sources.titles import group_words, series_title

    return [
        _("? unusual: {}").format(
            f"{series_title(each.series)} {each.period.in_danish()} {group_words(each.group)}: "
            f"{_value(each.value)}, "
            + _("usually {}").format(_value(each.usual))
            + f" ({each.place})"
        )
        for each in seen.unusual[:SHOWN]
    ]


def _thin(seen: "Preview") -> list[str]:
    from sagsgang.figures.sources.titles import thin_words

    return [f"? {thin_words(each)}" for each in seen.thin]


def _value(value: "Decimal | None") -> str:
    from sagsgang.language.numbers import format_number

    if value is None:
        return "–"
    return format_number(value, 0 if value == value.to_integral_value() else 2)
