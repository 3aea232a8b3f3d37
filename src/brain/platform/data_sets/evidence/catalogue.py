"""What the catalogue proves: what there is, who answers for it, where it comes from, who reads it."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.evidence import Counted, Evidence, rows, share
from brain.kit.node import Node
from brain.platform.data_sets.contract import DeclarationState
from brain.platform.data_sets.models import BuildRow, DeclarationRow
from brain.platform.data_sets.models.comments import CommentRow
from brain.platform.data_sets.models.readers import ReaderRow
from brain.platform.data_sets.queries import builds, conformance, points
from brain.platform.data_sets.service import tracing
from brain.platform.data_sets.service.catalogue import current


async def _owned(session: AsyncSession, node: Node) -> Counted:
    every = (await current(session, node)).in_order
    return Counted(sum(each.owner is not None for each in every), len(every))


async def _columns(session: AsyncSession, node: Node) -> Counted:
    every = (await current(session, node)).in_order
    return Counted(sum(len(each.own_columns) for each in every))


async def _keyed(session: AsyncSession, node: Node) -> Counted:
    every = (await current(session, node)).in_order
    return Counted(sum(bool(each.keys) for each in every), len(every))


async def _built(session: AsyncSession, node: Node) -> Counted:
    names, versions = (await current(session, node)).by_name.keys(), await builds.latest(session)
    return Counted(len(names & versions.keys()), len(names))


async def _traced(session: AsyncSession, node: Node) -> Counted:
    links = tracing.links(await current(session, node))
    return Counted(sum(bool(origins) for origins in links.values()), len(links))


async def _conforming(session: AsyncSession, node: Node) -> Counted:
    names = (await current(session, node)).by_name
    checked = [each for name, each in (await conformance.latest(session)).items() if name in names]
    return Counted(sum(each.conforming for each in checked), sum(len(each.columns) for each in checked))


async def _sound(session: AsyncSession, node: Node) -> Counted:
    names = (await current(session, node)).by_name.keys()
    tried = names & set(await session.scalars(select(BuildRow.data_set).distinct()))
    return Counted(len(tried - (await points.failing(session)).keys()), len(tried))


EVIDENCE: Final = (
    Evidence(
        item="governance.organisation",
        title="有责任部门的数据集",
        title_en="Data sets with an owner",
        rule="目录中的数据集里写明责任部门的",
        rule_en="Data sets of the catalogue that tell who answers for them",
        page="/data-sets",
        scope="data_sets.read",
        count=_owned,
    ),
    Evidence(
        item="governance.communication",
        title="数据集上的评论",
        title_en="Comments on data sets",
        rule="对数据集和列的评论与答复，撤回的不计",
        rule_en="Comments on data sets and columns, and answers, those withdrawn left out",
        page="/data-sets",
        scope="data_sets.read",
        count=rows(CommentRow, CommentRow.withdrawn_at.is_(None)),
    ),
    Evidence(
        item="architecture.models",
        title="有含义与类型的列",
        title_en="Columns with meaning and type",
        rule="目录中全部数据集的列，每列都声明了含义与类型；平台自动加的来源列不计",
        rule_en="Columns of all data sets, each with its meaning and type; those of origin left out",
        page="/data-sets",
        scope="data_sets.read",
        count=_columns,
    ),
    Evidence(
        item="architecture.models",
        title="声明了键的数据集",
        title_en="Data sets with keys",
        rule="目录中的数据集里声明了键的",
        rule_en="Data sets of the catalogue that tell what identifies a row",
        page="/data-sets",
        scope="data_sets.read",
        count=_keyed,
    ),
    Evidence(
        item="architecture.distribution",
        title="有版本的数据集",
        title_en="Data sets with a version",
        rule="目录中的数据集里有已发布版本的",
        rule_en="Data sets of the catalogue with a published version",
        page="/data-sets",
        scope="data_sets.read",
        count=_built,
    ),
    Evidence(
        item="architecture.metadata",
        title="血缘覆盖",
        title_en="Lineage",
        rule="计算得出的列中，平台能指出来自哪些列的",
        rule_en="Of computed columns those of which the platform tells from which columns they come",
        page="/data-sets",
        scope="data_sets.read",
        count=_traced,
    ),
    Evidence(
        item="application.services",
        title="读取数据集的应用",
        title_en="Readers",
        rule="现在读取数据集的平台应用，一处读取计一次",
        rule_en="Applications of the platform that read data sets now, each reading counted once",
        page="/data-sets",
        scope="data_sets.read",
        count=rows(ReaderRow, ReaderRow.until.is_(None)),
    ),
    Evidence(
        item="standards.elements",
        title="落标的列",
        title_en="Columns that conform",
        rule="各数据集最近一次落标检查中，落标的列与检查的列",
        rule_en="Of columns checked last in each data set those that conform to the standards",
        page="/data-sets/conformance",
        scope="data_sets.read",
        count=_conforming,
    ),
    Evidence(
        item="life_cycle.requirements",
        title="决定过的登记",
        title_en="Declarations decided",
        rule="提出的数据集登记中，由另一人确认或退回的（含后来停用的）；被后一次登记取代的不计",
        rule_en="Of declarations not replaced those that another person confirmed or refused",
        page="/data-sets",
        scope="data_sets.read",
        count=share(
            DeclarationRow,
            DeclarationRow.state != DeclarationState.WAITING,
            DeclarationRow.state != DeclarationState.REPLACED,
        ),
    ),
    Evidence(
        item="life_cycle.design",
        title="发布过的版本",
        title_en="Versions published",
        rule="发布过的数据集版本，按保留期限清除的不计",
        rule_en="Published versions of data sets, those removed at the end of their time left out",
        page="/data-sets",
        scope="data_sets.read",
        count=rows(BuildRow, BuildRow.number.is_not(None)),
    ),
    Evidence(
        item="life_cycle.operation",
        title="构建正常的数据集",
        title_en="Data sets built well",
        rule="构建过的数据集中，最近一次构建成功的",
        rule_en="Of data sets that were built those whose last build gave a version",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=_sound,
    ),
)
