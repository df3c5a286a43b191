"""The tagger: an encoder, a tag layer for every kind of span, and links from an anchor's first word to the words of its roles.

The links are a bilinear score between projections of the two words, as in deep biaffine parsing (Dozat and Manning, 2017).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.corpora import LAYERS, ROLES

WIDTH = 128


class Tagger(nn.Module):
    """Outputs as the product reads them: ``tags`` (B, T, layers, 3), ``links`` (B, roles, T, T), ``sentence`` (B,)."""

    def __init__(self, encoder: nn.Module, kind: str, dropout: float = 0.1) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.layers, self.roles = len(LAYERS[kind]), len(ROLES[kind])
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size, self.layers * 3)
        self.heads = nn.Linear(size, self.roles * WIDTH)
        self.tails = nn.Linear(size, self.roles * WIDTH)
        self.bias = nn.Parameter(torch.full((self.roles, 1, 1), -2.0))
        self.sentence = nn.Linear(size, 1)

    def forward(self, input_ids: Tensor, attention_mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """The mask tells the words of texts in a batch from what fills them up; a text by itself needs none."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        hidden = self.dropout(hidden.float())
        batch, length, _ = hidden.shape
        tags = self.tags(hidden).view(batch, length, self.layers, 3)
        heads = self.heads(hidden).view(batch, length, self.roles, WIDTH).permute(0, 2, 1, 3)
        tails = self.tails(hidden).view(batch, length, self.roles, WIDTH).permute(0, 2, 3, 1)
        links = heads @ tails / WIDTH**0.5 + self.bias
        if attention_mask is None:
            return tags, links, self.sentence(hidden.mean(1)).squeeze(-1)
        mask = attention_mask.float().unsqueeze(-1)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        return tags, links, self.sentence(mean).squeeze(-1)
