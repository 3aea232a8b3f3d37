"""Digests, message authentication, random tokens and sealing of secrets at rest."""

import hashlib
import hmac
import os
import secrets
from typing import Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


class _BundledSm3:
    """SM3 of the bundled OpenSSL, for interpreters whose own OpenSSL lacks it."""

    def __init__(self) -> None:
        self._hash = hashes.Hash(hashes.SM3())

    def update(self, data: bytes, /) -> None:
        self._hash.update(data)

    def hexdigest(self) -> str:
        return self._hash.copy().finalize().hex()


def sm3_digest() -> Digest:
    """An SM3 (GB/T 32905) in progress; hashlib's releases the interpreter lock on long input."""
    if "sm3" in hashlib.algorithms_available:
        return hashlib.new("sm3")
    return _BundledSm3()


def sm3(data: bytes) -> str:
    digest = sm3_digest()
    digest.update(data)
    return digest.hexdigest()


def hmac_sm3(key: bytes, data: bytes) -> str:
    """HMAC (RFC 2104) over SM3, block size 64 bytes."""
    if len(key) > 64:
        key = bytes.fromhex(sm3(key))
    key = key.ljust(64, b"\0")
    inner = sm3(bytes(b ^ 0x36 for b in key) + data)
    return sm3(bytes(b ^ 0x5C for b in key) + bytes.fromhex(inner))


def same(left: str, right: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())


def token(prefix: str) -> str:
    """A random secret of 256 bits; the prefix lets people and scanners recognise what leaked."""
    return f"{prefix}_{secrets.token_urlsafe(32)}"


class SecretBox:
    """Seals secrets for storage: AES-256-GCM under the node's key, bound to the name of what is sealed."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._cipher = AESGCM(key)

    def seal(self, name: str, secret: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + self._cipher.encrypt(nonce, secret, name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        return self._cipher.decrypt(sealed[:12], sealed[12:], name.encode())

    def derived(self, name: str) -> bytes:
        """A key of its own for `name`: always the same on this node, and telling nothing of any other."""
        return hmac.digest(self._key, name.encode(), "sha256")
