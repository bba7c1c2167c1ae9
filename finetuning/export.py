"""Writes what the product loads: encoder (int8 ONNX), head, answers on sentences kept apart, manifest."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from finetuning.network import HeardNetwork
from finetuning.settings import FILE, Settings
from finetuning.texts import Labelled

_OPSET = 17
_FILES = ("encoder.onnx", "head.npz", "kept_apart.npz")


class _VectorOnly(nn.Module):
    """The part of the network that is exported: word pieces to one vector."""

    def __init__(self, network: HeardNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.network.vector(ids, mask)


def write_weights(
    folder: Path,
    network: HeardNetwork,
    labels: Sequence[str],
    rows: Sequence[Labelled],
    apart: np.ndarray,
    of: Settings,
) -> None:
    """Write all files beside the old ones, then put them in their place together.

    Args:
        folder: Where to.
        network: Taught with all rows.
        labels: Names in the order of the logits.
        rows: The sentences that the answers in ``apart`` belong to.
        apart: Logits from a network that had not seen the row, shape (rows, labels); NaN for rows that it had seen.
        of: The settings, for the manifest.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent) as unfinished:
        made = Path(unfinished)
        _write_encoder(network, made / "encoder.onnx")
        weight, bias = network.head.weight.detach().numpy(), network.head.bias.detach().numpy()
        np.savez(made / "head.npz", weight=weight.T.astype(np.float32), bias=bias.astype(np.float32))
        keys = np.array([np.frombuffer(bytes.fromhex(row.key), dtype=np.uint8) for row in rows])
        np.savez_compressed(made / "kept_apart.npz", keys=keys, logits=apart.astype(np.float16))
        manifest: dict[str, Any] = {
            "labels": list(labels),
            "parts": of.parts,
            "sentences": len(rows),
            "rows_sha256": _digest(json.dumps([[row.key, row.target] for row in rows]).encode()),
            "settings_sha256": _digest(FILE.read_bytes()),
            "seed": of.seed,
            "made_with": {name: version(name) for name in ("torch", "transformers", "onnx", "onnxruntime")},
            "files": {name: _digest((made / name).read_bytes()) for name in _FILES},
        }
        (made / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        for name in (*_FILES, "manifest.json"):
            (made / name).replace(folder / name)


def _write_encoder(network: HeardNetwork, path: Path) -> None:
    network.eval()
    ids = torch.ones((2, 9), dtype=torch.long)
    axes = {"ids": {0: "texts", 1: "pieces"}, "mask": {0: "texts", 1: "pieces"}, "vectors": {0: "texts"}}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            _VectorOnly(network),
            (ids, torch.ones_like(ids)),
            str(exact),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        # Seven bits of eight: processors without VNNI add pairs of products in 16 bits and would overflow.
        quantize_dynamic(exact, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    onnx.checker.check_model(str(path))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
