"""Formulas over figures: arithmetic on named ranges with units, and nothing else.

A formula is parsed, never evaluated as code: numbers, names, ``+ - * / **``, brackets, and ``min``, ``max`` and ``abs``.
It is worked out twice, as an interval that surely holds the value, and on random values within the ranges.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from sayso.core.errors import UsageFault

_LONGEST = 500  # characters
_HIGHEST_POWER = 6


@dataclass(frozen=True, slots=True)
class Range:
    """A closed interval, in whatever unit it is used with."""

    low: float
    high: float

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Range") -> "Range":
        return Range(self.low - other.high, self.high - other.low)

    def __neg__(self) -> "Range":
        return Range(-self.high, -self.low)

    def __mul__(self, other: "Range") -> "Range":
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Range(min(ends), max(ends))

    def __truediv__(self, other: "Range") -> "Range":
        if other.low <= 0 <= other.high:
            raise UsageFault("the formula divides by something that may be 0")
        return self * Range(1 / other.high, 1 / other.low)

    def __pow__(self, power: int) -> "Range":
        ends = (self.low**power, self.high**power)
        least = 0.0 if power % 2 == 0 and self.low <= 0 <= self.high else min(ends)
        return Range(least, max(ends))

    def __abs__(self) -> "Range":
        least = 0.0 if self.low <= 0 <= self.high else min(abs(self.low), abs(self.high))
        return Range(least, max(abs(self.low), abs(self.high)))

    def smaller(self, other: "Range") -> "Range":
        return Range(min(self.low, other.low), min(self.high, other.high))

    def larger(self, other: "Range") -> "Range":
        return Range(max(self.low, other.low), max(self.high, other.high))


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked formula and the names it uses, in order."""

    text: str
    names: tuple[str, ...]
    tree: ast.expr

    def work_out(self, values: Mapping[str, Any], algebra: "Algebra") -> Any:
        """The value with these values for the names. ``algebra`` says how numbers enter and the two choices are made."""
        return _value(self.tree, values, algebra)


@dataclass(frozen=True, slots=True)
class Algebra:
    """How to make a value of a number, and the smaller and larger of two values."""

    number: Callable[[float], Any]
    smaller: Callable[[Any, Any], Any]
    larger: Callable[[Any, Any], Any]


RANGES = Algebra(lambda number: Range(number, number), Range.smaller, Range.larger)
SAMPLES = Algebra(lambda number: number, np.minimum, np.maximum)


def parse_formula(text: str) -> Formula:
    """Raises ``UsageFault`` naming the part that is not arithmetic."""
    if len(text) > _LONGEST:
        raise UsageFault(f"a formula of {len(text)} characters; {_LONGEST} are allowed")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise UsageFault(f"“{text}” is not a formula: write arithmetic over names, such as 0.3 * gas") from None
    names: dict[str, None] = {}
    try:
        _check(tree, names)
    except RecursionError:
        raise UsageFault(f"“{text[:60]}” is nested too deep") from None
    return Formula(text, tuple(names), tree)


def sampled(ranges: Mapping[str, Range], count: int, seed: int) -> dict[str, NDArray[np.float64]]:
    """Values anywhere in each range, independently."""
    rng = np.random.default_rng(seed)
    return {name: rng.uniform(one.low, one.high, count) for name, one in sorted(ranges.items())}


_OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def _check(node: ast.AST, names: dict[str, None]) -> None:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(cast(float, node.value)) < 1e300:
        return
    if isinstance(node, ast.Name):
        names[node.id] = None
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        _check(node.operand, names)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        _check(node.left, names)
        _check(node.right, names)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and _power(node.right) is not None:
        _check(node.left, names)
    elif _is_choice(node):
        for argument in cast(ast.Call, node).args:
            _check(argument, names)
    else:
        raise UsageFault(
            f"“{ast.unparse(node)[:60]}” is no part of a formula: use numbers, names, + - * / **, min, max, abs"
        )


def _power(node: ast.expr) -> int | None:
    """A whole power between 1 and the highest allowed."""
    if isinstance(node, ast.Constant) and type(node.value) is int and 1 <= node.value <= _HIGHEST_POWER:
        return node.value
    return None


def _is_choice(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        return False
    return (node.func.id, len(node.args)) == ("abs", 1) or (node.func.id in ("min", "max") and len(node.args) >= 2)


def _value(node: ast.expr, values: Mapping[str, Any], algebra: Algebra) -> Any:
    if isinstance(node, ast.Constant):
        return algebra.number(float(cast(float, node.value)))
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.UnaryOp):
        inner = _value(node.operand, values, algebra)
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp):
        left = _value(node.left, values, algebra)
        if isinstance(node.op, ast.Pow):
            return left ** (_power(node.right) or 1)
        return _OPERATORS[type(node.op)](left, _value(node.right, values, algebra))
    call = cast(ast.Call, node)
    found = [_value(argument, values, algebra) for argument in call.args]
    name = cast(ast.Name, call.func).id
    if name == "abs":
        return abs(found[0])
    choose = algebra.smaller if name == "min" else algebra.larger
    out = found[0]
    for other in found[1:]:
        out = choose(out, other)
    return out
