"""Signatures of webhooks: HMAC-SHA256 over time and body, so that neither can be changed, nor both sent again later."""

from __future__ import annotations

import hashlib
import hmac
import secrets

SIGNATURE, TIMESTAMP, EVENT, DELIVERY = "X-Heard-Signature", "X-Heard-Timestamp", "X-Heard-Event", "X-Heard-Delivery"


def new_secret() -> str:
    """A secret of 256 bits."""
    return f"whsec_{secrets.token_urlsafe(32)}"


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """What stands in the header ``X-Heard-Signature``.

    Args:
        secret: The webhook's, as it was shown.
        timestamp: What stands in ``X-Heard-Timestamp``, seconds since 1970.
        body: The request's, byte for byte.
    """
    signed = str(timestamp).encode() + b"." + body
    return "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
