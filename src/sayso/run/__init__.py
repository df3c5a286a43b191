"""Runs the described system: presses and what follows, routes and chokepoints, derived figures.

The doors are named here; nothing in this package reads documents or writes files.
"""

from sayso.run.figures import derive
from sayso.run.flows import trace
from sayso.run.perspectives import Difference, compare_outcomes
from sayso.run.press import press
from sayso.run.qpress import read_qpress
from sayso.run.scenarios import Closure, named, read_observation, read_press, read_scenario

__all__ = [
    "Closure",
    "Difference",
    "compare_outcomes",
    "derive",
    "named",
    "press",
    "read_observation",
    "read_press",
    "read_qpress",
    "read_scenario",
    "trace",
]
