"""Measures ONNX files on a part of a corpus: ``python -m training.measure cause --corpus DIR FILE.onnx [FILE.fp32.onnx …]``.

With ``--calibrate`` it also prints, as JSON, the temperatures that make the probabilities of the first file true on that part
(Guo et al. 2017), for :mod:`training.export`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from training.encoding import Encoded
from training.fit import examples
from training.scores import Outputs, scored

TEMPERATURES = np.arange(0.5, 4.01, 0.05)


def run(path: Path, data: list[Encoded]) -> list[Outputs]:
    """One text at a time, as the product does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options)
    found = []
    for one in data:
        ids = one.ids[None].astype(np.int64)
        tags, links, sentence = session.run(["tags", "links", "sentence"], {"input_ids": ids})
        found.append((tags[0], links[0], float(sentence[0])))
    return found


def _binary(logits: np.ndarray, truth: np.ndarray) -> Callable[[float], float]:
    def loss(temperature: float) -> float:
        scaled = logits / temperature
        return float((np.logaddexp(0, scaled) - truth * scaled).mean())

    return loss


def _tagged(logits: np.ndarray, truth: np.ndarray) -> Callable[[float], float]:
    def loss(temperature: float) -> float:
        scaled = logits / temperature
        scaled = scaled - np.logaddexp.reduce(scaled, axis=-1, keepdims=True)
        return -float((truth * scaled).sum(-1).mean())

    return loss


def temperatures(kind: str, data: list[Encoded], outputs: list[Outputs]) -> dict[str, float]:
    """For each output the temperature of least log-loss."""
    tags = np.concatenate([out[0][one.first] for one, out in zip(data, outputs, strict=True)])
    true_tags = np.concatenate([one.tags[one.first] for one in data])
    rows = [
        (out[1][role, anchor][one.first], link[role][one.first])
        for one, out in zip(data, outputs, strict=True)
        for anchor, link in zip(one.anchors, one.links, strict=True)
        for role in range(len(link))
    ]
    losses = {
        "tags": _tagged(tags.astype(float), true_tags.astype(float)),
        "links": _binary(np.concatenate([row for row, _ in rows]).astype(float), np.concatenate([t for _, t in rows])),
    }
    if kind == "cause":
        losses["sentence"] = _binary(np.array([out[2] for out in outputs]), np.array([one.stated for one in data]))
    return {name: round(float(min(TEMPERATURES, key=loss)), 2) for name, loss in losses.items()}


def calibration_error(logits: np.ndarray, truth: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equally wide bins."""
    probable = 1 / (1 + np.exp(-logits))
    slots = np.minimum((probable * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(probable[slots == slot].mean() - truth[slots == slot].mean()) * (slots == slot).mean()
            for slot in range(bins)
            if (slots == slot).any()
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("attribution", "cause"))
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--part", default="test")
    parser.add_argument("--calibrate", type=Path, help="where to write temperatures")
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.enable_truncation(510)
    data = examples(options.kind, options.corpus, options.part, tokenizer)
    for path in options.files:
        outputs = run(path, data)
        print(f"{path.name}, {options.part}, {len(data)} texts: {scored(options.kind, data, outputs)}", flush=True)
        if options.kind == "cause":
            logits, truth = np.array([out[2] for out in outputs]), np.array([one.stated for one in data])
            print(f"  calibration error of the sentence: {calibration_error(logits, truth):.3f}", flush=True)
        if options.calibrate and path == options.files[0]:
            options.calibrate.write_text(json.dumps({"temperature": temperatures(options.kind, data, outputs)}))


if __name__ == "__main__":
    main()
