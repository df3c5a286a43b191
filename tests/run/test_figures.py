"""Derived figures: ranges, units and faults in words; a formula is arithmetic and nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import When
from sayso.core.errors import UsageFault
from sayso.core.finding import Value, Verdict
from sayso.core.system import System, SystemFigure
from sayso.run import derive
from sayso.run.formula import RANGES, SAMPLES, Range, parse_formula, sampled


def figure(subject: str, low: float | None, high: float | None, unit: str, year: str | None = None) -> SystemFigure:
    when = When(f"{year}-01-01", f"{year}-12-31") if year else When()
    return SystemFigure(subject, Value(low, high, unit), when, Verdict.SINGLE, (f"of {subject} {year}",))


SYSTEM = System(
    figures=(
        figure("gas supplied by Norway to Poland", 2e9, 2.2e9, "m3", "2023"),
        figure("gas supplied by Norway to Poland", 3e9, 3e9, "m3", "2024"),
        figure("price of gas", 300, 400, "USD/1000 m3"),
        figure("boats delivered", 100, 200, "boat"),
        figure("ore mined", None, 2e5, "t"),
        figure("output of the refinery", 5, 5, "barrel/day"),
    )
)


@pytest.mark.parametrize(
    ("table", "low", "high", "unit"),
    [
        ({"formula": "0.3 * gas", "gas": "gas supplied by Norway to Poland 2023"}, 6e8, 6.6e8, "m3"),
        ({"formula": "cut * gas", "cut": "30 %", "gas": "gas supplied by Norway to Poland 2024"}, 9e8, 9e8, "m3"),
        ({"formula": "gas * p", "gas": "gas Norway Poland 2023", "p": "price of gas"}, 6e8, 8.8e8, "USD"),
        ({"formula": "boats / time", "boats": "boats delivered", "time": "10 to 20 day"}, 5, 20, "boat/day"),
        ({"formula": "out * y", "out": "output of the refinery", "y": "1 year"}, 1826.25, 1826.25, "barrel"),
        ({"formula": "a / b", "a": "5 EUR", "b": "8 EUR"}, 0.625, 0.625, "plain number"),
        ({"formula": "a + b", "a": "5 percent", "b": "1 to 2 percentage point"}, 6, 7, "percent"),
        ({"formula": "max(a, b) - min(a, b)", "a": "2 t", "b": "3000 kg"}, 1, 1, "t"),
        ({"formula": "2 * x ** 2", "x": 3}, 18, 18, "plain number"),
        ({"formula": "x", "x": "1.5 billion EUR"}, 1.5e9, 1.5e9, "EUR"),
    ],
)
def test_formulas_over_figures(table, low, high, unit):
    derived = derive(SYSTEM, "test", table)
    assert derived.fault is None
    assert (derived.low, derived.high, derived.unit) == (pytest.approx(low), pytest.approx(high), unit)
    assert derived.low <= derived.likely[0] <= derived.likely[1] <= derived.high


def test_a_derived_figure_points_to_its_findings():
    derived = derive(SYSTEM, "test", {"formula": "gas * p", "gas": "gas Norway Poland 2023", "p": "price of gas"})
    assert derived.findings == ("of gas supplied by Norway to Poland 2023", "of price of gas None")
    assert [one.name for one in derived.ingredients] == ["gas", "p"]


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({}, "no formula"),
        ({"formula": "gas"}, "say what figure that is"),
        ({"formula": "a + b", "a": "5 EUR", "b": "5 USD"}, "EUR and USD, which cannot be added"),
        ({"formula": "a + b", "a": "boats delivered", "b": "price of gas"}, "cannot be added"),
        ({"formula": "a + 1", "a": "5 t"}, "plain number, which cannot be added"),
        ({"formula": "a", "a": "gas supplied by Norway to Poland"}, "name the year"),
        ({"formula": "a", "a": "timber felled"}, "no figure is about “timber felled”"),
        ({"formula": "a", "a": "ore mined"}, "no lower bound"),
        ({"formula": "1 / a", "a": "-1 to 1 t"}, "may be 0"),
        ({"formula": "1 / (a - a)", "a": "1 t"}, "always 0"),
        ({"formula": "a ** 6 ** 6", "a": 10}, "no part of a formula"),
        ({"formula": "a * a * a", "a": 1e150}, "beyond all bounds"),
        ({"formula": "__import__('os')"}, "no part of a formula"),
        ({"formula": "a.b", "a": 1}, "no part of a formula"),
        ({"formula": "[1]"}, "no part of a formula"),
        ({"formula": "1 +"}, "is not a formula"),
        ({"formula": "(" * 400}, "is not a formula"),
        ({"formula": "a", "a": True}, "give words of a figure"),
    ],
)
def test_what_is_in_the_way_is_said(table, named):
    derived = derive(SYSTEM, "test", table)
    assert named in derived.fault
    assert derived.low is derived.high is derived.likely is None


numbers = st.floats(-100, 100).map(lambda number: round(number, 3))
ranges = st.tuples(numbers, numbers).map(lambda ends: Range(min(ends), max(ends)))
leaves = st.sampled_from(["x", "y", "2", "0.5"])
formulas = st.recursive(
    leaves,
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({' '.join(parts)})")
        | inner.map(lambda one: f"abs({one})")
        | inner.map(lambda one: f"(-{one}) ** 2")
        | st.tuples(inner, inner).map(lambda parts: f"min({', '.join(parts)})")
    ),
    max_leaves=8,
)


@given(formulas, ranges, ranges)
@settings(deadline=None)
def test_the_interval_holds_every_value(text, x, y):
    formula = parse_formula(text)
    try:
        surely = formula.work_out({"x": x, "y": y}, RANGES)
    except (UsageFault, OverflowError):
        return
    drawn = np.asarray(formula.work_out(sampled({"x": x, "y": y}, 50, 0), SAMPLES))
    slack = 1e-9 * max(1.0, abs(surely.low), abs(surely.high))
    assert ((drawn >= surely.low - slack) & (drawn <= surely.high + slack)).all()


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_refused(text):
    try:
        parse_formula(text)
    except UsageFault:
        return
