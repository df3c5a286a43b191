"""Rings of a graph, against trying every sequence of its nodes."""

from itertools import islice, permutations

from hypothesis import given
from hypothesis import strategies as st

from sayso.compile.rings import rings

NODES = "abcde"
GRAPHS = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14)


def tried(edges: set[tuple[str, str]], longest: int) -> list[tuple[str, ...]]:
    return [
        ring
        for length in range(2, longest + 1)
        for ring in permutations(NODES, length)
        if ring[0] == min(ring) and all(edge in edges for edge in zip(ring, (*ring[1:], ring[0]), strict=True))
    ]


@given(GRAPHS, st.integers(1, 5))
def test_every_ring_is_found_once_in_order(edges: set[tuple[str, str]], longest: int) -> None:
    assert list(rings(edges, longest)) == tried(edges, longest)


def test_a_graph_with_more_rings_than_anybody_could_list_gives_the_first_at_once() -> None:
    names = [f"v{at:03}" for at in range(120)]
    edges = {(one, other) for one in names for other in names if one != other}
    assert list(islice(rings(edges, 8), 2)) == [("v000", "v001"), ("v000", "v002")]
    assert sum(1 for _ in islice(rings(edges, 8), 10_000)) == 10_000
