"""What an enrolled gateway may do: tell its catalogue, its health, and send batches, each exactly once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.clock import now
from brain.kit.events import Notice, Recorded, announce
from brain.kit.series import Block, Columns
from brain.platform.factory_link.brain.domain import acts
from brain.platform.factory_link.brain.domain.stages import CatalogueNeeded, ChainBroken, NotActive, Stage
from brain.platform.factory_link.brain.models import FactoryRow, ReceivedRow
from brain.platform.factory_link.brain.queries import catalogue as catalogues
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import (
    BatchAnswer,
    BatchHeader,
    CatalogueTold,
    Granularity,
    HealthTold,
    PartTold,
    PositionAnswer,
)

EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD: Final = timedelta(days=1)
_SECOND: Final = 1_000_000


def position(factory: FactoryRow) -> PositionAnswer:
    state = Stage(factory.state)
    return PositionAnswer.model_validate(
        {
            "state": "revoked" if state is Stage.INVITED else state.value,
            "last": factory.last,
            "chain": factory.chain,
            "catalogue": factory.catalogue,
            "reason": factory.reason,
        }
    )


def in_use(factory: FactoryRow) -> None:
    if Stage(factory.state) is not Stage.ACTIVE:
        raise NotActive("链接没有启用：尚未确认、已停用或已吊销", state=factory.state)


async def take_catalogue(session: AsyncSession, factory: FactoryRow, told: CatalogueTold) -> None:
    """An older revision than the known one changes nothing."""
    if told.revision <= factory.catalogue:
        return
    await catalogues.replace(session, factory.id, told, now())
    factory.catalogue = told.revision
    await announce(
        session,
        Recorded(
            act=acts.CONSENTS_CHANGED,
            target=factory.id,
            title=factory.title,
            actor=f"factory:{factory.id}",
            actor_name=factory.title,
            details={"revision": told.revision, "points": len(told.points), "consents": len(told.consents)},
        ),
    )


def take_health(factory: FactoryRow, told: HealthTold) -> None:
    factory.health, factory.seen_at = told.model_dump(mode="json"), now()


@dataclass(frozen=True)
class _Taken:
    """What of a batch was allowed, packed again where something was not."""

    body: bytes
    points: int
    refused: int
    first_at: int | None
    last_at: int | None


async def take_batch(session: AsyncSession, factory: FactoryRow, body: bytes) -> BatchAnswer | ChainBroken:
    """Raises CatalogueNeeded, Invalid. The same batch again gets the same answer. A chain that is broken is
    returned, not raised: the link is suspended at once."""
    header, parts = batches.read(body)
    chain = batches.chained(header.previous, body)
    if chain == factory.chain:
        return BatchAnswer(last=factory.last, chain=chain, points=0, refused=0)
    if header.previous != factory.chain or header.first <= factory.last or header.last < header.first:
        return await _suspend(session, factory)
    if header.catalogue > factory.catalogue:
        raise CatalogueNeeded("请先告知测点与同意书", known=factory.catalogue)
    taken = _allowed(body, header, parts, await catalogues.allowed(session, factory.id, now()))
    session.add(_received(factory, header, taken))
    factory.last, factory.chain, factory.seen_at = header.last, chain, now()
    return BatchAnswer(last=header.last, chain=chain, points=taken.points, refused=taken.refused)


async def _suspend(session: AsyncSession, factory: FactoryRow) -> ChainBroken:
    why = "批次接不上已收到的：可能另有一台网关在用同一密钥，或网关是由旧备份恢复的"
    factory.state, factory.reason = Stage.SUSPENDED, why
    await announce(
        session, Recorded(act=acts.SUSPENDED, target=factory.id, title=factory.title, details={"reason": why})
    )
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"工厂“{factory.title}”的链接已自动停用：疑有两台网关",
            title_en=f"The link of “{factory.title}” was suspended: two gateways may use one key",
            body=why + "。与工厂核实后恢复，或吊销后重新接入",
            link=f"/factory-link/factories/{factory.id}",
            scope="factory_link.confirm",
            key=f"factory_link.factory.{factory.id}",
        ),
    )
    return ChainBroken(why, last=factory.last)


def _received(factory: FactoryRow, header: BatchHeader, taken: _Taken) -> ReceivedRow:
    return ReceivedRow(
        factory_id=factory.id,
        last=header.last,
        first=header.first,
        catalogue=header.catalogue,
        points=taken.points,
        refused=taken.refused,
        size=len(taken.body),
        first_at=_moment(taken.first_at),
        last_at=_moment(taken.last_at),
        sealed_from=header.sealed_from,
        sealed_to=header.sealed_to,
        received_at=now(),
        losses=[loss.model_dump(mode="json") for loss in header.losses],
        data=taken.body,
    )


def _moment(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at / _SECOND, UTC)


def _allowed(
    body: bytes,
    header: BatchHeader,
    parts: list[tuple[PartTold, Block]],
    allowed: dict[Granularity, NDArray[np.uint32]],
) -> _Taken:
    """Only values of points that a consent in force covers at this granularity, of a time that can be."""
    nobody = np.zeros(0, np.uint32)
    kept, refused = [], 0
    for told, block in parts:
        mine = Block(*(_among(part, allowed.get(told.granularity, nobody)) for part in block.parts))
        refused += len(block) - len(mine)
        kept.append((told, mine))
    if refused:
        packed = [(told, series.pack(block)) for told, block in kept if len(block)]
        resized = [part.model_copy(update={"size": len(data)}) for part, data in packed]
        body = batches.written(header.model_copy(update={"parts": resized}), [data for _, data in packed])
    times = [part.at for _, block in kept for part in block.parts if len(part)]
    return _Taken(
        body,
        sum(len(block) for told, block in kept if told.statistic in ("value", "mean")),
        refused,
        min((int(at.min()) for at in times), default=None),
        max((int(at.max()) for at in times), default=None),
    )


def _among(part: Columns, points: NDArray[np.uint32]) -> Columns:
    latest = int((now() + AHEAD).timestamp()) * _SECOND
    good = np.isin(part.point, points) & (part.at >= int(EARLIEST.timestamp()) * _SECOND) & (part.at < latest)
    return part if bool(good.all()) else part.taken(good)
