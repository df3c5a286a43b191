"""Runs the described system: presses and what follows, routes and chokepoints, derived figures.

The doors are named here; nothing in this package reads documents or writes files.
"""

from sayso.run.figures import derive
from sayso.run.flows import trace
from sayso.run.press import press
from sayso.run.qpress import read_qpress

__all__ = ["derive", "press", "read_qpress", "trace"]
