"""An OPC UA server that takes secured connections of clients whose certificates it trusts."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asyncua import Server, ua
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.crypto.truststore import TrustStore
from asyncua.crypto.validator import CertificateValidator, CertificateValidatorOptions

from brain.platform.shop_floor.adapters import certificates
from brain.platform.shop_floor.domain.certificates import Own
from tests.platform.ingestion.servers import HERE, free_port

POLICIES = ("Basic256Sha256", "Aes128Sha256RsaOaep", "Aes256Sha256RsaPss")
USER, PASSWORD = "mes", "口令-s3cret"
EVERY = [
    ua.SecurityPolicyType.NoSecurity,
    ua.SecurityPolicyType.Basic256Sha256_Sign,
    ua.SecurityPolicyType.Basic256Sha256_SignAndEncrypt,
    ua.SecurityPolicyType.Aes128Sha256RsaOaep_Sign,
    ua.SecurityPolicyType.Aes128Sha256RsaOaep_SignAndEncrypt,
    ua.SecurityPolicyType.Aes256Sha256RsaPss_Sign,
    ua.SecurityPolicyType.Aes256Sha256RsaPss_SignAndEncrypt,
]


class Users:
    """Nobody comes in without a name where `names_only`."""

    def __init__(self, *, names_only: bool) -> None:
        self._names_only = names_only

    def get_user(self, _: Any, username: Any = None, password: Any = None, certificate: Any = None) -> Any:
        del certificate
        if username is None and not self._names_only:
            return User(role=UserRole.User)
        known = (username, password) == (USER, PASSWORD)
        return User(role=UserRole.User, name=username) if known else None


@dataclass
class Secured:
    endpoint: str
    port: int
    pem: str


@asynccontextmanager
async def secured(
    folder: Path,
    trusted: Own,
    *,
    port: int | None = None,
    policies: Sequence[ua.SecurityPolicyType] = EVERY,
    names_only: bool = False,
) -> AsyncIterator[Secured]:
    own, chosen = certificates.made(), port or free_port()
    folder.mkdir(exist_ok=True)
    (folder / "client.der").write_bytes(trusted.certificate)
    store = TrustStore([folder], [])
    await store.load()
    options = CertificateValidatorOptions.TRUSTED_VALIDATION | CertificateValidatorOptions.PEER_CLIENT
    server = Server(user_manager=Users(names_only=names_only))  # type: ignore[arg-type]
    await server.init()
    await server.set_application_uri(own.application_uri)
    server.set_endpoint(f"opc.tcp://{HERE}:{chosen}/")
    await server.load_certificate(own.certificate, "der")
    await server.load_private_key(own.key, None, "pem")
    server.set_security_policy(list(policies))
    server.set_certificate_validator(CertificateValidator(options, store))
    await server.nodes.objects.add_variable("ns=2;s=Heat", "2:Heat", 20.5)
    async with server:
        yield Secured(f"opc.tcp://{HERE}:{chosen}/", chosen, certificates.told(own.certificate).pem)
