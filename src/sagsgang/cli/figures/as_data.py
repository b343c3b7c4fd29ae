"""Figures for programs and spreadsheets: every digit, and all that they rest on."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

from sagsgang.cli.figures.asking import Asked
from sagsgang.figures.figure import Figure
from sagsgang.figures.observation import Missing, Origin

#: A text cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(asked: Asked) -> str:
    """One object. Numbers are text with a point for decimals, so that no digit is lost."""
    declared = asked.indicator.declared
    data: dict[str, Any] = {
        "indicator": asked.indicator.id,
        "title": declared.title,
        "family": asked.indicator.family,
        "unit": declared.unit.value,
        "decimals": declared.decimals,
        "sign": declared.sign.value,
        "direction": declared.direction.value,
        "denominator": declared.denominator,
        "expression": declared.expression,
        "by": list(asked.by),
        "figures": [_figure(each) for each in asked.figures()],
    }
    if asked.recomputed:
        data["recomputed"] = {
            str(period): {"missing": told.value}
            if isinstance(told, Missing)
            else {"value": _told(told)}
            for period, told in asked.recomputed.items()
        }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "area": figure.area,
        "period": str(figure.period),
        "group": dict(figure.group),
        "value": _told(figure.value),
        "missing": figure.missing.value if figure.missing else None,
        "printed": figure.in_words(),
        "is_preliminary": figure.is_preliminary,
        "price_level": figure.price_level,
        "inputs": {
            name: {
                "title": used.title,
                "value": _told(used.value),
                "missing": used.missing.value if used.missing else None,
                "where": {dimension: list(members) for dimension, members in used.where.items()},
            }
            for name, used in figure.inputs.items()
        },
        "given": {name: _told(value) for name, value in figure.given.items()},
        "retrieved_at": figure.retrieved_at.isoformat() if figure.retrieved_at else None,
        "origins": [_origin(each) for each in figure.origins],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    preliminary = origin.preliminary_from
    return {
        "load": origin.load,
        "source": origin.source,
        "file_name": origin.file_name,
        "file_sha256": origin.file_sha256,
        "retrieved_at": origin.retrieved_at.isoformat(),
        "preliminary_from": str(preliminary) if preliminary else None,
    }


def as_csv(asked: Asked) -> str:
    """A row a figure, with semicolons and decimal commas as Danish spreadsheets want them."""
    file = io.StringIO()
    rows = csv.writer(file, delimiter=";", lineterminator="\r\n")
    rows.writerow(
        [
            *("indikator", "område", "periode", *asked.by),
            *("værdi", "enhed", "mangler", "foreløbig", "prisniveau"),
        ]
    )
    for each in asked.figures():
        members = dict(each.group)
        rows.writerow(
            [
                asked.indicator.id,
                each.area,
                str(each.period),
                *(_cell(members.get(name, "i alt")) for name in asked.by),
                (_told(each.value) or "").replace(".", ","),
                each.unit.words,
                each.missing.words if each.missing else "",
                "ja" if each.is_preliminary else "nej",
                each.price_level or "",
            ]
        )
    return file.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _told(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
