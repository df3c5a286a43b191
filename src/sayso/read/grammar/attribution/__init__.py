"""Whose word it is: the parts of the attribution reader. The door is :func:`sayso.read.grammar.attributions.attributions`."""
