"""How a number in a cell is shown: dates, shares, patterns with hyphens, Danish separators."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from sagsgang.reading.attachments.events import attribute

_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 49: "@",
}  # fmt: skip
_LITERAL = re.compile(r'\\(.)|"([^"]*)"|_.|\*.|\[[^\]]*\]')
_FIRST_DAY = datetime(1899, 12, 30)
_FIRST_DAY_1904 = datetime(1904, 1, 1)
_DIGITS = 15  # as many as Excel shows of a number
_LONGEST = 40  # characters of a number
_WHITE = ("FFFFFFFF", "00FFFFFF", "FFFFFF")


class NumberFormat:
    """How the cells of one style show their numbers; `is_unseen` when they show nothing."""

    def __init__(self, code: str, is_date: bool = False) -> None:
        first = code.split(";")[0]
        bare = _LITERAL.sub("", first)
        self.is_unseen = code.replace(" ", "").startswith(";;")
        self.is_date = is_date or (bool(re.search(r"[dmyhs]", bare, re.I)) and "eneral" not in bare)
        self.is_plain = not self.is_date and not re.search(r"[0#]", bare)
        self.is_share = "%" in bare
        self.is_grouped = "#,#" in bare or "0,0" in bare
        places = re.search(r"\.(0+)", bare)
        self.decimals = len(places[1]) if places else 0
        self.pattern = ""
        if not self.is_date and "." not in bare and "," not in bare and not self.is_share:
            pattern = _LITERAL.sub(lambda m: m[1] or m[2] or "", first)
            if re.fullmatch(r"[0#][0#\-/ ]*", pattern) and len(pattern) > 1:
                self.pattern = pattern

        self.is_amount = not (self.is_date or self.is_plain or self.is_share or self.pattern)

    def _as_it_stands(self, value: str) -> str:
        """A number with no more decimals than are shown, which needs no rounding; else ""."""
        whole, _, decimals = value.partition(".")
        digits = whole.removeprefix("-")
        if not (digits.isdecimal() and len(decimals) <= self.decimals) or len(digits) > 18:
            return ""
        if decimals and not decimals.isdecimal():
            return ""
        if self.is_grouped and len(digits) > 3:
            whole = f"{int(whole):,}".replace(",", ".")
        return f"{whole},{decimals.ljust(self.decimals, '0')}" if self.decimals else whole

    def shown(self, value: str, first_day: datetime) -> str:
        """The number `value`, written as XML writes numbers, as a Danish reader sees it."""
        if self.is_plain:
            return value if value.isdecimal() else _plain(value)
        if len(value) > _LONGEST:
            return value
        if self.is_amount and (quick := self._as_it_stands(value)):
            return quick
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        if not number.is_finite() or abs(number) >= Decimal(10) ** 18:
            return value
        if self.is_date:
            return _date(number, first_day)
        if self.pattern and number >= 0:
            return _filled(self.pattern, str(int(number.to_integral_value())))
        if self.is_share:
            number *= 100
        text = f"{number:,.{self.decimals}f}" if self.is_grouped else f"{number:.{self.decimals}f}"
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
        return f"{text} %" if self.is_share else text


GENERAL = NumberFormat("General")


def _plain(value: str) -> str:
    """A number as it is kept, without the noise behind its fifteenth digit."""
    if len(value) > _LONGEST:
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return value
    if len(number.as_tuple().digits) > _DIGITS:
        number = Decimal(f"{number:.{_DIGITS - 1}e}")
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _date(number: Decimal, first_day: datetime) -> str:
    try:
        moment = first_day + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return _plain(str(number))
    if abs(number) < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%d-%m-%Y}" if number == int(number) else f"{moment:%d-%m-%Y %H:%M}"


def _filled(pattern: str, digits: str) -> str:
    """The digits put into the places of a pattern from the right: 000000-0000."""
    out: list[str] = []
    rest = list(digits)
    for sign in reversed(pattern):
        if sign == "0":
            out.append(rest.pop() if rest else "0")
        elif sign == "#":
            out.append(rest.pop() if rest else "")
        elif rest or "0" in pattern:
            out.append(sign)
    return "".join([*rest, *reversed(out)])


class Formats:
    """Takes the part of styles: the number format of each, and which letters nobody sees."""

    def __init__(self) -> None:
        self.unseen: set[str] = set()
        self.by_style: dict[str, NumberFormat] = {}
        self.first_day = _FIRST_DAY
        self.codes: dict[int, str] = {}
        self.within: list[str] = []
        self.white: list[bool] = []
        self.unfilled: list[bool] = []

    def count_from_1904(self) -> None:
        """The workbook counts its days as the first Macintosh did."""
        self.first_day = _FIRST_DAY_1904

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        within = self.within[-1] if self.within else ""
        if name == "numFmt":
            self.codes[_int(attributes.get("numFmtId"))] = attribute(attributes, "formatCode")
        elif name == "font" and within == "fonts":
            self.white.append(False)
        elif name == "color" and within == "font" and self.white:
            self.white[-1] = attribute(attributes, "rgb").upper() in _WHITE
        elif name == "patternFill" and "fills" in self.within:
            self.unfilled.append(attribute(attributes, "patternType") in ("", "none"))
        elif name == "gradientFill":
            self.unfilled.append(False)
        elif name == "xf" and within == "cellXfs":
            self._style(attributes)
        self.within.append(name)

    def _style(self, attributes: Mapping[str, str]) -> None:
        known = _int(attributes.get("numFmtId"))
        code = self.codes.get(known, _BUILT_IN.get(known, ""))
        name = str(len(self.by_style))
        shown = NumberFormat(code, is_date=known in _DATES and not code)
        font, fill = _int(attributes.get("fontId")), _int(attributes.get("fillId"))
        is_white = font < len(self.white) and self.white[font]
        if shown.is_unseen or (is_white and (fill >= len(self.unfilled) or self.unfilled[fill])):
            self.unseen.add(name)
        self.by_style[name] = shown

    def end(self, name: str) -> None:
        self.within.pop()

    def data(self, text: str) -> None:
        pass

    def shown(self, value: str, style: str) -> str:
        """The number in a cell of a style."""
        known = self.by_style.get(style or "0", GENERAL)
        return known.shown(value, self.first_day)


def _int(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0
