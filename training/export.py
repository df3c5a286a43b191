"""Writes trained weights as int8 ONNX: ``python -m training.export cause FILE.pt --encoder DIR --out FILE.onnx``.

Weights of the matrix products are kept in eight bits for each output channel, activations are quantised as they come. The
word embeddings are kept in eight bits too.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModel

from training.corpora import LAYERS, ROLES
from training.fusing import fused
from training.network import Tagger


def write(model: Tagger, target: Path) -> None:
    """The network in full precision, for one text at a time."""
    model.eval()
    torch.onnx.export(
        model,
        (torch.randint(5, 100, (1, 16)),),
        str(target),
        input_names=["input_ids"],
        output_names=["tags", "links", "sentence"],
        dynamic_axes={"input_ids": {1: "T"}, "tags": {1: "T"}, "links": {2: "T", 3: "T"}},
        opset_version=17,
        dynamo=False,
    )


def quantised(source: Path, target: Path, heads: list[str]) -> None:
    """Eight bits, but for the small products of the heads, which decide directly."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=heads,
            reduce_range=True,  # seven bits: with eight, processors without VNNI overflow their 16-bit sums and answer otherwise
            extra_options={"MatMulConstBOnly": True},
        )


def described(target: Path, kind: str, record: dict[str, object]) -> None:
    model = onnx.load(str(target))
    record = {"name": kind, "layers": LAYERS[kind], "roles": ROLES[kind], **record}
    onnx.helper.set_model_props(model, {"sayso": json.dumps(record, sort_keys=True)})
    onnx.save(model, str(target))


def heads_of(path: Path) -> list[str]:
    """The nodes after the encoder."""
    model = onnx.load(str(path))
    return [node.name for node in model.graph.node if node.op_type in {"MatMul", "Gemm"} and "encoder" not in node.name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=sorted(LAYERS))
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--calibration", type=Path, help="what training.calibrate printed")
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    model = Tagger(AutoModel.from_pretrained(options.encoder, attn_implementation="eager"), options.kind)
    model.load_state_dict(torch.load(options.weights))
    full = options.out.with_suffix(".fp32.onnx")
    write(model, full)
    quantised(full, options.out, heads_of(full))
    fused(options.out, model.encoder.config.num_attention_heads)
    calibration = json.loads(options.calibration.read_text()) if options.calibration else {}
    described(options.out, options.kind, {"version": options.version, **calibration})
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
