"""Signed texts: JWS compact serialisation (RFC 7515) with EdDSA over Ed25519 (RFC 8037)."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from brain.kit.crypto import sm3
from brain.kit.errors import Invalid


def public_text(key: Ed25519PrivateKey | Ed25519PublicKey) -> str:
    """`x` of the key as JWK: 43 letters."""
    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return encoded(public.public_bytes_raw())


def public_key(text: str) -> Ed25519PublicKey:
    """Raises Invalid for whatever is no key."""
    try:
        return Ed25519PublicKey.from_public_bytes(decoded(text))
    except ValueError as wrong:
        raise Invalid("公钥须是 43 个字符的 Ed25519 公钥（base64url）") from wrong


def fingerprint(public: str) -> str:
    """What two people compare by telephone: five groups of four of the key's SM3."""
    digest = sm3(public.encode())[:20]
    return "-".join(digest[at : at + 4] for at in range(0, 20, 4))


def signed(told: dict[str, Any], key: Ed25519PrivateKey, kind: str) -> str:
    """`kind` is the header's `typ`; its `kid` the public key itself."""
    header = {"alg": "EdDSA", "typ": kind, "kid": public_text(key)}
    head = f"{encoded(_json(header))}.{encoded(_json(told))}"
    return f"{head}.{encoded(key.sign(head.encode()))}"


def claimed(text: str, kind: str) -> tuple[str, dict[str, Any]]:
    """Which key is said to have signed it, and what it says; nothing is believed yet. Raises Invalid."""
    try:
        header, told = (json.loads(decoded(part)) for part in text.split(".")[:2])
        decoded(text.split(".")[2])
    except (ValueError, IndexError, RecursionError) as wrong:
        raise Invalid("不是签名的文件，或传送中残缺") from wrong
    if not isinstance(header, dict) or not isinstance(told, dict) or text.count(".") != 2:
        raise Invalid("不是签名的文件，或传送中残缺")
    if (header.get("alg"), header.get("typ")) != ("EdDSA", kind) or not isinstance(header.get("kid"), str):
        raise Invalid("签名文件的种类不对")
    return header["kid"], told


def check(text: str, public: str) -> None:
    """Raises Invalid unless this key signed it."""
    head, _, signature = text.rpartition(".")
    try:
        public_key(public).verify(decoded(signature), head.encode())
    except (InvalidSignature, ValueError) as wrong:
        raise Invalid("签名不对：内容改动过，或不是这把密钥签的") from wrong


def encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Raises ValueError also for other writings of the same bytes: what is signed has one text."""
    found = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encoded(found) != text:
        raise ValueError("not base64url as RFC 7515 has it")
    return found


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
