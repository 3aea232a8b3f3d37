"""Connections to OPC UA servers that are signed or encrypted, with certificates of both sides."""

import asyncio
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from asyncua import ua
from pydantic import ValidationError

from brain.platform.shop_floor.adapters import certificates
from brain.platform.shop_floor.adapters.drivers import opc_ua_channel
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.opc_ua import OpcUaDriver
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import OpcUaAddress
from brain.platform.shop_floor.domain.certificates import Own
from brain.platform.shop_floor.domain.readings import ValueKind
from tests.platform.ingestion.servers import HERE, free_port
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until
from tests.platform.shop_floor.drivers.opc_ua_secured import PASSWORD, POLICIES, USER, Secured, secured

HEAT = OpcUaAddress(node="ns=2;s=Heat")


@pytest.fixture(scope="module")
def own() -> Own:
    return certificates.made()


def settings(server: Secured, **told: Any) -> OpcUaSettings:
    usual = {"mode": "sign_and_encrypt", "server_certificate": server.pem}
    return OpcUaSettings.model_validate({"kind": "opc_ua", "endpoint": server.endpoint} | usual | told)


def driver(server: Secured, own: Own, secret: str | None = None, **told: Any) -> OpcUaDriver:
    return OpcUaDriver(settings(server, **told), secret, own)


async def test_values_come_over_every_secured_channel(tmp_path: Path, own: Own) -> None:
    channels = list(product(["sign", "sign_and_encrypt"], POLICIES))
    sink = Hearing()
    wanted = [Wanted(number=1, address=HEAT, kind=ValueKind.NUMBER, sampling=0.05)]
    async with secured(tmp_path / "trusted", own) as server:
        async with collecting(driver(server, own), wanted, sink):
            await until(lambda: bool(sink.puts))
        found = [
            await driver(server, own, mode=mode, policy=policy).read([HEAT]) for mode, policy in channels
        ]

    assert sink.values(1) == [20.5]
    assert [each[0].value for each in found] == [20.5] * 6


async def test_a_name_and_password_are_asked_for_and_a_wrong_one_is_told(tmp_path: Path, own: Own) -> None:
    async with secured(tmp_path / "trusted", own, names_only=True) as server:
        found = await driver(server, own, PASSWORD, user=USER).read([HEAT])
        with pytest.raises(NotAdmitted, match="用户名或密码不对"):
            await driver(server, own, "wrong", user=USER).read([HEAT])
        with pytest.raises(NotAdmitted, match="匿名）无权"):
            await driver(server, own).read([HEAT])

    assert found[0].value == 20.5


async def test_a_server_is_accepted_by_a_person_and_another_certificate_is_refused(
    tmp_path: Path, own: Own
) -> None:
    port = free_port()
    async with secured(tmp_path / "trusted", own, port=port) as server:
        with pytest.raises(NotAdmitted, match="还没有认可"):
            await driver(server, own, server_certificate=None).read([HEAT])
        shown = await opc_ua_channel.server_certificate(settings(server, server_certificate=None))
        assert (await driver(server, own, server_certificate=shown.pem).read([HEAT]))[0].value == 20.5
    async with secured(tmp_path / "trusted", own, port=port):
        with pytest.raises(NotAdmitted, match="服务器的证书变了"):
            await driver(server, own, server_certificate=shown.pem).read([HEAT])

    assert shown.pem == server.pem
    assert len(shown.thumbprint) == 40
    assert len(shown.sha256) == 64


async def test_a_server_that_does_not_trust_the_gateway_is_told_so(tmp_path: Path, own: Own) -> None:
    async with secured(tmp_path / "trusted", certificates.made()) as server:
        with pytest.raises(NotAdmitted, match="拒绝了本网关的证书"):
            await driver(server, own).read([HEAT])


async def test_what_the_server_does_not_offer_is_told_with_what_it_does(tmp_path: Path, own: Own) -> None:
    offered = [ua.SecurityPolicyType.Basic256Sha256_SignAndEncrypt]
    async with secured(tmp_path / "trusted", own, policies=offered) as server:
        with pytest.raises(NotAdmitted, match="它开放的是：签名并加密 Basic256Sha256"):
            await driver(server, own, policy="Aes256Sha256RsaPss").read([HEAT])
        with pytest.raises(NotAdmitted, match="它开放的是：签名并加密 Basic256Sha256"):
            await driver(server, own, mode="none", server_certificate=None).read([HEAT])


async def test_nobody_there_is_not_reached(own: Own) -> None:
    nowhere = Secured(f"opc.tcp://{HERE}:{free_port()}", 0, certificates.told(own.certificate).pem)
    with pytest.raises(NotReached):
        await driver(nowhere, own).read([HEAT])
    with pytest.raises(NotReached):
        await opc_ua_channel.server_certificate(settings(nowhere))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"user": "mes"}, "没有加密就不送口令"),
        ({"user": "mes", "mode": "sign"}, "没有加密就不送口令"),
        ({"server_certificate": "-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----"}, "PEM"),
        ({"server_certificate": "证书"}, "PEM"),
        ({"policy": "Basic128Rsa15"}, "Basic256Sha256"),
    ],
)
def test_wrong_settings_are_told(told: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        OpcUaSettings.model_validate({"kind": "opc_ua", "endpoint": "opc.tcp://10.0.0.1:4840"} | told)


async def test_a_certificate_made_here_is_for_a_client_and_lasts(own: Own) -> None:
    told = await asyncio.to_thread(certificates.told, own.certificate)

    assert told.application_uri == own.application_uri
    assert (told.valid_until - told.valid_from).days == 5 * 365 + 1
    assert certificates.der_of(told.pem) == own.certificate
