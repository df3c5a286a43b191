"""Compile: findings become the system the documents describe, as one immutable value."""

from sayso.compile.comparing import Side, compare
from sayso.compile.compiler import compile_system
from sayso.compile.lookup import find_variable, find_way, near_influences
from sayso.compile.naming import Naming
from sayso.compile.proposing import merges

__all__ = ["Naming", "Side", "compare", "compile_system", "find_variable", "find_way", "merges", "near_influences"]
