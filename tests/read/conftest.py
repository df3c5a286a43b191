"""Networks that stand in for trained ones: they know each word they were planted with, and nothing of its place."""

import json
import re

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.read.tagger.taggers import Taggers

LAYERS = {"attribution": ("source", "cue", "content"), "cause": ("cause", "effect", "signal")}
ROLES = {"attribution": ("source", "content"), "cause": ("effect", "signal")}
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_FAR = 6.0  # a logit that leaves no doubt


@pytest.fixture
def planted(tmp_path):
    """``planted(text, attribution=…, cause=…)`` gives taggers that see in any text what is marked in this one.

    Each kind is marked by the words of its layers, ``{"cue": "said", "content": "rain will come"}``; a word in several
    layers is in all of them. ``links`` says which layers every anchor is linked to, all if it is left out.
    """

    def plant(text, *, stated=_FAR, record=None, links=None, **kinds):
        words = list(dict.fromkeys(re.findall(r"\w+|[^\w\s]", text.lower())))
        known = {word: at for at, word in enumerate([*_SPECIAL, *words])}
        tokenizer = Tokenizer(models.WordPiece(known, unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.BertNormalizer()
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        (folder / "tokenizer.json").write_text(tokenizer.to_str(), "utf-8")
        for kind, marks in kinds.items():
            _write(folder / f"{kind}.onnx", kind, known, marks, links, stated, record or {})
        return Taggers(folder)

    return plant


def _write(path, kind, known, marks, links, stated, record):
    tags = np.zeros((len(known), 3, 3), np.float32)
    tags[:, :, 0] = _FAR
    linked = np.full((len(known), 2), -_FAR, np.float32)
    for layer, phrase in marks.items():
        at = LAYERS[kind].index(layer)
        for number, word in enumerate(re.findall(r"\w+|[^\w\s]", phrase.lower())):
            tags[known[word], at] = (0, _FAR, 0) if number == 0 else (0, 0, _FAR)
            if layer in ROLES[kind] and layer in (links if links is not None else ROLES[kind]):
                linked[known[word], ROLES[kind].index(layer)] = _FAR
    sentence = np.full(len(known), -_FAR, np.float32)
    sentence[2] = stated  # the mark every input begins with
    model = helper.make_model(
        _graph(tags.reshape(len(known), 9), linked, sentence), opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 8
    layout = {"name": kind, "version": "stand-in", "layers": LAYERS[kind], "roles": ROLES[kind], **record}
    helper.set_model_props(model, {"sayso": json.dumps(layout)})
    onnx.save(model, str(path))


def _graph(tags, linked, sentence):
    def constant(name, value):
        return numpy_helper.from_array(np.asarray(value), name)

    nodes = [
        helper.make_node("Gather", ["tag_table", "input_ids"], ["flat"]),
        helper.make_node("Reshape", ["flat", "shape"], ["tags"]),
        helper.make_node("Gather", ["link_table", "input_ids"], ["members"]),
        helper.make_node("Transpose", ["members"], ["rows"], perm=[0, 2, 1]),
        helper.make_node("Unsqueeze", ["rows", "two"], ["row"]),
        helper.make_node("Cast", ["input_ids"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Sub", ["numbers", "numbers"], ["zeros"]),
        helper.make_node("Unsqueeze", ["zeros", "outer"], ["column"]),
        helper.make_node("Add", ["row", "column"], ["links"]),
        helper.make_node("Gather", ["sentence_table", "input_ids"], ["each"]),
        helper.make_node("ReduceMax", ["each"], ["sentence"], axes=[1], keepdims=0),
    ]
    inputs = [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["B", "T"])]
    shapes = {"tags": ["B", "T", 3, 3], "links": ["B", 2, "T", "T"], "sentence": ["B"]}
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    tables = [
        constant("tag_table", tags),
        constant("link_table", linked),
        constant("sentence_table", sentence),
        constant("shape", np.array([0, 0, 3, 3], np.int64)),
        constant("two", np.array([2], np.int64)),
        constant("outer", np.array([1, 3], np.int64)),
    ]
    return helper.make_graph(nodes, "stand-in", inputs, outputs, tables)
