"""Certificates as signed texts (`kit.jws`), by the centre's own key."""

from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit import jws
from brain.kit.node import Node

_KIND: Final = "morning-star-certificate+jwt"


def signing_key(node: Node) -> Ed25519PrivateKey:
    """The centre's own: always the same on this node."""
    return Ed25519PrivateKey.from_private_bytes(node.secrets.derived("recognition.certificates"))


def signed(told: dict[str, Any], key: Ed25519PrivateKey) -> str:
    return jws.signed(told, key, _KIND)


def read(text: str, public: str) -> dict[str, Any]:
    """What was signed. Raises Invalid for what this key has not signed, or that is no certificate."""
    _, told = jws.claimed(text, _KIND)
    jws.check(text, public)
    return told
