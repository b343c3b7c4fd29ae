"""The arithmetic of an indicator's expression, exact: fractions until the value is told."""

import ast
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from sagsgang.figures.observation import Missing

_CALLS = {"min": min, "max": max}
#: A value is told with so many decimals, far more than is ever printed.
DECIMALS = 12


class Expression:
    """`(changed + remitted) / decided * 100` over named values. Raises ValueError for anything but
    numbers, names, + − * /, min and max.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._body = ast.parse(text, mode="eval").body
        self.names = frozenset(
            node.id
            for node in ast.walk(self._body)
            if isinstance(node, ast.Name) and node.id not in _CALLS
        )
        self._check(self._body)

    def value(self, values: Mapping[str, Decimal | Missing]) -> Decimal | Missing:
        """The value; why there is none where one of those it names is missing, and NO_BASE where it
        would divide by zero.
        """
        missing = [
            value for name in sorted(self.names) if isinstance(value := values[name], Missing)
        ]
        if missing:
            return Missing.SUPPRESSED if Missing.SUPPRESSED in missing else missing[0]
        try:
            return to_decimal(self._value(self._body, values))
        except ZeroDivisionError:
            return Missing.NO_BASE

    def _value(self, node: ast.expr, values: Mapping[str, Decimal | Missing]) -> Fraction:
        match node:
            case ast.Constant(value=value):
                return Fraction(str(value))
            case ast.Name(id=name):
                return Fraction(values[name])
            case ast.UnaryOp(operand=operand):
                return -self._value(operand, values)
            case ast.Call(func=ast.Name(id=name), args=args):
                return _CALLS[name](self._value(arg, values) for arg in args)
            case ast.BinOp(left=left, op=op, right=right):
                one, other = self._value(left, values), self._value(right, values)
                match op:
                    case ast.Add():
                        return one + other
                    case ast.Sub():
                        return one - other
                    case ast.Mult():
                        return one * other
                return one / other
        raise AssertionError(node)

    def _check(self, node: ast.expr) -> None:
        match node:
            case ast.Constant(value=int() | float()) | ast.Name():
                return
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self._check(operand)
            case ast.BinOp(
                left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right
            ):
                self._check(left)
                return self._check(right)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _CALLS:
                for arg in args:
                    self._check(arg)
                return None
        raise ValueError(f"{self.text}: {ast.dump(node)} is no arithmetic")


@cache
def expression_of(text: str) -> Expression:
    """The expression, parsed once."""
    return Expression(text)


def to_decimal(value: Fraction) -> Decimal:
    """The value with twelve decimals, exact where it has no more, halves away from zero."""
    sign = -1 if value < 0 else 1
    scaled = abs(value) * 10**DECIMALS
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    with localcontext() as context:
        context.prec = 60
        return (Decimal(sign * whole) / Decimal(10**DECIMALS)).normalize() + Decimal(0)
