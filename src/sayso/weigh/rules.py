"""What the analyst lays down for the weighing: ratings of sources, names, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.core.decision import Decision


@dataclass(frozen=True, slots=True)
class WeighRules:
    """``reliability`` rates sources by name, A to F; ``names`` gives names their other wordings; ``decisions`` are all
    there are, in the order they were made, revoked ones among them."""

    reliability: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    names: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    decisions: tuple[Decision, ...] = ()
