"""The gateway's certificate and those of servers over HTTP."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from sqlalchemy import select

from brain.kit.clock import BEIJING, now
from brain.platform.portal.models import NoticeRow
from brain.platform.shop_floor.domain.certificates import Own
from brain.platform.shop_floor.models import CertificateRow, SourceRow
from brain.platform.shop_floor.service import certificates
from tests.conftest import RunningNode
from tests.platform.shop_floor.drivers.opc_ua_secured import PASSWORD, USER, Secured, secured
from tests.platform.shop_floor.test_collecting import collected, until, values

URL = "/api/shop-floor"


def settings(server: Secured, **told: object) -> dict[str, object]:
    usual = {"kind": "opc_ua", "endpoint": server.endpoint, "mode": "sign_and_encrypt", "user": USER}
    return usual | told


async def test_a_server_that_trusts_the_downloaded_certificate_is_accepted_tried_and_kept(
    gateway: RunningNode, tmp_path: Path
) -> None:
    engineer = await gateway.person("shop_floor.see", "shop_floor.configure")
    file = await engineer.get(f"{URL}/certificate/file")
    async with secured(tmp_path / "trusted", Own(file.content, b"", ""), names_only=True) as server:
        shown = await engineer.post(f"{URL}/sources/server-certificate", json={"settings": settings(server)})
        accepted = settings(server, serverCertificate=shown.json()["pem"])
        unaccepted = await engineer.post(
            f"{URL}/sources/trial", json={"settings": settings(server), "secret": PASSWORD}
        )
        tried = await engineer.post(f"{URL}/sources/trial", json={"settings": accepted, "secret": PASSWORD})
        told = {"name": "硫化机", "settings": accepted, "secret": PASSWORD}
        made = await engineer.post(f"{URL}/sources", json=told)
        read = await engineer.post(
            f"{URL}/sources/{made.json()['id']}/samples", json={"addresses": [{"node": "ns=2;s=Heat"}]}
        )
        other = settings(server, serverCertificate=(await engineer.get(f"{URL}/certificate")).json()["pem"])
        swapped = await engineer.put(
            f"{URL}/sources/{made.json()['id']}", json=told | {"settings": other, "secret": None}
        )

    assert file.headers["content-type"] == "application/pkix-cert"
    assert shown.json()["pem"] == server.pem
    assert (unaccepted.status_code, unaccepted.json()["code"]) == (409, "source_not_admitted")
    assert tried.status_code == 200
    assert "Heat" in [each["name"] for each in tried.json()]
    assert read.json()[0]["value"] == 20.5
    assert swapped.json()["fields"][0]["loc"] == "/body/secret"


async def test_the_certificate_stays_until_it_is_renewed_and_its_key_is_sealed(gateway: RunningNode) -> None:
    engineer = await gateway.person("shop_floor.see", "shop_floor.configure")
    endpoint = {"kind": "opc_ua", "endpoint": "opc.tcp://127.0.0.1:1"}
    for name, mode in (("加密", "sign"), ("不加密", "none")):
        told = {"name": name, "settings": endpoint | {"mode": mode}}
        assert (await engineer.post(f"{URL}/sources", json=told)).status_code == 201

    first, again = [(await engineer.get(f"{URL}/certificate")).json() for _ in range(2)]
    renewed = (await engineer.post(f"{URL}/certificate/renewal")).json()
    file = await engineer.get(f"{URL}/certificate/file")
    async with gateway.node.database.transaction() as session:
        row = await session.get_one(CertificateRow, 1)
        revisions = [(await session.get_one(SourceRow, number)).revision for number in (1, 2)]

    assert first == again
    assert renewed["thumbprint"] != first["thumbprint"]
    assert x509.load_der_x509_certificate(file.content).serial_number
    assert renewed["sha256"] == (await engineer.get(f"{URL}/certificate")).json()["sha256"]
    assert b"PRIVATE KEY" not in row.sealed_key
    assert revisions == [2, 1]


async def test_collecting_shows_the_certificate_and_is_refused_once_it_was_renewed(
    gateway: RunningNode, tmp_path: Path
) -> None:
    engineer = await gateway.person("shop_floor.see", "shop_floor.configure")
    file = await engineer.get(f"{URL}/certificate/file")
    async with secured(tmp_path / "trusted", Own(file.content, b"", ""), names_only=True) as server:
        accepted = settings(server, serverCertificate=server.pem)
        told = {"name": "硫化机", "settings": accepted, "secret": PASSWORD}
        number = (await engineer.post(f"{URL}/sources", json=told)).json()["id"]
        point = {"title": "温度", "kind": "number", "address": {"node": "ns=2;s=Heat"}}
        await engineer.post(f"{URL}/sources/{number}/points", json={"points": [point]})

        async def state() -> tuple[str, str]:
            found = (await engineer.get(f"{URL}/sources/{number}")).json()
            return found["state"], found["problem"] or ""

        async def runs() -> bool:
            return (await state())[0] == "running"

        async def refused() -> bool:
            return (await state())[0] == "refused"

        async with collected(gateway):
            await until(runs)
            await engineer.post(f"{URL}/certificate/renewal")
            await until(refused, 30)
        kept = await values(gateway)

    assert kept == [20.5]
    assert "拒绝了本网关的证书" in (await state())[1]


async def test_only_opc_ua_servers_show_certificates(gateway: RunningNode) -> None:
    engineer = await gateway.person("shop_floor.see", "shop_floor.configure")
    answer = await engineer.post(
        f"{URL}/sources/server-certificate", json={"settings": {"kind": "modbus_tcp", "host": "10.0.0.1"}}
    )

    assert (answer.status_code, answer.json()["fields"][0]["loc"]) == (422, "/body/settings/kind")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/certificate"),
        ("GET", "/certificate/file"),
        ("POST", "/certificate/renewal"),
        ("POST", "/sources/server-certificate"),
    ],
)
async def test_certificates_are_the_engineers(gateway: RunningNode, method: str, path: str) -> None:
    planner = await gateway.person("shop_floor.see")
    body = {"settings": {"kind": "opc_ua", "endpoint": "opc.tcp://127.0.0.1:1"}}
    unknown = await gateway.client()

    assert (await planner.request(method, URL + path, json=body)).status_code == 403
    assert (await unknown.request(method, URL + path, json=body)).status_code == 401


async def test_a_certificate_about_to_end_is_a_todo_until_it_is_renewed(
    gateway: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    engineer = await gateway.person("shop_floor.see", "shop_floor.configure")
    told = {"kind": "opc_ua", "endpoint": "opc.tcp://127.0.0.1:1", "mode": "sign"}
    await engineer.post(f"{URL}/sources", json={"name": "加密", "settings": told})
    ends = datetime.fromisoformat((await engineer.get(f"{URL}/certificate")).json()["validUntil"])

    async def todos(at: datetime) -> list[str]:
        monkeypatch.setattr(certificates, "now", lambda: at)
        async with gateway.node.database.transaction() as session:
            await certificates.watch(session)
            found = await session.scalars(
                select(NoticeRow.title).where(NoticeRow.kind == "todo", NoticeRow.done_at.is_(None))
            )
            return list(found)

    early, late = await todos(ends - timedelta(days=31)), await todos(ends - timedelta(days=29))
    monkeypatch.undo()
    await engineer.post(f"{URL}/certificate/renewal")

    assert early == []
    assert [f"{ends.astimezone(BEIJING):%Y-%m-%d}" in each for each in late] == [True]
    assert await todos(now()) == []
