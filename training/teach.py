"""A large tagger labels plain sentences for a small one: ``python -m training.teach FILE.pt --encoder DIR --corpus DIR --out OUT``.

The sentences are those of PolNeAR's training articles, without their annotations. What the small tagger learns from them, with
``training.fit --taught FILE``, are the large one's probabilities (Hinton, Vinyals and Dean 2015).
"""

from __future__ import annotations

import argparse
import pickle
import random
import re
from pathlib import Path

import numpy as np
import torch
from benchmarks.corpora import part
from tokenizers import Tokenizer
from transformers import AutoModel

from training.corpora import Example
from training.encoding import BEGIN, Encoded, encoded
from training.fit import predicted
from training.network import Tagger

_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_FEWEST, _MOST = 8, 60  # words of a sentence
Labels = tuple[str, np.ndarray, np.ndarray, np.ndarray, float]


def sentences(corpus: Path, count: int) -> list[Example]:
    """Plain sentences, drawn with a seed."""
    found = set()
    for path in (corpus / "text").glob("*.txt"):
        if part(path.name) == "train":
            pieces = (piece.strip() for piece in _END.split(path.read_bytes().decode("utf-8")))
            found |= {piece for piece in pieces if "\n" not in piece and _FEWEST <= len(piece.split()) <= _MOST}
    return [Example(text) for text in random.Random(1).sample(sorted(found), min(count, len(found)))]


def labelled(one: Encoded, outputs: tuple[np.ndarray, np.ndarray, float]) -> Labels:
    """The text with ``tags``, ``anchors``, ``links`` and ``stated`` as in :class:`Encoded`; links only from the anchors it sees."""
    tags, links, sentence = outputs
    powers = np.exp(tags - tags.max(-1, keepdims=True))
    shares = (powers / powers.sum(-1, keepdims=True)).astype(np.float16)
    anchors = np.nonzero(one.first & (shares[:, 0].argmax(-1) == BEGIN))[0]
    linked = (1 / (1 + np.exp(-links[:, anchors].transpose(1, 0, 2)))).astype(np.float16)
    return one.example.text, shares, anchors, linked, float(1 / (1 + np.exp(-sentence)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=12_000)
    options = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(510)
    model = Tagger(AutoModel.from_pretrained(options.encoder), "cause")
    model.load_state_dict(torch.load(options.weights))
    data = [encoded(example, "cause", tokenizer) for example in sentences(options.corpus, options.count)]
    outputs = predicted(model, data, model.encoder.config.pad_token_id or 0)
    found = [labelled(*pair) for pair in zip(data, outputs, strict=True)]
    options.out.write_bytes(pickle.dumps(found))
    print(f"{len(found)} sentences, {sum(stated > 0.5 for *_, stated in found)} of them state a cause")


if __name__ == "__main__":
    main()
