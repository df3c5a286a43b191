"""Weigh: claims become findings, counted by independent origin."""

from sayso.weigh.kept import read_prepared, written
from sayso.weigh.memory import Memory
from sayso.weigh.prepared import Prepared, prepare
from sayso.weigh.rules import WeighRules
from sayso.weigh.weighing import weigh

__all__ = ["Memory", "Prepared", "WeighRules", "prepare", "read_prepared", "weigh", "written"]
