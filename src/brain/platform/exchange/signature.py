"""The signature of a call: what is signed, how, and the algorithms by name."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brain.kit.crypto import hmac_sm3, same, sm3

DEFAULT_ALGORITHM = "hmac-sm3"

Algorithm = Callable[[bytes, bytes], str]


def _hmac_sha256(key: bytes, data: bytes) -> str:
    return hmac.new(key, data, hashlib.sha256).hexdigest()


ALGORITHMS: Mapping[str, Algorithm] = {DEFAULT_ALGORITHM: hmac_sm3, "hmac-sha256": _hmac_sha256}

EMPTY_DIGEST = sm3(b"")


@dataclass(frozen=True, kw_only=True)
class Signed:
    """One call as it is signed.

    `target` is the path with the query string exactly as sent, percent-encoding and `/sandbox` included;
    `timestamp` milliseconds since 1970 UTC; `digest` the SM3 of the body before any Content-Encoding.
    """

    method: str
    target: str
    timestamp: int
    nonce: str
    digest: str

    def canonical(self) -> bytes:
        return f"{self.method}\n{self.target}\n{self.timestamp}\n{self.nonce}\n{self.digest}".encode()

    def sign(self, sign_key: str, algorithm: str = DEFAULT_ALGORITHM) -> str:
        return ALGORITHMS[algorithm](sign_key.encode(), self.canonical())

    def carries(self, signature: str, sign_key: str, algorithm: str) -> bool:
        return same(self.sign(sign_key, algorithm), signature)
