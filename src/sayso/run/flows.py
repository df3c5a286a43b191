"""Traces goods through the flow network: routes hop by hop, the fewest intermediaries that cut them, what does not add up.

A flow that names intermediaries is the hops between its stations, in order, or a way through each where they stand side by
side; an unnamed end is no station. Invariant: a route passes no actor twice and no actor that was closed, and every hop has
the findings it rests on.
"""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.core.errors import UsageFault
from sayso.core.finding import Verdict
from sayso.core.system import System, SystemFlow
from sayso.core.trace import Carriage, Hop, Route, Trace
from sayso.run.balance import mismatches
from sayso.run.lookup import likest, same_goods

MOST_ROUTES = 100
LONGEST_ROUTE = 12  # hops
_STEPS = 20_000

_STRENGTH = {Verdict.CORROBORATED: 0, Verdict.ECHOED: 1, Verdict.SINGLE: 2, Verdict.CONTESTED: 3}

Network = Mapping[str, Mapping[str, Sequence[SystemFlow]]]


def trace(
    system: System, origin: str, destination: str, *, goods: str | None = None, without: Iterable[str] = ()
) -> Trace:
    """The routes from one actor to another for some goods (or any), with ``without`` closed.

    Raises ``UsageFault`` with the nearest names for an actor or goods that no flow has.
    """
    stations = sorted({station for flow in system.flows for station in flow.stations})
    if not stations:
        raise UsageFault("the documents describe no flow, so there is nothing to trace")
    start, end = likest(origin, stations, "actor in a flow"), likest(destination, stations, "actor in a flow")
    closed = tuple(likest(name, stations, "actor in a flow") for name in without)
    if start in closed or end in closed:
        raise UsageFault(f"“{start if start in closed else end}” is an end of the route, so it cannot be closed")
    flows = [flow for flow in system.flows if goods is None or same_goods(goods, flow.goods)]
    if not flows:
        raise UsageFault(f"no flow is of “{goods}”; goods are {', '.join(sorted({f.goods for f in system.flows})[:8])}")
    network = _network(flows, closed)
    routes = tuple(_route(network, path) for path in _paths(network, start, end))
    cut = _cut(network, start, end)
    alone = tuple(name for name in stations if name not in (start, end) and _cuts(network, start, end, name))
    on_way = {station for route in routes for station in route.stations}
    off = tuple(one for one in mismatches(system, flows) if one.stations & on_way)
    return Trace(
        origin=start,
        destination=end,
        goods=goods,
        without=closed,
        routes=routes,
        cut=cut,
        chokepoints=alone if routes else (),
        mismatches=tuple(one.mismatch for one in off),
        words=_words(start, end, closed, routes, cut),
    )


def _network(flows: Iterable[SystemFlow], closed: Sequence[str]) -> Network:
    """Hop by hop: who hands on to whom, and the flows that say so. A flow through somebody closed still has its other hops."""
    found: dict[str, dict[str, list[SystemFlow]]] = defaultdict(lambda: defaultdict(list))
    for flow in flows:
        for start, end in flow.hops:
            if start not in closed and end not in closed:
                found[start][end].append(flow)
    return found


def _paths(network: Network, start: str, end: str) -> Iterator[tuple[str, ...]]:
    """Simple paths, fewest hops first, at most ``MOST_ROUTES`` of ``LONGEST_ROUTE`` hops."""
    ahead = _distances(network, end)
    if start == end or start not in ahead:
        return
    waiting: list[tuple[int, tuple[str, ...]]] = [(ahead[start], (start,))]
    found = 0
    for _ in range(_STEPS):
        if not waiting or found == MOST_ROUTES:
            return
        _, path = heapq.heappop(waiting)
        if path[-1] == end:
            found += 1
            yield path
            continue
        for other in network.get(path[-1], {}):
            far = len(path) + ahead.get(other, LONGEST_ROUTE)
            if other not in path and far <= LONGEST_ROUTE:
                heapq.heappush(waiting, (far, (*path, other)))


def _distances(network: Network, end: str) -> dict[str, int]:
    """Hops from every actor to the end."""
    before: dict[str, list[str]] = defaultdict(list)
    for start, ends in network.items():
        for other in ends:
            before[other].append(start)
    far = {end: 0}
    waiting = deque([end])
    while waiting:
        node = waiting.popleft()
        for other in before[node]:
            if other not in far:
                far[other] = far[node] + 1
                waiting.append(other)
    return far


def _route(network: Network, path: tuple[str, ...]) -> Route:
    hops = []
    for start, end in pairwise(path):
        flows = network[start][end]
        carriages = tuple(Carriage(f.goods, f.amount, f.when, str(f.verdict), f.findings) for f in flows)
        hops.append(Hop(start, end, carriages, str(min((f.verdict for f in flows), key=_STRENGTH.__getitem__))))
    return Route(path, tuple(hops), max((hop.verdict for hop in hops), key=lambda one: _STRENGTH[Verdict(one)]))


def _cuts(network: Network, start: str, end: str, name: str) -> bool:
    """Whether closing one actor leaves no route."""
    rest = {
        node: {other: f for other, f in ends.items() if other != name} for node, ends in network.items() if node != name
    }
    return start not in _distances(rest, end)


def _cut(network: Network, start: str, end: str) -> tuple[str, ...]:
    """A smallest set of intermediaries on every route: maximum flow with one unit through each (Menger 1927).

    Empty where there is no route, and where one goes straight, so that no closing can cut it.
    """
    if start == end or end in network.get(start, {}):
        return ()
    room: dict[tuple[str, bool], dict[tuple[str, bool], float]] = defaultdict(dict)
    nodes = sorted({start, end, *network, *(other for ends in network.values() for other in ends)})
    for node in nodes:  # (node, False) is where goods come in, (node, True) where they leave
        room[node, False][node, True] = float("inf") if node in (start, end) else 1.0
        room[node, True].setdefault((node, False), 0.0)
        for other in network.get(node, {}):
            room[node, True][other, False] = float("inf")
            room[other, False].setdefault((node, True), 0.0)
    source, sink = (start, False), (end, True)
    while True:
        came = _widen(room, source)
        if sink not in came:
            return tuple(node for node in nodes if (node, False) in came and (node, True) not in came)
        step = sink
        while step != source:
            back = came[step]
            room[back][step] -= 1
            room[step][back] = room[step].get(back, 0.0) + 1
            step = back


def _widen(
    room: Mapping[tuple[str, bool], Mapping[tuple[str, bool], float]], source: tuple[str, bool]
) -> dict[tuple[str, bool], tuple[str, bool]]:
    """Where a further unit could go from the source, and from where it would come there."""
    came = {source: source}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for other, left in room[node].items():
            if left > 0 and other not in came:
                came[other] = node
                waiting.append(other)
    return came


def _words(start: str, end: str, closed: Sequence[str], routes: Sequence[Route], cut: Sequence[str]) -> str:
    without = f" without {', '.join(closed)}" if closed else ""
    if not routes:
        return f"No route from {start} to {end}{without} is described."
    count = "One route" if len(routes) == 1 else f"{len(routes)} routes"
    what = f"{count} from {start} to {end}{without} {'is' if len(routes) == 1 else 'are'} described."
    if not cut:
        return f"{what} Goods are also said to go straight, so no intermediary can cut them."
    return f"{what} Closing {' and '.join(cut)} would cut {'it' if len(routes) == 1 else 'them all'}."
