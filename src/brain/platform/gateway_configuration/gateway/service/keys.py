"""Public keys by which the gateway is configured from afar: registered and revoked here, by the owner."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jws
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Notice, Recorded, announce
from brain.platform.gateway_configuration.gateway.domain import acts
from brain.platform.gateway_configuration.gateway.models import ConfigurationKeyRow
from brain.platform.identity.contract import Caller


async def all_of(session: AsyncSession) -> Sequence[ConfigurationKeyRow]:
    found = await session.scalars(select(ConfigurationKeyRow).order_by(ConfigurationKeyRow.id.desc()))
    return found.all()


async def add(session: AsyncSession, holder: str, public: str, by: Caller) -> ConfigurationKeyRow:
    """Raises Invalid for no key, Conflict for one that was ever registered: a revoked key stays revoked."""
    jws.public_key(public)
    if await session.scalar(select(ConfigurationKeyRow.id).where(ConfigurationKeyRow.public_key == public)):
        raise Conflict("这把公钥登记过：吊销了的不能再用，请另做一把")
    row = ConfigurationKeyRow(holder=holder, public_key=public, added_by=by.username, added_at=now())
    session.add(row)
    await session.flush()
    await _record(session, row, acts.KEY_ADDED, by)
    await announce(
        session,
        Notice(
            kind="message",
            title=f"登记了配置管理员“{holder}”的公钥",
            title_en=f"A key of “{holder}” may now configure this gateway from afar",
            body=f"指纹 {jws.fingerprint(public)}；不是本厂的人登记的，请立即吊销",
            link="/gateway-configuration",
            scope="gateway_configuration.manage",
        ),
    )
    return row


async def revoke(session: AsyncSession, key_id: int, why: str, by: Caller) -> ConfigurationKeyRow:
    """From now on nothing that it signed is accepted, also what it signed before."""
    row = await session.get(ConfigurationKeyRow, key_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这把公钥")
    if row.revoked_at is None:
        row.revoked_by, row.revoked_at, row.revoked_why = by.username, now(), why
        await _record(session, row, acts.KEY_REVOKED, by)
    return row


async def _record(session: AsyncSession, row: ConfigurationKeyRow, act: Act, by: Caller) -> None:
    details = {"fingerprint": jws.fingerprint(row.public_key)}
    await announce(
        session,
        Recorded(act=act, target=str(row.id), title=row.holder, actor=by.username, details=details),
    )
