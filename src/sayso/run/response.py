"""What follows from a lasting push: x with W x = −push, for every draw, component by component in causal order.

Variables no path leads to are exactly 0, by arrangement and not by arithmetic.
"""

from collections.abc import Mapping

import numpy as np

from sayso.run.draws import Draws
from sayso.run.stability import Reals


def respond(draws: Draws, push: Mapping[int, float | Reals]) -> Reals:
    """The response of every variable, shape (variables, draws), to pushes on some, the same in each draw or one a draw."""
    digraph = draws.digraph
    structure = digraph.structure
    out = np.zeros((len(digraph.names), draws.count))
    moved = {at for at, size in push.items() if np.any(size)}
    for c, members in enumerate(structure.components):
        entering = [at for at in structure.entering[c] if digraph.links[at].cause in moved]
        if not entering and moved.isdisjoint(members):
            continue
        pushed = np.zeros((len(members), draws.count))
        place = {variable: at for at, variable in enumerate(members)}
        for variable in members:
            if variable in push:
                pushed[place[variable]] += push[variable]
        for at in entering:
            link = digraph.links[at]
            pushed[place[link.effect]] += draws.weights[at] * out[link.cause]
        out[list(members)] = through(draws, c, pushed)
        moved.update(members)
    return out


def through(draws: Draws, component: int, pushed: Reals) -> Reals:
    """The response of a component's variables, shape (m, draws), to pushes of that shape on them."""
    if len(pushed) == 1:
        return np.asarray(pushed / -self_weight(draws, component))
    return np.asarray(np.einsum("kij,jk->ik", draws.gains(component), pushed))


def sensitivity(draws: Draws, watched: int) -> Reals:
    """How much a unit push on each variable moves the watched one, shape (variables, draws): a row of (−W)⁻¹."""
    digraph = draws.digraph
    structure = digraph.structure
    out = np.zeros((len(digraph.names), draws.count))
    first = structure.home[watched]
    sensitive = {watched}
    for c in range(first, -1, -1):
        members = structure.components[c]
        leaving = [at for at in structure.leaving[c] if digraph.links[at].effect in sensitive]
        if c != first and not leaving:
            continue
        felt = np.zeros((len(members), draws.count))
        place = {variable: at for at, variable in enumerate(members)}
        if c == first:
            felt[place[watched]] = 1.0
        for at in leaving:
            link = digraph.links[at]
            felt[place[link.cause]] += draws.weights[at] * out[link.effect]
        if len(members) == 1:
            out[members[0]] = felt[0] / -self_weight(draws, c)
        else:
            out[list(members)] = np.einsum("ik,kij->jk", felt, draws.gains(c))
        sensitive.update(members)
    return out


def self_weight(draws: Draws, component: int) -> Reals:
    """The self-limitation of a component of one variable in every draw."""
    return np.asarray(draws.weights[list(draws.digraph.structure.inner[component])].sum(axis=0))
