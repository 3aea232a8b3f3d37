"""Connections to an OPC UA server: how they are secured, with whom, and why one was refused."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final, Literal, Self

from pydantic import Field, field_validator, model_validator

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters import certificates
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached
from brain.platform.shop_floor.domain.certificates import Own, Told

if TYPE_CHECKING:  # asyncua takes half a second to import: only who uses it pays
    from asyncua import Client, ua

PATIENCE: Final = 8.0  # seconds for one answer
_MODES: Final = {"none": 1, "sign": 2, "sign_and_encrypt": 3}  # IEC 62541-4, 7.20
_SAID: Final = {"none": "无", "sign": "签名", "sign_and_encrypt": "签名并加密"}
_REFUSED: Final = {
    "BadUserAccessDenied": "用户名或密码不对，或该用户（不填为匿名）无权登录",
    "BadIdentityTokenRejected": "服务器不接受这种登录方式，请改用户名与密码，或改为匿名",
    "BadIdentityTokenInvalid": "服务器不接受这种登录方式，请改用户名与密码，或改为匿名",
}
_UNTRUSTED: Final = {
    "BadCertificateUntrusted", "BadSecurityChecksFailed", "BadCertificateUseNotAllowed",
    "BadCertificateInvalid", "BadCertificateTimeInvalid", "BadCertificateUriInvalid",
    "BadCertificateChainIncomplete", "BadCertificateHostNameInvalid", "BadApplicationSignatureInvalid",
}  # fmt: skip


class OpcUaSettings(Schema):
    """OPC UA 服务器。没有加密就不送口令：填了用户名，须选“签名并加密”。"""

    kind: Literal["opc_ua"]
    endpoint: str = Field(
        max_length=500, pattern=r"^opc\.tcp://[^/@\s]+(/\S*)?$", description="如 opc.tcp://192.168.1.10:4840"
    )
    mode: Literal["none", "sign", "sign_and_encrypt"] = Field(
        "none", description="不选“无”时，双方都要先认可对方的证书"
    )
    policy: Literal["Basic256Sha256", "Aes128Sha256RsaOaep", "Aes256Sha256RsaPss"] = Field(
        "Basic256Sha256", description="须是服务器开放的；安全模式为“无”时不用"
    )
    user: str | None = Field(None, max_length=200, description="用户名；不填为匿名")
    server_certificate: str | None = Field(
        None, max_length=20_000, description="认可的服务器证书（PEM），由“取服务器的证书”填入"
    )

    @field_validator("server_certificate")
    @classmethod
    def _is_certificate(cls, told: str | None) -> str | None:
        if told:
            try:
                certificates.der_of(told)
            except ValueError as error:
                raise ValueError("不是 PEM 格式的证书") from error
        return told or None

    @model_validator(mode="after")
    def _no_password_in_clear(self) -> Self:
        if self.user and self.mode != "sign_and_encrypt":
            raise ValueError("没有加密就不送口令：填了用户名，安全模式须选“签名并加密”")
        return self


@asynccontextmanager
async def connected(settings: OpcUaSettings, secret: str | None, own: Own | None) -> AsyncIterator["Client"]:
    """Raises NotReached and NotAdmitted, also for what fails while the connection is used."""
    from asyncua import ua  # noqa: PLC0415 - see above

    client = _client(settings.endpoint)
    try:
        async with asyncio.timeout(2 * PATIENCE):
            await _secure(client, settings, secret, own)
            try:
                await client.connect(auto_reconnect=False)
            except (OSError, TimeoutError, ua.UaError) as error:
                raise await _why_not(settings, error) or error from error
        yield client
    except ua.UaStatusCodeError as error:
        raise _refusal(error) from error
    except (OSError, TimeoutError, ua.UaError) as error:
        raise NotReached("服务器没有回答，请检查地址、端口和网络，以及它是否是 OPC UA 服务器") from error
    finally:
        with suppress(OSError, TimeoutError, ua.UaError):
            await asyncio.wait_for(client.disconnect(), 2.0)


async def server_certificate(settings: OpcUaSettings) -> Told:
    """The one that the server shows, for a person to compare. Raises NotReached and NotAdmitted."""
    from asyncua import ua  # noqa: PLC0415 - see above

    try:
        async with asyncio.timeout(2 * PATIENCE):
            shown = _shown(await _endpoints(settings.endpoint), settings)
    except (OSError, TimeoutError, ua.UaError) as error:
        raise NotReached("服务器没有回答，请检查地址、端口和网络，以及它是否是 OPC UA 服务器") from error
    if shown is None:
        raise NotAdmitted("服务器没有证书：请在服务器上开放签名或加密的安全策略")
    try:
        return certificates.told(shown)
    except ValueError as error:
        raise NotAdmitted("服务器出示的证书读不懂") from error


def _client(endpoint: str) -> "Client":
    from asyncua import Client  # noqa: PLC0415 - see above

    client = Client(endpoint, timeout=PATIENCE, watchdog_intervall=PATIENCE)
    client.session_timeout = 60_000  # ms; what a lost session keeps of the server's places
    return client


async def _secure(client: "Client", settings: OpcUaSettings, secret: str | None, own: Own | None) -> None:
    if settings.mode == "none":
        return
    from asyncua import ua  # noqa: PLC0415 - see above
    from asyncua.crypto import security_policies  # noqa: PLC0415 - see above
    from asyncua.crypto.uacrypto import CertProperties  # noqa: PLC0415 - see above

    if settings.server_certificate is None:
        raise NotAdmitted("还没有认可服务器的证书：请在设置里“取服务器的证书”，核对指纹后认可")
    if own is None:
        raise RuntimeError("a secured connection needs the gateway's own certificate")
    client.name = client.description = "Industry Brain factory gateway"
    client.application_uri = own.application_uri
    await client.set_security(
        getattr(security_policies, f"SecurityPolicy{settings.policy}"),
        CertProperties(own.certificate, "der"),
        CertProperties(own.key, "pem"),
        server_certificate=CertProperties(certificates.der_of(settings.server_certificate), "der"),
        mode=ua.MessageSecurityMode(_MODES[settings.mode]),
    )
    if settings.user:
        client.set_user(settings.user)
        client.set_password(secret or "")


async def _endpoints(endpoint: str) -> "Sequence[ua.EndpointDescription]":
    """What the server says of itself to everybody, without security (IEC 62541-4, 5.5.4)."""
    return await _client(endpoint).connect_and_get_server_endpoints()


def _shown(endpoints: "Sequence[ua.EndpointDescription]", settings: OpcUaSettings) -> bytes | None:
    """The first certificate of the chain, of the endpoint that is wanted if there is one."""
    wanted = [each for each in endpoints if _is_wanted(each, settings)]
    for each in (*wanted, *endpoints):
        chain = each.ServerCertificate
        if chain:
            return bytes(chain[: int.from_bytes(chain[2:4], "big") + 4])
    return None


def _is_wanted(endpoint: "ua.EndpointDescription", settings: OpcUaSettings) -> bool:
    policy = "None" if settings.mode == "none" else settings.policy
    mode, uri = int(endpoint.SecurityMode), endpoint.SecurityPolicyUri or ""
    return mode == _MODES[settings.mode] and uri.endswith(f"#{policy}")


async def _why_not(settings: OpcUaSettings, error: Exception) -> NotAdmitted | NotReached | None:
    """Asked of the server once more without security: a secured channel that fails tells little itself."""
    from asyncua import ua  # noqa: PLC0415 - see above
    from asyncua.ua.status_codes import get_name_and_doc  # noqa: PLC0415 - see above

    name = get_name_and_doc(error.code)[0] if isinstance(error, ua.UaStatusCodeError) else ""
    if name in _REFUSED:
        return None
    try:
        endpoints = await _endpoints(settings.endpoint)
    except (OSError, TimeoutError, ua.UaError):
        return None
    if not any(_is_wanted(each, settings) for each in endpoints):
        offered = "；".join(dict.fromkeys(_offer(each) for each in endpoints)) or "没有"
        return NotAdmitted(f"服务器不开放所选的安全模式与策略。它开放的是：{offered}")
    if settings.mode == "none" or settings.server_certificate is None:
        return None
    shown = _shown(endpoints, settings)
    if shown != certificates.der_of(settings.server_certificate):
        return NotAdmitted(
            "服务器的证书变了，不是认可过的那一张，已拒绝连接。服务器换过证书的，请重新取来核对后认可；"
            "没有换过的，可能有人冒充"
        )
    if name in _UNTRUSTED or not isinstance(error, ua.UaStatusCodeError):
        return NotAdmitted("服务器拒绝了本网关的证书：请下载本网关的证书，放进服务器信任的证书里")
    return None


def _offer(endpoint: "ua.EndpointDescription") -> str:
    mode = next((name for name, code in _MODES.items() if code == int(endpoint.SecurityMode)), "none")
    policy = (endpoint.SecurityPolicyUri or "").rpartition("#")[2][:60]
    return _SAID[mode] if mode == "none" else f"{_SAID[mode]} {policy}"


def _refusal(error: "ua.UaStatusCodeError") -> NotAdmitted | NotReached:
    from asyncua.ua.status_codes import get_name_and_doc  # noqa: PLC0415 - see above

    name = get_name_and_doc(error.code)[0]
    if name in _REFUSED:
        return NotAdmitted(_REFUSED[name])
    return NotReached(f"服务器中断了连接或拒绝了请求（{name}）")
