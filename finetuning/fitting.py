"""Teaching one network, and its answers on other sentences."""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from finetuning.network import HeardNetwork, padded
from finetuning.settings import Settings
from finetuning.texts import Labelled, Pieces, customers_with_gaps, with_noise

_CHUNKS = 40
"""Batches whose sentences are sorted by length together, so that little is padded."""


def fit(rows: Sequence[Labelled], settings: Settings, name: str) -> HeardNetwork:
    """Teach a network with the rows, in the order in which they stand.

    Args:
        rows: Sentences with targets; those of one message stand together.
        settings: See ``settings.yml``.
        name: What is being taught, for the lines of progress on standard error.
    """
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(settings.seed)
    network = HeardNetwork(settings.base, len(rows[0].target), settings.dropout)
    optimiser = torch.optim.AdamW(_groups(network, settings), fused=True)
    batches = -(-len(rows) // settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _slope(settings.epochs * batches, settings.warm_up))
    loss_of = nn.BCEWithLogitsLoss(reduction="none")
    pieces = Pieces(settings.longest["sentence"])
    began = time.monotonic()
    for epoch in range(settings.epochs):
        texts, targets = zip(*with_noise(rows, settings.augment, chance), strict=True)
        heard = customers_with_gaps([row.customer for row in rows], settings.augment, chance)
        ids, wanted, total = pieces(texts), torch.tensor(targets), 0.0
        # Once an epoch and without gradient: a third of the time saved.
        customers = customer_vectors(network, heard, settings)
        network.train()
        for batch in _batches(ids, settings.batch, chance):
            with _precision(settings):
                logits = network(*padded([ids[index] for index in batch]), customers[batch])
            loss = loss_of(logits.float(), wanted[batch]).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        took = time.monotonic() - began
        print(
            f"{name}: epoch {epoch + 1} of {settings.epochs}, loss {total / batches:.3f}, {took:.0f} s", file=sys.stderr
        )
    return network


def answers(network: HeardNetwork, rows: Sequence[Labelled], settings: Settings) -> np.ndarray:
    """Logits of each row, shape (rows, labels)."""
    customers = customer_vectors(network, [row.customer for row in rows], settings)
    ids = Pieces(settings.longest["sentence"])([row.text for row in rows])
    found = torch.zeros(len(rows), len(rows[0].target))
    network.eval()
    with torch.no_grad():
        for batch in _sorted_batches(ids):
            found[batch] = network(*padded([ids[index] for index in batch]), customers[batch])
    return found.numpy()


def customer_vectors(network: HeardNetwork, customers: Sequence[str], settings: Settings) -> Tensor:
    """The vector of each customer's message, shape (len(customers), 384); equal messages are read once."""
    texts = list(dict.fromkeys(customers))
    ids = Pieces(settings.longest["customer"])(texts)
    found = torch.zeros(len(texts), network.encoder.config.hidden_size)
    network.eval()
    with torch.no_grad(), _precision(settings):
        for batch in _sorted_batches(ids):
            found[batch] = network.vector(*padded([ids[index] for index in batch])).float()
    place = {text: index for index, text in enumerate(texts)}
    return found[[place[text] for text in customers]]


def _groups(network: HeardNetwork, settings: Settings) -> list[dict[str, Any]]:
    layers = network.encoder.config.num_hidden_layers
    groups = []
    for name, parameter in network.named_parameters():
        layer = re.search(r"layer\.(\d+)\.", name)
        depth = layers - 1 - int(layer[1]) if layer else layers
        rate = settings.learning_rate * settings.layer_decay**depth
        decay = settings.weight_decay if parameter.ndim > 1 else 0.0
        rate = settings.head_learning_rate if name.startswith("head") else rate
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return groups


def _slope(steps: int, warm_up: float) -> Any:  # noqa: ANN401 - torch takes any callable
    return lambda step: min((step + 1) / (warm_up * steps), (steps - step) / ((1 - warm_up) * steps))


def _batches(ids: Sequence[Sequence[int]], size: int, chance: random.Random) -> Iterator[list[int]]:
    order = list(range(len(ids)))
    chance.shuffle(order)
    found = []
    for first in range(0, len(order), size * _CHUNKS):
        chunk = sorted(order[first : first + size * _CHUNKS], key=lambda index: len(ids[index]))
        found += [chunk[start : start + size] for start in range(0, len(chunk), size)]
    chance.shuffle(found)
    yield from found


def _sorted_batches(ids: Sequence[Sequence[int]], size: int = 64) -> Iterator[list[int]]:
    order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
    yield from (order[first : first + size] for first in range(0, len(order), size))


def _precision(settings: Settings) -> Any:  # noqa: ANN401 - torch's context
    half = settings.precision == "bfloat16"
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=half)
