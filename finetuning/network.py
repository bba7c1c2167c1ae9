"""The network: MiniLM over the sentence and over the customer's message, and one linear layer over both."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel


class HeardNetwork(nn.Module):
    """Logits of the labels, from a sentence in the light of the customer's message.

    Both texts go through the same encoder, one by one, so that the product can keep the vector of each; what the head
    sees is the sentence's vector, the customer's, and their product (as in InferSent, Conneau et al. 2017).
    """

    def __init__(self, package: str, labels: int, dropout: float) -> None:
        """Take the base model's weights from an installed package; the head starts at random."""
        super().__init__()
        logging.getLogger("transformers").setLevel(logging.ERROR)
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise SystemExit(f"the base model's package {package} is not installed; run `make finetune`")
        folder = Path(spec.submodule_search_locations[0]) / "model"
        self.encoder = AutoModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation="eager")
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(3 * self.encoder.config.hidden_size, labels)

    def vector(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Mean of the pieces' vectors, shape (texts, 384)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        return (states * weight).sum(1) / weight.sum(1)

    def forward(self, ids: Tensor, mask: Tensor, customer: Tensor) -> Tensor:
        """Logits, shape (sentences, labels); ``customer`` is the vector of each sentence's customer's message."""
        sentence = self.vector(ids, mask).float()
        return self.head(self.dropout(torch.cat([sentence, customer, sentence * customer], dim=1)))


def padded(pieces: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Word pieces and their mask as tensors of one length."""
    ids = torch.zeros(len(pieces), max(map(len, pieces)), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, text in enumerate(pieces):
        ids[row, : len(text)] = torch.tensor(text)
        mask[row, : len(text)] = 1
    return ids, mask
