"""Parts that nothing joins, side by side."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.tell.layered import HEIGHT, WIDTH, layered
from sayso.tell.packing import packed


@given(st.lists(st.integers(1, 6), min_size=2, max_size=9))
def test_no_two_boxes_overlap_and_every_arrow_starts_and_ends_at_its_boxes(sizes: list[int]) -> None:
    parts, edges, first = [], [], 0
    for size in sizes:
        parts.append(list(range(first, first + size)))
        edges += [(first, first + at) for at in range(1, size)]
        first += size
    found = packed(parts, edges)
    boxes = sorted(found.centres)
    for at, (x, y) in enumerate(boxes):
        for other, low in boxes[at + 1 :]:
            assert other - x >= WIDTH or abs(low - y) >= HEIGHT
        assert WIDTH / 2 <= x <= found.width - WIDTH / 2
        assert HEIGHT / 2 <= y <= found.height - HEIGHT / 2
    for (start, end), way in zip(edges, found.ways, strict=True):
        assert abs(way[0][0] - found.centres[start][0]) <= WIDTH
        assert abs(way[-1][0] - found.centres[end][0]) <= WIDTH


def test_a_single_part_is_laid_out_as_ever() -> None:
    edges = [(0, 1), (1, 2)]
    assert packed([[0, 1, 2]], edges) == layered(3, edges)
