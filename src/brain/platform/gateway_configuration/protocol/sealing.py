"""Secrets on their way to a gateway: HPKE (RFC 9180, base mode, X25519), readable by the gateway only.

Each is bound to the document and the source for which it was sealed.
"""

from base64 import urlsafe_b64encode
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from brain.kit.errors import Invalid
from brain.kit.jws import decoded, encoded

_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def public_text(key: X25519PrivateKey) -> str:
    return urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode()


def seal(secret: str, sealing_key: str, gateway: str, number: int, source: str) -> str:
    """Raises Invalid for whatever is no sealing key."""
    try:
        public = X25519PublicKey.from_public_bytes(decoded(sealing_key))
    except ValueError as wrong:
        raise Invalid("网关的加密公钥不对：请从网关的“远程配置”重新取底稿") from wrong
    return encoded(_SUITE.encrypt(secret.encode(), public, _bound(gateway, number, source)))


def open_sealed(sealed: str, key: X25519PrivateKey, gateway: str, number: int, source: str) -> str:
    """Raises Invalid where it was not sealed for this gateway, document and source."""
    try:
        return _SUITE.decrypt(decoded(sealed), key, _bound(gateway, number, source)).decode()
    except (InvalidTag, ValueError) as wrong:
        raise Invalid(f"来源“{source}”的密码解不开：它不是为这台网关、这份配置加密的") from wrong


def _bound(gateway: str, number: int, source: str) -> bytes:
    return f"gateway-configuration\n{gateway}\n{number}\n{source}".encode()
