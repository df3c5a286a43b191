"""The shipped networks read a small text of our own as they did when they were shipped, on any machine."""

import numpy as np
import onnx
import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.parse import parse
from sayso.read.tagger.network import network
from sayso.read.tagger.presence import WEIGHTS, present
from sayso.read.tagger.taggers import Taggers

ATTRIBUTED = "“The dam will hold,” said Ana Ruiz, the engineer. The mayor told reporters that nobody had been warned."
CAUSED = "Prices rose because the harvest failed. The library is open on Sundays."


def parsed(text):
    return next(parse([Document("d.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))


@pytest.mark.skipif("attribution" not in present(), reason="attribution.onnx was left out")
def test_attributions():
    found = [
        (ATTRIBUTED[slice(*one.anchor)], {role: [ATTRIBUTED[a:b] for a, b in runs] for role, runs in one.parts.items()})
        for one in Taggers().read(parsed(ATTRIBUTED)).attributions
    ]
    assert [cue for cue, _ in found] == ["said", "told"]
    assert found[0][1]["source"][0].startswith("Ana Ruiz")
    assert "The dam will hold" in found[0][1]["content"][0]
    assert found[1][1]["content"] == ["that nobody had been warned"]


@pytest.mark.skipif("cause" not in present(), reason="cause.onnx was left out")
def test_causes():
    document = parsed(CAUSED)
    seen = Taggers().read(document).causes
    (one,), _ = (seen.of(sentence) for sentence in document.sentences)
    assert "the harvest failed" in CAUSED[slice(*one.anchor)]
    assert [CAUSED[a:b] for a, b in one.parts["effect"]] == ["Prices rose"]
    assert seen.stated[0] > 0.6 > 0.4 > seen.stated[1]


@pytest.mark.parametrize("kind", present())
def test_weights_keep_to_seven_bits(kind):
    """Eight-bit weights overflow the sums of processors without VNNI, which would then read otherwise."""
    model = onnx.load(str(WEIGHTS / f"{kind}.onnx"))
    used = {name for node in model.graph.node if node.op_type in ("MatMulInteger", "QAttention") for name in node.input}
    weights = [onnx.numpy_helper.to_array(one) for one in model.graph.initializer if one.name in used]
    matrices = [one for one in weights if one.ndim == 2 and one.dtype == np.int8]
    assert len(matrices) > 20
    assert all(np.abs(one.astype(np.int64)).max() <= 64 for one in matrices)


@pytest.mark.parametrize("kind", present())
def test_what_a_file_s_outputs_mean_stands_in_it(kind):
    layout = network(WEIGHTS / f"{kind}.onnx").layout
    assert layout.name == kind
    assert set(layout.roles) < set(layout.layers)
    assert all(value > 0 for value in layout.temperature.values())
