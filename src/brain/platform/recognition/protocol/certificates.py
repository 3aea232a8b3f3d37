"""Certificates as signed texts: JWS compact serialisation (RFC 7515) with EdDSA (RFC 8037)."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from brain.kit.errors import Invalid
from brain.kit.node import Node

_HEADER: Final = {"alg": "EdDSA", "typ": "JWT"}


def signing_key(node: Node) -> Ed25519PrivateKey:
    """The centre's own: always the same on this node."""
    return Ed25519PrivateKey.from_private_bytes(node.secrets.derived("recognition.certificates"))


def public_text(key: Ed25519PrivateKey) -> str:
    """`x` of the key as JWK."""
    return _encoded(key.public_key().public_bytes_raw())


def signed(told: dict[str, Any], key: Ed25519PrivateKey) -> str:
    head = f"{_encoded(_json(_HEADER))}.{_encoded(_json(told))}"
    return f"{head}.{_encoded(key.sign(head.encode()))}"


def read(text: str, public: str) -> dict[str, Any]:
    """What was signed. Raises Invalid for what this key has not signed, or that is no certificate."""
    try:
        head, _, signature = text.rpartition(".")
        Ed25519PublicKey.from_public_bytes(_decoded(public)).verify(_decoded(signature), head.encode())
        header, told = (json.loads(_decoded(part)) for part in head.split("."))
    except (InvalidSignature, ValueError) as wrong:
        raise Invalid("证书的签名不对，可能被改动") from wrong
    if header != _HEADER or not isinstance(told, dict):
        raise Invalid("不是证书")
    return told


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    """Raises ValueError also for other writings of the same bytes: a certificate has one text."""
    found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _encoded(found) != text:
        raise ValueError("not base64url as RFC 7515 has it")
    return found
