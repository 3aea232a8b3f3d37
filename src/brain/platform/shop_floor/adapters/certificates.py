"""Application instance certificates: made, read, told."""

import socket
import uuid
from datetime import timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from brain.kit.clock import now
from brain.platform.shop_floor.domain.certificates import Own, Told

_BITS: Final = 2048  # what all three security policies take
_VALID: Final = timedelta(days=5 * 365)  # a renewal must be trusted anew by the owner of each machine
_SLOW_CLOCK: Final = timedelta(days=1)  # controllers' clocks lag
_NAME: Final = "Industry Brain factory gateway"


def made() -> Own:
    """Signed by itself, for a client (IEC 62541-6, 6.2.2)."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    host = socket.gethostname()[:64] or "gateway"
    uri = f"urn:{host}:industry-brain:gateway:{uuid.uuid4()}"
    name = x509.Name([
        x509.NameAttribute(NameOID.COMMON_NAME, _NAME),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, host),
    ])  # fmt: skip
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=True, data_encipherment=True,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    begin = now() - _SLOW_CLOCK
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + _SLOW_CLOCK + _VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uri), x509.DNSName(host)]),
            critical=False,
        )
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Own(certificate.public_bytes(Encoding.DER), pem, uri)


def uri_of(certificate: x509.Certificate) -> str | None:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return None
    return next(iter(names.get_values_for_type(x509.UniformResourceIdentifier)), None)


def der_of(pem: str) -> bytes:
    """Raises ValueError for what is no certificate."""
    return x509.load_pem_x509_certificate(pem.encode()).public_bytes(Encoding.DER)


def told(der: bytes) -> Told:
    """Raises ValueError for what is no certificate."""
    found = x509.load_der_x509_certificate(der)
    return Told(
        pem=found.public_bytes(Encoding.PEM).decode(),
        subject=found.subject.rfc4514_string()[:500],
        application_uri=uri_of(found),
        thumbprint=found.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303 - what their tools show
        sha256=found.fingerprint(hashes.SHA256()).hex().upper(),
        valid_from=found.not_valid_before_utc,
        valid_until=found.not_valid_after_utc,
    )
