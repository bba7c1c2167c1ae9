"""Requests and answers as they were asked and given, for the OpenAPI document: a file for each operation.

``python tests/assistant_api/write_examples.py`` asks the requests anew and writes what is answered now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Example = Mapping[str, Any]


@lru_cache(maxsize=1)
def examples() -> Mapping[str, Example]:
    """By operation: ``request`` where it takes a body, and ``answer``."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
