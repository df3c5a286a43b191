"""Runs the described system: presses and what follows, routes and chokepoints, derived figures.

The doors are :func:`press`, :func:`read_qpress` and what stands beside them here; nothing in this package reads documents.
"""

from sayso.run.press import press
from sayso.run.qpress import read_qpress

__all__ = ["press", "read_qpress"]
