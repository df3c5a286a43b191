"""Trains a tagger: ``python -m training.fit cause --encoder DIR --corpus DIR --out FILE.pt``.

One run is one seed; the learning rate warms up over a tenth of the steps and falls linearly to nothing. The embeddings stay
as they are: a quarter of the time, and words unseen in training keep their place beside their neighbours.
"""

from __future__ import annotations

import argparse
import math
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import AutoModel

from training.corpora import Example, causal_news, polnear
from training.encoding import Encoded, encoded
from training.network import Tagger
from training.scores import scored

TOKENS = {"attribution": 1280, "cause": 512}  # of a batch
DROPOUT = {"attribution": 0.0, "cause": 0.1}  # of the encoder; long windows are plenty, and drawing is slow
LINKS = {
    "attribution": 8.0,
    "cause": 2.0,
}  # weight of the links' loss: few of the words of a long window belong to one anchor
EPOCHS = {"attribution": 5, "cause": 9}


def examples(kind: str, corpus: Path, part: str, tokenizer: Tokenizer) -> list[Encoded]:
    """One part of a corpus, as numbers."""
    found = polnear(corpus, tokenizer, part) if kind == "attribution" else causal_news(corpus, part)
    return [one for one in (encoded(example, kind, tokenizer) for example in found) if one.first.any()]


def taught(path: Path, tokenizer: Tokenizer) -> list[Encoded]:
    """Sentences with a larger tagger's probabilities for labels, as :mod:`training.teach` writes them; both cut words alike."""
    found = []
    for text, *labels in pickle.loads(path.read_bytes()):
        one = encoded(Example(text), "cause", tokenizer)
        one.tags, one.anchors, one.links, one.stated = labels
        found.append(one)
    return found


def batches(data: list[Encoded], budget: int, shuffle: random.Random | None) -> list[list[int]]:
    """Indices of examples of like length, a batch holding at most ``budget`` sub-tokens with its padding."""
    order = sorted(range(len(data)), key=lambda i: len(data[i].ids) + (shuffle.uniform(0, 12) if shuffle else 0))
    found: list[list[int]] = [[]]
    for index in order:
        if found[-1] and max(len(data[i].ids) for i in [*found[-1], index]) * (len(found[-1]) + 1) > budget:
            found.append([])
        found[-1].append(index)
    if shuffle:
        shuffle.shuffle(found)
    return found


def collated(group: list[Encoded], pad: int) -> tuple[Tensor, Tensor]:
    longest = max(len(one.ids) for one in group)
    ids = torch.full((len(group), longest), pad)
    mask = torch.zeros((len(group), longest), dtype=torch.long)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)] = torch.from_numpy(one.ids)
        mask[row, : len(one.ids)] = 1
    return ids, mask


def loss_of(outputs: tuple[Tensor, Tensor, Tensor], group: list[Encoded], kind: str, weight: float) -> Tensor:
    """Cross-entropy of the tags, of the links of the true anchors and, for causes, of the sentence."""
    tags, links, sentence = outputs
    gold, words = torch.zeros(tags.shape), torch.zeros(tags.shape[:2])
    for row, one in enumerate(group):
        gold[row, : len(one.ids)] = torch.from_numpy(one.tags).float()
        words[row, : len(one.ids)] = torch.from_numpy(one.first).float()
    crossed = -(gold * functional.log_softmax(tags, -1)).sum((-1, -2))
    loss = (crossed * words).sum() / words.sum()
    rows = [row for row, one in enumerate(group) for _ in one.anchors]
    if rows:
        anchors = torch.from_numpy(np.concatenate([one.anchors for one in group]))
        truth = torch.zeros((len(rows), *links.shape[1:2], links.shape[-1]))
        counted = torch.zeros((len(rows), 1, links.shape[-1]))
        at = 0
        for one in group:
            for link in one.links:
                truth[at, :, : len(one.ids)] = torch.from_numpy(link).float()
                counted[at, 0, : len(one.ids)] = torch.from_numpy(one.first)
                at += 1
        logits = links[torch.tensor(rows), :, anchors].float()
        each = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none") * counted
        loss = loss + weight * (each.sum(-1) / counted.sum(-1)).sum(-1).mean()
    if kind == "cause":
        stated = torch.tensor([one.stated for one in group])
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(sentence, stated)
    return loss


def predicted(model: Tagger, data: list[Encoded], pad: int) -> list[tuple[np.ndarray, np.ndarray, float]]:
    """Tags (T, layers, 3), links (roles, T, T) and the sentence's logit of every example, in order."""
    model.eval()
    found: dict[int, tuple[np.ndarray, np.ndarray, float]] = {}
    with torch.no_grad():
        for indices in batches(data, 4096, None):
            ids, mask = collated([data[i] for i in indices], pad)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, links, sentence = model(ids, mask)
            for row, i in enumerate(indices):
                size = len(data[i].ids)
                found[i] = (
                    tags[row, :size].float().numpy(),
                    links[row, :, :size, :size].float().numpy(),
                    float(sentence[row]),
                )
    return [found[i] for i in range(len(data))]


def parameters(model: Tagger, rate: float, heads: float) -> list[dict[str, object]]:
    for weight in model.encoder.embeddings.parameters():
        weight.requires_grad_(False)
    encoder = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    inside = {id(weight) for weight in model.encoder.parameters()}
    heads = [weight for weight in model.parameters() if id(weight) not in inside]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": heads}]


def fit(model: Tagger, train: list[Encoded], kind: str, options: argparse.Namespace, dev: list[Encoded]) -> None:
    """Trains in place, printing the measures on ``dev`` after each pass."""
    shuffle = random.Random(options.seed)
    optimizer = torch.optim.AdamW(parameters(model, options.rate, options.heads), weight_decay=0.01, fused=True)
    plan = [batches(train, options.tokens, shuffle) for _ in range(options.epochs)]
    total, step = sum(map(len, plan)), 0
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * total), (total - n) / (0.9 * total))
    )
    for epoch, groups in enumerate(plan, 1):
        began, lost = time.time(), 0.0
        model.train()
        for indices in groups:
            group = [train[i] for i in indices]
            ids, mask = collated(group, options.pad)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = model(ids, mask)
            tags, links, sentence = outputs
            loss = loss_of((tags.float(), links, sentence.float()), group, kind, options.links)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            lost += loss.item()
            step += 1
            if step % 25 == 0:
                print(f"  step {step} of {total}, {time.time() - began:.0f} s", flush=True)
        if math.isnan(lost):
            raise SystemExit("the loss is no number: lower --rate")
        print(f"pass {epoch}: loss {lost / len(groups):.4f}, {time.time() - began:.0f} s", flush=True)
        print("  dev:", scored(kind, dev, predicted(model, dev, options.pad)), flush=True)
        torch.save(model.state_dict(), options.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=sorted(TOKENS))
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--taught", type=Path, help="sentences that a larger tagger labelled, from training.teach")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--tokens", type=int, help="sub-tokens of a batch")
    parser.add_argument("--links", type=float, help="weight of the links' loss")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--heads", type=float, help="learning rate of the heads, five times the encoder's if not given")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.epochs = options.epochs or EPOCHS[options.kind]
    options.tokens = options.tokens or TOKENS[options.kind]
    options.links = options.links or LINKS[options.kind]
    options.heads = options.heads or 5 * options.rate
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(510)
    encoder = AutoModel.from_pretrained(
        options.encoder, attention_probs_dropout_prob=0.0, hidden_dropout_prob=DROPOUT[options.kind]
    )
    model = Tagger(encoder, options.kind)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    options.pad = model.encoder.config.pad_token_id or 0
    train = examples(options.kind, options.corpus, "train", tokenizer)
    train += taught(options.taught, tokenizer) if options.taught else []
    dev = examples(options.kind, options.corpus, "dev", tokenizer)
    print(f"{len(train)} texts to train on, {len(dev)} to watch", flush=True)
    fit(model, train, options.kind, options, dev)


if __name__ == "__main__":
    main()
