"""What proves that data are protected, kept as long as they must be, and removed in the end."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.evidence import Counted, Evidence, rows, share
from brain.kit.node import Node
from brain.platform.data_sets.contract import DeclarationState
from brain.platform.data_sets.domain.access import AccessState
from brain.platform.data_sets.domain.retention import ErasureState
from brain.platform.data_sets.models import DeclarationRow
from brain.platform.data_sets.models.catalogue import AccessRow
from brain.platform.data_sets.models.keeping import ErasureRow, LegalHoldRow, RetentionRow
from brain.platform.data_sets.queries import grades, row_policies
from brain.platform.data_sets.service.catalogue import current


async def _by_row(session: AsyncSession, node: Node) -> Counted:
    names, policies = (await current(session, node)).by_name, await row_policies.in_force(session)
    return Counted(sum(bool(grants) for name, grants in policies.items() if name in names), len(names))


async def _graded(session: AsyncSession, node: Node) -> Counted:
    every, decided = (await current(session, node)).in_order, await grades.decided(session)
    by_people = sum(
        column.name in decided.get(each.full_name, {}) for each in every for column in each.own_columns
    )
    return Counted(by_people, sum(len(each.own_columns) for each in every))


async def _retained(session: AsyncSession, node: Node) -> Counted:
    names = (await current(session, node)).by_name.keys()
    told = set(await session.scalars(select(RetentionRow.data_set).distinct()))
    return Counted(len(names & told), len(names))


EVIDENCE: Final = (
    Evidence(
        item="security.policy",
        title="有行策略的数据集",
        title_en="Data sets with a row policy",
        rule="目录中的数据集里，有经另一人确认、生效的行策略的",
        rule_en="Data sets of the catalogue with a row policy in force that another person confirmed",
        page="/data-sets",
        scope="data_sets.read",
        count=_by_row,
    ),
    Evidence(
        item="security.management",
        title="由人定级的列",
        title_en="Columns graded by people",
        rule="目录中全部数据集的列里，级别由人决定过的；其余用声明或识别的级别",
        rule_en="Of columns of the catalogue those whose grade a person decided",
        page="/grading",
        scope="data_sets.read",
        count=_graded,
    ),
    Evidence(
        item="security.management",
        title="决定过的取值申请",
        title_en="Access requests decided",
        rule="查看取值的申请中，已同意或不同意的；撤回与收回的不计",
        rule_en="Of requests to see values those granted or refused, those withdrawn left out",
        page="/data-sets/access",
        scope="data_sets.read",
        count=share(
            AccessRow,
            AccessRow.state != AccessState.WAITING,
            AccessRow.state != AccessState.WITHDRAWN,
        ),
    ),
    Evidence(
        item="life_cycle.retirement",
        title="定了保留期限的数据集",
        title_en="Data sets with a retention policy",
        rule="目录中的数据集里由人定过保留期限的；其余按平台的默认值",
        rule_en="Data sets of the catalogue whose retention a person set; others follow the default",
        page="/data-sets",
        scope="data_sets.read",
        count=_retained,
    ),
    Evidence(
        item="life_cycle.retirement",
        title="法律冻结",
        title_en="Legal holds",
        rule="下过的法律冻结中，现在仍在冻结的",
        rule_en="Of legal holds ever placed those that are on now",
        page="/data-sets",
        scope="data_sets.read",
        count=share(LegalHoldRow, LegalHoldRow.released_at.is_(None)),
    ),
    Evidence(
        item="life_cycle.retirement",
        title="完成的永久删除",
        title_en="Erasures carried out",
        rule="核准的永久删除中，交付、全部版本与由它构建的数据都已清除的",
        rule_en="Of erasures approved those done: rows left deliveries, versions and all built of them",
        page="/data-sets",
        scope="data_sets.read",
        count=share(
            ErasureRow,
            ErasureRow.state == ErasureState.DONE,
            ErasureRow.state.in_((ErasureState.APPROVED, ErasureState.ERASED, ErasureState.DONE)),
        ),
    ),
    Evidence(
        item="life_cycle.retirement",
        title="停用的数据集",
        title_en="Data sets retired",
        rule="停用的数据集，一次停用计一次",
        rule_en="Data sets retired, each time counted once",
        page="/data-sets",
        scope="data_sets.read",
        count=rows(DeclarationRow, DeclarationRow.state == DeclarationState.RETIRED),
    ),
)
