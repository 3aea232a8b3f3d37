"""The gateway's own certificate, and those that machines show."""

import asyncio
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now
from brain.kit.errors import Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.shop_floor.adapters import certificates
from brain.platform.shop_floor.adapters.drivers import kinds, opc_ua_channel
from brain.platform.shop_floor.adapters.drivers.kinds import Settings
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.domain.certificates import Own, Told
from brain.platform.shop_floor.models import CertificateRow
from brain.platform.shop_floor.queries import sources

_ONLY: Final = 1
WARNED: Final = timedelta(days=30)
_TODO: Final = "shop_floor.certificate"
_SECRET: Final = "shop_floor.certificate"  # noqa: S105 - the name under which it is sealed


async def own(session: AsyncSession, node: Node) -> Own:
    """Made the first time that anybody asks for it."""
    row = await session.get(CertificateRow, _ONLY)
    if row is None:
        made = _shape(node, await asyncio.to_thread(certificates.made), by=None)
        await session.execute(insert(CertificateRow).values(**made).on_conflict_do_nothing())
        row = await session.get_one(CertificateRow, _ONLY)
    key = node.secrets.open(_SECRET, row.sealed_key)
    return Own(row.certificate, key, row.application_uri)


async def own_for(session: AsyncSession, node: Node, settings: Settings) -> Own | None:
    """None where the connection needs none."""
    return await own(session, node) if kinds.is_secured(settings) else None


async def see(session: AsyncSession, node: Node) -> Told:
    return certificates.told((await own(session, node)).certificate)


async def renew(session: AsyncSession, node: Node, by: str) -> Told:
    """A new key as well. Sources that show it are collected from anew; their servers must trust it first."""
    made = _shape(node, await asyncio.to_thread(certificates.made), by=by)
    new = {name: value for name, value in made.items() if name != "id"}
    await session.execute(
        insert(CertificateRow).values(**made).on_conflict_do_update(index_elements=["id"], set_=new)
    )
    for row in await sources.enabled(session):
        if row.settings.get("mode", "none") != "none":
            row.revision += 1
    found = certificates.told(made["certificate"])
    told = Recorded(
        act=acts.CERTIFICATE_RENEWED, target=found.thumbprint, title=found.thumbprint, actor=by, details={}
    )
    await announce(session, told)
    await announce(session, Settled(key=_TODO))
    return found


async def watch(session: AsyncSession) -> None:
    """A to-do from 30 days before the certificate ends, while any source in use shows it."""
    row = await session.get(CertificateRow, _ONLY)
    secured = [each for each in await sources.enabled(session) if each.settings.get("mode", "none") != "none"]
    if row is None or not secured:
        await announce(session, Settled(key=_TODO))
        return
    ends = certificates.told(row.certificate).valid_until
    if ends - now() > WARNED:
        await announce(session, Settled(key=_TODO))
        return
    day = ends.astimezone(BEIJING).date().isoformat()
    notice = Notice(
        kind="todo",
        title=f"网关的 OPC UA 证书 {day} 到期，加密的来源届时中断",
        title_en=f"The gateway's OPC UA certificate ends on {day}; secured sources stop then",
        body="在来源的“修改设置”里更换证书，下载新的放进每台服务器信任的证书里",
        link=f"/shop-floor/sources/{secured[0].id}",
        scope="shop_floor.configure",
        key=_TODO,
        due_at=ends,
    )
    await announce(session, notice)


async def of_server(settings: Settings) -> Told:
    """What the server shows now. Raises Invalid where the protocol has none."""
    if not isinstance(settings, OpcUaSettings):
        raise Invalid(
            "只有 OPC UA 来源要认可证书", [{"loc": "/body/settings/kind", "message": "不是 OPC UA"}]
        )
    return await opc_ua_channel.server_certificate(settings)


def _shape(node: Node, made: Own, by: str | None) -> dict[str, Any]:
    return {
        "id": _ONLY,
        "certificate": made.certificate,
        "sealed_key": node.secrets.seal(_SECRET, made.key),
        "application_uri": made.application_uri,
        "made_by": by,
        "made_at": now(),
    }
