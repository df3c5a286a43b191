"""Tags and links of planted networks become the relations that were planted, whatever else stands around them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.read.tagger.decoding import BEGIN, INSIDE, OUT, Layout, Words, labelled, relations, runs_of

LAYOUT = Layout("attribution", "1", ("source", "cue", "content"), ("source", "content"))
SENTENCE = [
    "“",
    "Rain",
    "will",
    "come",
    ",",
    "”",
    "said",
    "Ana",
    "Ruiz",
    ",",
    "“",
    "and",
    "soon",
    ",",
    "for",
    "all",
    "”",
    ".",
]


def words_of(texts):
    return Words.of([None, *range(len(texts)), None], texts)


def planted(texts, spans, linked):
    """Logits of tags and links that say these spans, by layer, and these words, by (role, anchor's first word)."""
    tags = np.full((len(texts) + 2, 3, 3), -4.0, np.float32)
    tags[:, :, OUT] = 4.0
    for layer, runs in spans.items():
        for start, end in runs:
            tags[start + 1 : end + 1, layer] = (-4.0, -4.0, 4.0)
            tags[start + 1, layer] = (-4.0, 4.0, -4.0)
    links = np.full((2, len(texts) + 2, len(texts) + 2), -4.0, np.float32)
    for (role, anchor), runs in linked.items():
        for start, end in runs:
            links[role, anchor + 1, start + 1 : end + 1] = 4.0
    return tags, links


def test_discontinuous_content_is_found_and_stays_apart_over_the_cue():
    tags, links = planted(
        SENTENCE,
        {0: [(7, 9)], 1: [(6, 7)], 2: [(0, 6), (10, 16)]},
        {(0, 6): [(7, 9)], (1, 6): [(0, 6), (10, 16)]},
    )
    (found,) = relations(tags, links, words_of(SENTENCE), LAYOUT)
    assert found.anchor.runs == ((6, 7),)
    assert found.parts["source"].runs == ((7, 9),)
    assert found.parts["content"].runs == ((0, 6), (10, 16))
    assert found.parts["content"].probability == pytest.approx(0.982)


@pytest.mark.parametrize(
    ("linked", "tagged", "expected"),
    [
        ([(0, 2), (3, 4)], [], ((0, 4),)),  # one word between
        ([(0, 4), (6, 7)], [], ((0, 7),)),  # the anchor lies in a run, not in the gap
        ([(10, 13), (14, 16)], [], ((10, 16),)),
        ([(8, 9), (11, 14)], [], ((8, 14),)),  # punctuation alone
        ([(7, 8), (11, 14)], [], ((7, 8), (11, 14))),  # a word and punctuation
        ([(11, 15)], [(10, 16)], ((10, 16),)),  # the tagged span has the better edges
        ([(11, 13)], [(10, 16)], ((11, 13),)),  # it is mostly something else
        ([(10, 12), (14, 16)], [(10, 16)], ((10, 12), (14, 16))),
        ([], [(0, 3)], ()),
    ],
)
def test_runs(linked, tagged, expected):
    tags, links = planted(SENTENCE, {1: [(6, 7)], 2: tagged}, {(1, 6): linked})
    (found,) = relations(tags, links, words_of(SENTENCE), LAYOUT)
    assert found.parts["content"].runs == expected


def test_gap_over_the_anchor_stays_open():
    texts = ["Rain", "said", "soon"]
    tags, links = planted(texts, {1: [(1, 2)]}, {(1, 1): [(0, 1), (2, 3)]})
    (found,) = relations(tags, links, words_of(texts), LAYOUT)
    assert found.parts["content"].runs == ((0, 1), (2, 3))
    assert found.parts["source"].runs == ()
    assert found.parts["source"].probability == 0.0


def test_the_anchor_is_the_layer_that_is_no_role():
    layout = Layout("cause", "1", ("cause", "effect", "signal"), ("effect", "signal"))
    texts = ["drought", "raised", "prices"]
    tags, links = planted(texts, {0: [(0, 1)], 1: [(2, 3)], 2: [(1, 2)]}, {(0, 0): [(2, 3)], (1, 0): [(1, 2)]})
    (found,) = relations(tags, links, words_of(texts), layout)
    assert (found.anchor.runs, found.parts["effect"].runs, found.parts["signal"].runs) == (
        ((0, 1),),
        ((2, 3),),
        ((1, 2),),
    )


def test_sub_tokens_behind_the_first_of_a_word_do_not_count():
    words = Words.of([None, 0, 0, 1, 2, 2, None], ["hydrologists", "say", "drought"])
    tags = np.full((7, 3, 3), -4.0, np.float32)
    tags[:, :, OUT] = 4.0
    tags[3, 1] = (-4.0, 4.0, -4.0)
    tags[2, 1] = (-4.0, 4.0, -4.0)  # inside a word
    links = np.full((2, 7, 7), -4.0, np.float32)
    links[0, 3, 1] = links[1, 3, 4] = 4.0
    (found,) = relations(tags, links, words, LAYOUT)
    assert (found.anchor.runs, found.parts["source"].runs, found.parts["content"].runs) == (
        ((1, 2),),
        ((0, 1),),
        ((2, 3),),
    )


def test_temperature_and_threshold_come_from_the_file():
    record = {"name": "x", "version": "2", "layers": ["source", "cue", "content"], "roles": ["source", "content"]}
    layout = Layout.of({**record, "temperature": {"links": 2.0}, "threshold": {"links": 0.9}})
    tags, links = planted(SENTENCE, {1: [(6, 7)]}, {(1, 6): [(0, 4)]})
    assert relations(tags, links, words_of(SENTENCE), layout)[0].parts["content"].runs == ()
    assert float(layout.probability(4.0, "links")) == pytest.approx(1 / (1 + np.exp(-2)))
    assert float(Layout.of({**record, "temperature": 4}).probability(4.0, "sentence")) == pytest.approx(
        1 / (1 + np.exp(-1))
    )
    assert Layout.of(record).passes("links") == 0.5


@given(arrays(np.float64, st.tuples(st.integers(1, 6), st.just(2), st.just(3)), elements=st.integers(-9, 9)))
def test_labels_are_the_best_of_all_that_are_allowed(logits):
    labels = labelled(logits)
    for layer in range(2):
        allowed = [
            path
            for path in product((OUT, BEGIN, INSIDE), repeat=len(logits))
            if all(one != INSIDE or (at and path[at - 1] != OUT) for at, one in enumerate(path))
        ]
        scores = {path: sum(logits[at, layer, one] for at, one in enumerate(path)) for path in allowed}
        assert scores[tuple(labels[:, layer].tolist())] == max(scores.values())


@given(st.lists(st.sampled_from((OUT, BEGIN, INSIDE)), max_size=12))
def test_runs_lie_apart_in_order_and_cover_what_is_marked(labels):
    runs = runs_of(np.array(labels, np.intp))
    assert [at for start, end in runs for at in range(start, end)] == [at for at, one in enumerate(labels) if one]


@given(
    arrays(np.float32, (7, 3, 3), elements=st.floats(-8, 8, width=32)),
    arrays(np.float32, (2, 7, 7), elements=st.floats(-8, 8, width=32)),
)
def test_parts_are_runs_in_order_with_probabilities(tags, links):
    for found in relations(tags, links, words_of(["a", "b", ",", "c", "d"]), LAYOUT):
        for part in (found.anchor, *found.parts.values()):
            assert 0 <= part.probability <= 1
            places = [at for start, end in part.runs for at in range(start, end)]
            assert places == sorted(set(places))
            assert all(0 <= start < end <= 5 for start, end in part.runs)


def test_nothing_to_read():
    empty = Words.of([None, None], [])
    assert relations(np.zeros((2, 3, 3), np.float32), np.zeros((2, 2, 2), np.float32), empty, LAYOUT) == []
