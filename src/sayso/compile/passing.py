"""Flows and bans as variables: what goes from one actor to another can rise and fall, and so can what is meant to stop it.

That goods go and that somebody is banned, sources state, and every variable made here keeps their claims; what follows from it
for other variables is implied. Invariant: a flow becomes a variable only where it bears on a variable of the influences, or
feeds, or is fed by, one that does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.compile import network
from sayso.compile.completing import is_vague
from sayso.compile.naming import Sense, sense
from sayso.core.claim import Claim, Modality
from sayso.core.finding import Finding
from sayso.core.system import Implied, SystemAct, SystemFlow, Variable, Wording
from sayso.lexicon.names import key, state_of
from sayso.lexicon.table import words

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What the documents tell beside influences: flows, acts, and the claims behind them; ``names`` are those of actors."""

    flows: Sequence[SystemFlow]
    acts: Sequence[SystemAct]
    findings: Mapping[str, Finding]
    claims: Mapping[str, Claim]
    names: Names

    @classmethod
    def of(cls, findings: Sequence[Finding], claims: Mapping[str, Claim], names: Names) -> Told:
        told = network.flows(findings, claims, names), network.acts(findings, claims, names)
        return cls(*told, {one.id: one for one in findings}, claims, names)

    def behind(self, findings: Iterable[str]) -> tuple[str, ...]:
        """The claims of some findings, sorted."""
        return tuple(sorted({id_ for one in findings for id_ in self.findings[one].claims if id_ in self.claims}))

    def who(self, name: str | None) -> str:
        return key(self.names.get(name, name)) if name else ""

    def whose(self, name: str | None) -> frozenset[str]:
        """Whoever the name names: somebody, and whose he is ("Chad's traders")."""
        meant = sense(name) if name else None
        return frozenset(map(self.who, (name, *meant.actors))) if meant else frozenset()


@dataclass(frozen=True, slots=True)
class _Flow:
    """A flow as a variable: what goes, the noun for it among these things, and whose are the ends it goes from and to."""

    variable: Variable
    goods: frozenset[str]
    noun: str
    origin: frozenset[str]
    destination: frozenset[str]

    @property
    def ends(self) -> frozenset[str]:
        return self.origin | self.destination


def passing(stated: Sequence[Variable], told: Told) -> tuple[tuple[Variable, ...], tuple[Implied, ...]]:
    """The variables made of flows and bans, and the links that they imply, both sorted."""
    flows = _flows(told)
    bearing = list(_bearing(flows, stated, told))
    feeding = list(_feeding(flows))
    kept = _joined({link.part for link in bearing}, feeding)
    used = [flow for flow in flows if flow.variable.name in kept]
    bans = list(_bans(stated, told))
    barring = [link for ban in bans for flow in used if (link := _bars(ban, flow)) is not None]
    barred = {link.part for link in barring}
    made = [flow.variable for flow in used] + [ban.variable for ban in bans if ban.variable.name in barred]
    known = {one.name for one in stated}
    new = {one.name: one for one in made if one.name not in known}
    implied = (one for one in (*bearing, *feeding, *barring) if one.part in kept | barred and one.part != one.whole)
    links = {(one.part, one.whole): one for one in implied}
    return tuple(new[name] for name in sorted(new)), tuple(links[ends] for ends in sorted(links))


def _flows(told: Told) -> list[_Flow]:
    """The flows with goods of some kind, one for each goods and pair of ends."""
    same: dict[tuple[frozenset[str], str, str], list[SystemFlow]] = defaultdict(list)
    for flow in told.flows:
        meant = sense(flow.goods)
        money = meant is not None and meant.head in words("variables", "paying")
        if meant is None or money or is_vague(meant) or flow.modality is Modality.DENIED:
            continue
        goods, ends = meant.things - _carriers(), (told.who(flow.origin), told.who(flow.destination))
        if goods and any(ends):
            same[goods, *ends].append(flow)
    return [_flow(goods, flows, told) for (goods, _, _), flows in same.items()]


def _flow(goods: frozenset[str], flows: Sequence[SystemFlow], told: Told) -> _Flow:
    first = flows[0]
    meant = sense(first.goods)
    head = meant.head if meant else ""
    what = first.goods if head in _carriers() else f"deliveries of {first.goods}"
    ends = "".join(f" {word} {_short(end)}" for word, end in (("from", first.origin), ("to", first.destination)) if end)
    claims = told.behind(id_ for flow in flows for id_ in flow.findings)
    variable = Variable(what + ends, first.origin or first.destination, (Wording(what + ends, claims),))
    noun = head if head in goods else ""
    return _Flow(variable, goods, noun, told.whose(first.origin), told.whose(first.destination))


def _short(name: str) -> str:
    """The initials of a name that gives them in brackets."""
    initials = name.rpartition(" (")[2].removesuffix(")")
    return initials if name.endswith(f" ({initials})") and initials.isupper() and " " not in initials else name


@dataclass(frozen=True, slots=True)
class _Goods:
    """A wording that speaks of goods: its variable, what it says, and what it names beside the noun of their going."""

    variable: Variable
    wording: Wording
    meant: Sense
    goods: frozenset[str]


def _by_goods(stated: Sequence[Variable]) -> Mapping[str, Sequence[_Goods]]:
    """The wordings that may speak of goods, each by the first of the things it names."""
    found: dict[str, list[_Goods]] = defaultdict(list)
    for one in stated:
        for said in one.wordings:
            meant = sense(said.text)
            goods = meant.things - _carriers() if meant and not is_vague(meant) else frozenset()
            if meant and goods:
                found[min(goods)].append(_Goods(one, said, meant, goods))
    return found


def _bearing(flows: Sequence[_Flow], stated: Sequence[Variable], told: Told) -> Iterator[Implied]:
    """What each flow is a part of ("gold exports"), or brings more of ("gold")."""
    by_goods = _by_goods(stated)
    for flow in flows:
        near = [one for thing in sorted(flow.goods) for one in by_goods.get(thing, ()) if _are(flow, one.goods)]
        alone = len({one.variable.name for one in near}) == 1
        yield from (link for one in near if (link := _bears(flow, one, told, alone=alone)) is not None)


def _are(flow: _Flow, goods: frozenset[str]) -> bool:
    """Whether the goods of the flow are these, or one kind of them."""
    return goods == flow.goods or (goods < flow.goods and flow.noun in goods)


def _bears(flow: _Flow, one: _Goods, told: Told, *, alone: bool) -> Implied | None:
    """The link to a wording of its goods, where it fits whose they are; ``alone`` is whether no other variable speaks of them."""
    getting = one.meant.head in words("variables", "getting")
    part = getting or one.meant.head in words("variables", "giving")
    named = sense(one.variable.name) or one.meant
    giver, taker = (frozenset(map(told.who, names)) for names in (named.actors, named.towards))
    fits = giver <= (flow.origin if part and not getting else flow.ends) and taker <= flow.destination
    if not fits and (part or not alone or one.meant.actors or one.meant.towards):
        return None
    why = f"“{flow.variable.name}” {'is a part of' if part else 'brings'} “{one.variable.name}”"
    more = (one.meant.way > 0) is not one.wording.opposite
    return Implied(flow.variable.name, one.variable.name, "+" if more else "-", why, acts=not part)


def _feeding(flows: Sequence[_Flow]) -> Iterator[Implied]:
    """That somebody passes on what he gets: from each flow to those of the same goods that go on from where it ends."""
    onward: dict[str, list[_Flow]] = defaultdict(list)
    for flow in flows:
        for who in sorted(flow.origin):
            onward[who].append(flow)
    for one in flows:
        for other in (each for who in sorted(one.destination) for each in onward[who]):
            same = one.goods <= other.goods or other.goods <= one.goods
            if same and one is not other and not other.destination & one.origin:
                why = f"“{other.variable.name}” may be what “{one.variable.name}” brings"
                yield Implied(one.variable.name, other.variable.name, "+", why, acts=True)


def _joined(names: set[str], links: Iterable[Implied]) -> set[str]:
    """The names, and those that links lead to or from, however many."""
    near: dict[str, list[str]] = defaultdict(list)
    for link in links:
        near[link.part].append(link.whole)
        near[link.whole].append(link.part)
    waiting = sorted(names)
    while waiting:
        new = [name for name in near[waiting.pop()] if name not in names]
        names |= set(new)
        waiting += new
    return names


@dataclass(frozen=True, slots=True)
class _Ban:
    """A ban, an embargo or sanctions: whose and on whom, by their keys; ``state`` is whether on a state."""

    variable: Variable
    actor: str
    target: str
    state: bool


def _bans(stated: Iterable[Variable], told: Told) -> Iterator[_Ban]:
    """Those the influences speak of, and the acts of sanctioning that these do not name."""
    known = set()
    for one in stated:
        meant = sense(one.name)
        if meant and meant.head in words("variables", "barring") and meant.things == {meant.head}:
            for target in meant.towards:
                known.add((told.who(meant.owner), told.who(target)))
                yield _Ban(one, told.who(meant.owner), told.who(target), state_of(target) is not None)
    same: dict[tuple[str, str], list[SystemAct]] = defaultdict(list)
    for act in told.acts:
        ends = told.who(act.actor), told.who(act.target)
        if act.action == "sanction" and act.target and ends not in known and act.modality is not Modality.DENIED:
            same[ends].append(act)
    for (actor, target), acts in same.items():
        name = f"{_short(acts[0].actor)}'s sanctions on {_short(acts[0].target or '')}"
        claims = told.behind(id_ for act in acts for id_ in act.findings)
        variable = Variable(name, acts[0].actor, (Wording(name, claims),))
        yield _Ban(variable, actor, target, state_of(acts[0].target or "") is not None)


def _bars(ban: _Ban, flow: _Flow) -> Implied | None:
    """A ban bears on what goes between the two; one on somebody who is no state, on all that he gets or gives."""
    if ban.target not in flow.ends or (ban.state and ban.actor not in flow.ends):
        return None
    why = f"“{ban.variable.name}” is meant to stop “{flow.variable.name}”"
    return Implied(ban.variable.name, flow.variable.name, "-", why, acts=True)


def _carriers() -> frozenset[str]:
    return words("variables", "giving") | words("variables", "getting")
