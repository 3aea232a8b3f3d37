"""What the intake of data proves."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.evidence import Counted, Evidence, rows, share
from brain.kit.node import Node
from brain.platform.ingestion.contract import State, Status
from brain.platform.ingestion.domain.collecting import RunStatus
from brain.platform.ingestion.models import CollectionRow, CollectionRunRow, ImportRow, SourceRow
from brain.platform.ingestion.queries import sources


async def _certified(session: AsyncSession, _: Node) -> Counted:
    day = today()
    every = await sources.every(session)
    return Counted(sum(each.state(day) is State.CERTIFIED for each in every), len(every))


EVIDENCE: Final = (
    Evidence(
        item="architecture.integration",
        title="可信认证的数据源",
        title_en="Certified sources",
        rule="登记的数据源中，经另一人认证且今天仍在有效期内的",
        rule_en="Of registered sources those whose certification by another person holds today",
        page="/ingestion/sources",
        scope="ingestion.see_sources",
        count=_certified,
    ),
    Evidence(
        item="architecture.integration",
        title="自动采集任务",
        title_en="Collections",
        rule="设立的采集任务中没有暂停的",
        rule_en="Of collections set up those not paused",
        page="/ingestion/sources",
        scope="ingestion.see_sources",
        count=share(CollectionRow, CollectionRow.paused.is_(False)),
    ),
    Evidence(
        item="architecture.distribution",
        title="有来源的导入",
        title_en="Imports with their source",
        rule="完成的导入，每次都留有数据源、提供方、数据日期与原件摘要",
        rule_en="Imports done, each with its source, provider, day of the data and digest of the file",
        page="/ingestion/imports",
        scope="ingestion.import",
        count=rows(ImportRow, ImportRow.status == Status.DONE),
    ),
    Evidence(
        item="life_cycle.requirements",
        title="写明用途的数据源",
        title_en="Sources with their purpose",
        rule="登记的数据源，登记时必须写明用途、授权依据与责任部门",
        rule_en="Registered sources: each tells its purpose, its legal basis and who answers for it",
        page="/ingestion/sources",
        scope="ingestion.see_sources",
        count=rows(SourceRow),
    ),
    Evidence(
        item="life_cycle.operation",
        title="成功的采集",
        title_en="Collections that succeeded",
        rule="结束的采集运行中成功的",
        rule_en="Of runs of collections that ended those that succeeded",
        page="/ingestion/sources",
        scope="ingestion.see_sources",
        count=share(
            CollectionRunRow,
            CollectionRunRow.status == RunStatus.DONE,
            CollectionRunRow.ended_at.is_not(None),
        ),
    ),
)
