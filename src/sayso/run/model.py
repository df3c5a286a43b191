"""A system as a digraph to draw from: what each link rests on, and how sure it is to be there.

Every variable limits itself, as in QPress's ``enforce.limitation``: without that nothing settles. Contradicting influences
(one source says it raises, another that it lowers) are two links, each with its own weight of evidence; where a draw holds
both, their effects add.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.core.system import System, SystemInfluence
from sayso.lexicon.credibility import implied_chance, weight
from sayso.run.digraph import LIMIT, Digraph, Link


@dataclass(frozen=True)
class Model:
    """A digraph and, link by link, the influence it stands for; ``None`` for a limit and for a digraph read from a file."""

    digraph: Digraph
    basis: tuple[SystemInfluence | None, ...]

    @classmethod
    def of(cls, subject: "System | Digraph | Model", *, qpress: bool, by: Mapping[int, float] | None = None) -> "Model":
        """The model of a system or digraph. ``qpress`` leaves the chance of influences that are not sure to the draw, as
        QPress does; ``by`` gives the chance of a credibility in place of the table."""
        if isinstance(subject, Model):
            return subject
        if isinstance(subject, Digraph):
            return cls(subject, (None,) * len(subject.links))
        names = tuple(variable.name for variable in subject.variables)
        place = {name: at for at, name in enumerate(names)}
        links: list[Link] = []
        twins: dict[tuple[str, str], int] = {}
        for influence in subject.influences:
            ends = (influence.cause, influence.effect)
            twins[ends] = twins.get(ends, -1) + 1
            chance = _weight(influence, None, by)
            presence = None if qpress and chance < 1 else chance
            links.append(Link(place[ends[0]], place[ends[1]], influence.sign, presence, None, twins[ends]))
        limits = [Link(at, at, "-", twin=LIMIT) for at in range(len(names))]
        return cls(Digraph(names, tuple(links + limits)), (*subject.influences, *(None for _ in limits)))

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin an influence rests on, in order of first mention."""
        return tuple(dict.fromkeys(name for influence in self.basis if influence for name in influence.origins))

    def findings(self, at: int) -> tuple[str, ...]:
        influence = self.basis[at]
        return influence.findings if influence else ()

    def implied(self, at: int) -> str:
        """Why a link is there that no source states; empty for every other."""
        influence = self.basis[at]
        return influence.implied if influence else ""

    def without_origin(self, origin: str, by: Mapping[int, float] | None = None) -> "Model":
        """The model as it is without one origin's word: links that rest on nothing else are gone, others are less sure."""
        links: list[Link] = []
        basis: list[SystemInfluence | None] = []
        for link, influence in zip(self.digraph.links, self.basis, strict=True):
            if influence is not None and origin in influence.origins:
                chance = _weight(influence, origin, by)
                if chance <= 0:
                    continue
                link = link if link.presence is None else replace(link, presence=chance)
            links.append(link)
            basis.append(influence)
        return Model(Digraph(self.digraph.names, tuple(links)), tuple(basis))


def _weight(influence: SystemInfluence, without: str | None, by: Mapping[int, float] | None) -> float:
    """The weight of evidence, as compiled unless something changes it."""
    if influence.support:
        if without is None and by is None:
            return influence.weight
        return weight(influence.support, without=without, by=by) * (implied_chance() if influence.implied else 1)
    return 0.0 if without in influence.origins and len(influence.origins) == 1 else influence.weight
