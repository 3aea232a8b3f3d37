"""Sources as people register, change, try and browse them."""

import asyncio
from collections.abc import Awaitable, Sequence
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, Settled, announce
from brain.kit.http import sentence
from brain.kit.node import Node
from brain.platform.shop_floor.adapters.drivers import kinds
from brain.platform.shop_floor.adapters.drivers.driver import Driver, Found, NotReached, Sample
from brain.platform.shop_floor.adapters.drivers.kinds import Settings
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.models import PointRow, SourceRow, SourceStateRow
from brain.platform.shop_floor.queries import sources
from brain.platform.shop_floor.service import certificates
from brain.platform.shop_floor.service.collecting import secret_name

_PATIENCE: Final = 20.0  # seconds that a person waits for a machine
T = TypeVar("T")
Standing = tuple[SourceRow, SourceStateRow | None, int]


def settings_of(told: dict[str, Any]) -> Settings:
    """Settings as the driver of their kind reads them."""
    return kinds.read(told)


def kept_settings(row: SourceRow) -> Settings:
    """As its driver reads them. Raises Invalid for what was kept once and is no longer accepted."""
    try:
        return kinds.read(row.settings)
    except ValidationError as error:
        raise Invalid(f"保存的设置不再合用：{sentence(error.errors()[0])}。请修改设置") from error


async def all_of(session: AsyncSession) -> Sequence[Standing]:
    """With how collecting goes, and the number of points in use."""
    return [
        each for each in await sources.sources(session) if each[0].settings.get("kind") != sources.CALCULATED
    ]


async def get(session: AsyncSession, source_id: int) -> Standing:
    row = await sources.machine(session, source_id)
    points = await sources.points_of(session, source_id)
    return row, await session.get(SourceStateRow, source_id), len(points)


async def add(
    session: AsyncSession, node: Node, name: str, settings: Settings, secret: str | None, by: str
) -> SourceRow:
    await _check_name(session, name, but=None)
    row = SourceRow(
        name=name,
        settings=settings.model_dump(mode="json"),
        sealed_secret=None,
        enabled=True,
        revision=1,
        changed_by=by,
        changed_at=now(),
    )
    session.add(row)
    await session.flush()
    if secret is not None:
        _seal(node, row, secret)
    await record(session, row, acts.SOURCE_ADDED, by)
    return row


async def change(  # noqa: PLR0913, PLR0917 - what is told of a source, and who tells it
    session: AsyncSession, node: Node, source_id: int, name: str,
    settings: Settings, secret: str | None, by: str,
) -> SourceRow:  # fmt: skip
    """Without a new secret the old one stays, unless it would now be sent elsewhere. The kind stays:
    addresses of points are told in its terms."""
    row = await sources.machine(session, source_id, lock=True)
    await _check_name(session, name, but=row.id)
    if row.settings.get("kind") != settings.kind:
        raise Invalid(
            "来源的协议不能改变，请另外登记", [{"loc": "/body/settings/kind", "message": "协议不能改变"}]
        )
    if secret is None and row.sealed_secret is not None:
        _check_destination(row, settings)
    told = settings.model_dump(mode="json")
    if (row.name, row.settings) != (name, told) or secret is not None:
        row.name, row.settings = name, told
        if secret is not None:
            _seal(node, row, secret)
        revise(row, by)
        await record(session, row, acts.SOURCE_CHANGED, by)
    return row


async def switch(session: AsyncSession, source_id: int, by: str, *, on: bool) -> SourceRow:
    """What is off is not collected from, and nobody need care that it is silent."""
    row = await sources.machine(session, source_id, lock=True)
    if row.enabled != on:
        row.enabled = on
        revise(row, by)
        if not on:
            await announce(session, Settled(key=f"shop_floor.source.{row.id}"))
        await record(session, row, acts.SOURCE_SWITCHED_ON if on else acts.SOURCE_SWITCHED_OFF, by)
    return row


async def remove(session: AsyncSession, source_id: int, by: str) -> None:
    """Raises Conflict where it ever had points: what was collected keeps its origin."""
    row = await sources.machine(session, source_id, lock=True)
    if await session.scalar(select(PointRow.number).where(PointRow.source_id == source_id).limit(1)):
        raise Conflict("它有过测点，采到的数据要能追到来源：请改为停用")
    await announce(session, Settled(key=f"shop_floor.source.{row.id}"))
    await record(session, row, acts.SOURCE_REMOVED, by)
    await session.delete(row)


def revise(row: SourceRow, by: str) -> None:
    """The collector starts a source anew when its revision moved."""
    row.revision += 1
    row.changed_by, row.changed_at = by, now()


async def trial(
    session: AsyncSession, node: Node, source_id: int | None, settings: Settings, secret: str | None
) -> Sequence[Found[Any]]:
    """Connect as it is told, without keeping anything; the top of what can be browsed."""
    if secret is None and source_id is not None:
        row = await sources.machine(session, source_id)
        if row.sealed_secret is not None:
            _check_destination(row, settings)
        secret = _secret_of(node, row)
    own = await certificates.own_for(session, node, settings)
    return await _answered(kinds.driver_of(settings, secret, own).browse(None))


async def browse(
    session: AsyncSession, node: Node, source_id: int, under: str | None
) -> Sequence[Found[Any]]:
    row = await sources.machine(session, source_id)
    return await _answered((await _driver(session, node, row)).browse(under))


async def read(
    session: AsyncSession, node: Node, source_id: int, addresses: Sequence[dict[str, Any]]
) -> Sequence[Sample]:
    """Present values, in the order asked."""
    row = await sources.machine(session, source_id)
    settings = kept_settings(row)
    told = [address_of(settings.kind, each, f"/body/addresses/{at}") for at, each in enumerate(addresses)]
    return await _answered((await _driver(session, node, row)).read(told))


def address_of(kind: str, address: dict[str, Any], place: str) -> Any:
    """As the driver reads it. Raises Invalid at `place`."""
    try:
        return kinds.address_of(kind, address)
    except kinds.WrongAddress as error:
        message = f"地址不对：{error}"
        raise Invalid(message, [{"loc": f"{place}/{error.place}".rstrip("/"), "message": message}]) from error


async def record(session: AsyncSession, row: SourceRow, act: Act, by: str, **details: Any) -> None:
    await announce(session, Recorded(act=act, target=str(row.id), title=row.name, actor=by, details=details))


async def _answered(question: Awaitable[T]) -> T:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await question
    except TimeoutError as error:
        raise NotReached("对方太久没有答复，请检查地址、网线和设备是否开机") from error


async def _check_name(session: AsyncSession, name: str, *, but: int | None) -> None:
    holder = await session.scalar(select(SourceRow.id).where(SourceRow.name == name))
    if holder is not None and holder != but:
        raise Invalid("来源名称重复", [{"loc": "/body/name", "message": f"名称“{name}”已被占用"}])


def _check_destination(row: SourceRow, after: Settings) -> None:
    try:
        before = kinds.destination(kept_settings(row))
    except Invalid:
        before = {}
    if before != kinds.destination(after):
        raise Invalid(
            "连接的对方变了，须重新填写密码或密钥",
            [{"loc": "/body/secret", "message": "原来的密钥不送往别处"}],
        )


def _seal(node: Node, row: SourceRow, secret: str) -> None:
    row.sealed_secret = node.secrets.seal(secret_name(row.id), secret.encode())


async def _driver(session: AsyncSession, node: Node, row: SourceRow) -> Driver[Any]:
    settings = kept_settings(row)
    own = await certificates.own_for(session, node, settings)
    return kinds.driver_of(settings, _secret_of(node, row), own)


def _secret_of(node: Node, row: SourceRow) -> str | None:
    if row.sealed_secret is None:
        return None
    return node.secrets.open(secret_name(row.id), row.sealed_secret).decode()
