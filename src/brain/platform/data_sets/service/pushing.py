"""Runs sent to an endpoint of OpenLineage in their order, each until it is taken or refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict, Unavailable
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.data_sets.adapters.open_lineage import Endpoint, Refused, opened, status_of
from brain.platform.data_sets.contract.open_lineage import OpenLineage
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.open_lineage import Described, Run, events
from brain.platform.data_sets.queries import lineage_endpoints as endpoints
from brain.platform.data_sets.queries import runs
from brain.platform.data_sets.service import emitting

log = logger(__name__)

PUSH: Final = "data_sets.push_open_lineage"
AWAY: Final = "data_sets.open_lineage"  # the to-do while the endpoint takes nothing
SHOWN: Final = 20
_PATIENCE: Final = 5.0  # seconds


@dataclass(frozen=True, kw_only=True)
class NotTaken:
    """A run that the endpoint refused."""

    data_set: str
    kind: str
    ended_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class Pushed:
    """How the sending goes; `url` is None where nobody configured an endpoint."""

    url: str | None
    namespace: str
    waiting: int
    told_at: datetime | None
    problem: str | None
    next_at: datetime | None
    refused: list[NotTaken]


async def push(node: Node) -> None:
    """Send what waits. An endpoint that takes nothing is asked again after a pause, which grows."""
    told = node.get(OpenLineage)
    async with node.database.transaction() as session:
        if await endpoints.forget_others(session, told.url):
            await _settle_all(session)
    if told.url is None:
        return
    async with node.database.transaction() as session:
        if not await runs.untold(session, 1) or await _paused(session, told.url):
            return
        described = await emitting.described(session, node)
    async with opened(told, told.url) as endpoint:
        sender = _Sender(told, told.url, endpoint, described)
        while await sender.send_next(node):
            pass


async def send_again(session: AsyncSession, node: Node) -> Pushed:
    """Let the runs that were refused wait again. Raises Conflict where there is no endpoint."""
    if node.get(OpenLineage).url is None:
        raise Conflict("没有配置 OpenLineage 接收端：请运维人员设置 BRAIN_OPEN_LINEAGE__URL")
    if again := await runs.untell_refused(session):
        told = Recorded(act=acts.SENT_AGAIN, title=f"{again} 次运行", details={"runs": again})
        await announce(session, told)
        await jobs.enqueue(session, PUSH, {}, key="now")
    return await state(session, node)


async def state(session: AsyncSession, node: Node) -> Pushed:
    told = node.get(OpenLineage)
    row = await endpoints.get(session, told.url) if told.url else None
    return Pushed(
        url=told.url,
        namespace=told.namespace,
        waiting=await runs.count_untold(session) if told.url else 0,
        told_at=row.told_at if row else None,
        problem=row.problem if row else None,
        next_at=row.next_at if row else None,
        refused=[
            NotTaken(
                data_set=run.data_set,
                kind="build" if isinstance(run, Run) else "delivery",
                ended_at=run.ended_at,
                reason=reason,
            )
            for run, reason in await runs.refused(session, SHOWN)
        ],
    )


def endpoint_status(url: str) -> int:
    """The HTTP status with which an endpoint answers. Raises Unavailable."""
    return status_of(url, _PATIENCE)


@dataclass(frozen=True)
class _Sender:
    told: OpenLineage
    url: str
    endpoint: Endpoint
    described: Mapping[str, Described]

    async def send_next(self, node: Node) -> bool:
        """One run, one transaction: whoever dies in it leaves the run to be sent again, under the same id.

        False when nothing waits or the endpoint takes nothing.
        """
        async with node.database.transaction() as session:
            await lock(session, PUSH)
            waiting = await runs.untold(session, 1)
            if not waiting:
                return False
            run, refused = waiting[0], None
            try:
                for event in events(self.told.namespace, run, self.described.get(run.data_set)):
                    await self.endpoint.send(event)
            except Refused as refusal:
                refused = str(refusal)
            except Unavailable as away:
                await self._wait(session, away.message)
                return False
            await runs.set_told(session, run, now(), refused)
            await _note(session, run.data_set, refused)
            await self._answered(session)
            return True

    async def _wait(self, session: AsyncSession, problem: str) -> None:
        known = await endpoints.get(session, self.url)
        failures = known.failures + 1 if known else 1
        again = now() + jobs.wait_before_retry(failures)
        log.warning("data_sets.open_lineage_away", failures=failures, problem=problem)
        await endpoints.change(session, self.url, failures=failures, problem=problem, next_at=again)
        await jobs.enqueue(session, PUSH, {}, key="again", at=again)
        await announce(
            session,
            Notice(
                kind="todo",
                title="血缘事件推不出去：OpenLineage 接收端没有接收",
                title_en="OpenLineage events are not taken by their endpoint",
                body=f"{problem}。事件留在库中，接收端恢复后按次序补推，届时自动办结",
                link="/data-sets",
                scope="data_sets.manage",
                key=AWAY,
            ),
        )

    async def _answered(self, session: AsyncSession) -> None:
        known = await endpoints.get(session, self.url)
        if known is not None and known.failures:
            await announce(session, Settled(key=AWAY))
        await endpoints.change(session, self.url, failures=0, problem=None, next_at=None, told_at=now())


async def _paused(session: AsyncSession, url: str) -> bool:
    known = await endpoints.get(session, url)
    return known is not None and known.next_at is not None and known.next_at > now()


async def _settle_all(session: AsyncSession) -> None:
    """What a former endpoint did not take is no longer anybody's matter."""
    await announce(session, Settled(key=AWAY))
    for data_set in await runs.refused_of(session):
        await announce(session, Settled(key=f"{AWAY}/{data_set}"))


async def _note(session: AsyncSession, data_set: str, refused: str | None) -> None:
    """A to-do for each data set whose events are refused, until one of it is taken."""
    key = f"{AWAY}/{data_set}"
    if refused is None:
        await announce(session, Settled(key=key))
        return
    log.warning("data_sets.open_lineage_refused", data_set=data_set, reason=refused)
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"OpenLineage 接收端拒收数据集 {data_set} 的一次运行",
            title_en=f"A run of data set {data_set} was refused by the OpenLineage endpoint",
            body=f"{refused}。其余照常推送；请运维人员在接收端查明原因；重推（见血缘事件的说明）或同一数据集的下一次运行被接收时自动办结",
            link=f"/data-sets/{data_set.replace('.', '/')}",
            scope="data_sets.manage",
            key=key,
        ),
    )
