"""What ``make finetune`` makes: encoder, head, answers on sentences kept apart, and the manifest with their checksums.

``MODEL_CARD.md`` says what they were made from and how far they can be trusted.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from coaching.errors import MissingResourceError
from coaching.moves import LABELS

FOLDER = Path(__file__).parent
MANIFEST = "manifest.json"
_REMEDY = "bring the folder back with `git checkout -- coaching/recognition/weights`, or run `make finetune`"


def manifest() -> dict[str, Any]:
    """The manifest: ``files`` (name to sha256), ``labels`` in order, ``parts``, and how the weights were made.

    Raises:
        MissingResourceError: It is not there, cannot be read, or belongs to other labels than the codebook's.
    """
    try:
        found: dict[str, Any] = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
        labels = tuple(found["labels"])
        dict(found["files"]), int(found["parts"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MissingResourceError(
            f"the recogniser's weights lack a sound {MANIFEST} ({error!r}); {_REMEDY}"
        ) from error
    if labels != LABELS:
        raise MissingResourceError(f"the recogniser's weights know other labels than the codebook; {_REMEDY}")
    return found


def checked_bytes(name: str) -> bytes:
    """One file's content, after comparing its sha256 with the manifest's.

    Raises:
        MissingResourceError: The file is not there, or is not the one that the manifest names.
    """
    file = FOLDER / name
    try:
        content = file.read_bytes()
    except OSError as error:
        raise MissingResourceError(f"the recogniser's weights lack {name} ({error.strerror}); {_REMEDY}") from error
    wanted, found = manifest()["files"].get(name), hashlib.sha256(content).hexdigest()
    if found != wanted:
        raise MissingResourceError(
            f"the recogniser's weights {name} have sha256 {found}, {MANIFEST} names {wanted}; {_REMEDY}"
        )
    return content


def weights_version() -> str:
    """First 12 hexadecimal digits of the sha256 over what the files' checksums are."""
    return hashlib.sha256(json.dumps(manifest()["files"], sort_keys=True).encode()).hexdigest()[:12]
