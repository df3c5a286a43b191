"""Layered drawings: boxes stand apart, arrows run from box to box, and circles are no trouble."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.tell.layered import HEIGHT, WIDTH, layered


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    count = draw(st.integers(2, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    return count, draw(st.lists(ends.filter(lambda edge: edge[0] != edge[1]), max_size=30))


@settings(deadline=None)
@given(graphs())
def test_boxes_stand_apart_and_arrows_join_them(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    layout = layered(count, edges)
    boxes = list(layout.centres)
    for at, (x, y) in enumerate(boxes):
        assert WIDTH / 2 <= x <= layout.width - WIDTH / 2
        assert HEIGHT / 2 <= y <= layout.height - HEIGHT / 2
        for right, low in boxes[at + 1 :]:
            assert abs(x - right) >= WIDTH or abs(y - low) >= HEIGHT
    for (start, end), way in zip(edges, layout.ways, strict=True):
        for box, (x, y) in ((boxes[start], way[0]), (boxes[end], way[-1])):
            assert abs(abs(x - box[0]) - WIDTH / 2) < 1e-6
            assert abs(y - box[1]) <= HEIGHT / 2


@settings(deadline=None)
@given(graphs())
def test_the_same_boxes_stand_in_the_same_places(graph: tuple[int, list[tuple[int, int]]]) -> None:
    assert layered(*graph) == layered(*graph)


def test_a_chain_runs_from_left_to_right() -> None:
    layout = layered(4, [(2, 0), (0, 3), (3, 1)])
    assert [layout.centres[at][0] for at in (2, 0, 3, 1)] == sorted(x for x, _ in layout.centres)
    assert len({y for _, y in layout.centres}) == 1


def test_given_columns_are_kept() -> None:
    layout = layered(3, [(0, 1), (0, 2)], columns=[0, 2, 1])
    assert layout.centres[0][0] < layout.centres[2][0] < layout.centres[1][0]


def test_nothing_to_draw() -> None:
    assert layered(0, []).ways == ()
