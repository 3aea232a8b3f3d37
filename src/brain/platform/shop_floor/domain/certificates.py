"""Certificates of applications as people compare them, and the gateway's own."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Own:
    """The gateway's application instance certificate (IEC 62541-6, 6.2.2) in DER, its key in PEM (PKCS 8)."""

    certificate: bytes = field(repr=False)
    key: bytes = field(repr=False)
    application_uri: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """`thumbprint`: SHA-1 of the whole, which OPC UA applications show; `sha256` likewise; both in hex."""

    pem: str
    subject: str
    application_uri: str | None
    thumbprint: str
    sha256: str
    valid_from: datetime
    valid_until: datetime
