"""HTTP message signatures (RFC 9421, Ed25519) over requests and over the answers to them.

A request covers method, path, query and the digest of its body (RFC 9530); an answer covers its status, its
body and the signature of the request that it answers, so that nobody can tell a gateway that its data
arrived. The host is left out: a reverse proxy may change it.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cryptography.exceptions import InvalidSignature as InvalidKeySignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    InvalidSignature,
    algorithms,
)
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from brain.kit.crypto import sm3
from brain.kit.errors import Invalid, Unauthenticated

TAG: Final = "factory-link"
OLDEST: Final = timedelta(minutes=5)
AHEAD: Final = timedelta(minutes=5)
_REQUEST: Final = ("@method", "@path", "@query", "content-digest")
_ANSWER: Final = ("@status", "content-digest", '"signature";req')


class SignatureRefused(Unauthenticated):
    """The signature is missing, wrong, or by a key that is not the sender's."""

    code = "signature_refused"


class ClockOff(Unauthenticated):
    """The signature is good but of another time; `now` in the details is ours."""

    code = "clock_off"


@dataclass(frozen=True)
class Message:
    """A request, or an answer to one, as the library wants to see it."""

    headers: dict[str, str]
    method: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Answer:
    headers: dict[str, str]
    status_code: int
    request: Message


@dataclass(frozen=True)
class _Private(HTTPSignatureKeyResolver):
    key: Ed25519PrivateKey = field(repr=False)

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return self.key


@dataclass(frozen=True)
class _Public(HTTPSignatureKeyResolver):
    key: Ed25519PublicKey

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        return self.key


def new_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def private_bytes(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes_raw()


def private_key(raw: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(raw)


def public_text(key: Ed25519PrivateKey | Ed25519PublicKey) -> str:
    """Base64 of the 32 bytes of the public key (RFC 8032)."""
    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return base64.b64encode(public.public_bytes_raw()).decode()


def public_key(text: str) -> Ed25519PublicKey:
    """Raises Invalid for whatever is not the base64 of a key."""
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except ValueError as error:
        raise Invalid("公钥须是 32 字节的 Ed25519 公钥（base64）") from error


def check_number(gateway: str, brain: str, code: str) -> str:
    """Six digits that both sides show after enrolment: alike only if nobody stood between them.

    `gateway` and `brain` are public keys as text, `code` the one-time code of the invitation.
    """
    return str(int(sm3(f"{gateway}\n{brain}\n{code}".encode()), 16) % 1_000_000).zfill(6)


def sign(
    message: Message | Answer, key: Ed25519PrivateKey, key_id: str, body: bytes, at: datetime | None = None
) -> None:
    """Adds the headers Content-Digest, Signature-Input and Signature to the message."""
    signer: Any = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=_Private(key))
    signer.sign(
        message,
        key_id=key_id,
        created=at or datetime.now(UTC),
        tag=TAG,
        body=body,
        covered_component_ids=_ANSWER if isinstance(message, Answer) else _REQUEST,
    )


def key_id_of(headers: Mapping[str, str]) -> str:
    """Who claims to have signed; nothing is checked yet. Raises SignatureRefused where nobody does."""
    import http_sf  # noqa: PLC0415 - loads only where messages are received

    try:
        parsed: Any = http_sf.parse(headers["signature-input"].encode(), tltype="dictionary")
        (member,) = parsed.values()
        key_id = member[1]["keyid"]
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise SignatureRefused("请求没有签名，或签名写法不对") from error
    if not isinstance(key_id, str):
        raise SignatureRefused("签名没有写明密钥编号")
    return key_id


def verify(
    message: Message | Answer,
    key: Ed25519PublicKey,
    body: bytes,
    now: datetime | None = None,
) -> None:
    """Raises SignatureRefused or, where all is right but the time, ClockOff."""
    verifier: Any = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=_Public(key))
    verifier.max_clock_skew = timedelta(days=36500)  # the time is judged below, apart from the signature
    try:
        (result,) = verifier.verify(message, max_age=None, expect_tag=TAG, body=body)
    except (InvalidSignature, HTTPMessageSignaturesException, ValueError) as error:
        raise SignatureRefused("签名不对：内容在途中改动过，或不是由约定的密钥签名") from error
    wanted = _ANSWER if isinstance(message, Answer) else _REQUEST
    covered = {component.replace('"', "") for component in result.covered_components}
    if not {component.replace('"', "") for component in wanted} <= covered:
        raise SignatureRefused("签名没有覆盖方法、路径、查询和正文")
    at = now or datetime.now(UTC)
    created = datetime.fromtimestamp(result.parameters["created"], UTC)
    if not at - OLDEST <= created <= at + AHEAD:
        raise ClockOff("签名的时间与本机相差超过 5 分钟：请校时", now=at.isoformat())


def proof(key: Ed25519PrivateKey, of: bytes) -> str:
    """Base64 of the key's signature."""
    return base64.b64encode(key.sign(of)).decode()


def check_proof(public: str, told: str, of: bytes) -> None:
    """Raises SignatureRefused unless `told` is the signature of `of` by this key."""
    try:
        public_key(public).verify(base64.b64decode(told, validate=True), of)
    except (InvalidKeySignature, ValueError) as error:
        raise SignatureRefused("没有证明持有新密钥") from error
