"""What rules of quality prove, the issues that came of them, and repairs."""

from typing import Final

from sqlalchemy import Date, cast, func
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.evidence import Counted, Evidence, rows, share
from brain.kit.node import Node
from brain.platform.data_sets.domain.issues import IssueState
from brain.platform.data_sets.domain.suspicions import DetectionState
from brain.platform.data_sets.models.quality import DetectionRow, IssueRow, RepairRow
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service.catalogue import current

_CLOSED_ON: Final = cast(func.timezone("Asia/Shanghai", IssueRow.closed_at), Date)


async def _rules(session: AsyncSession, node: Node) -> Counted:
    return Counted(sum(len(each.rules) for each in (await current(session, node)).in_order))


async def _ruled(session: AsyncSession, node: Node) -> Counted:
    every = (await current(session, node)).in_order
    return Counted(sum(bool(each.rules) for each in every), len(every))


async def _kept(session: AsyncSession, node: Node) -> Counted:
    names, versions = (await current(session, node)).by_name, await builds.latest(session)
    reports = [each.quality for name, each in versions.items() if name in names and each.quality]
    checked = sum(each.rules for each in reports)
    return Counted(checked - sum(len(each.broken) for each in reports), checked)


EVIDENCE: Final = (
    Evidence(
        item="quality.requirements",
        title="生效的质量规则",
        title_en="Rules in force",
        rule="目录中全部数据集此刻生效的质量规则",
        rule_en="Rules of quality in force now, of all data sets of the catalogue",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=_rules,
    ),
    Evidence(
        item="quality.requirements",
        title="有规则的数据集",
        title_en="Data sets with rules",
        rule="目录中的数据集里至少有一条生效规则的",
        rule_en="Data sets of the catalogue with at least one rule in force",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=_ruled,
    ),
    Evidence(
        item="quality.checking",
        title="符合的规则",
        title_en="Rules kept",
        rule="各数据集最新版本检查过的规则中，没有违反的",
        rule_en="Of rules that the newest versions were checked by those not broken",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=_kept,
    ),
    Evidence(
        item="quality.analysis",
        title="质量问题单",
        title_en="Issues of quality",
        rule="因规则违反产生的全部问题单，一条规则一张",
        rule_en="All issues that came of broken rules, one for each rule",
        page="/data-sets/issues",
        scope="data_sets.read",
        count=rows(IssueRow),
    ),
    Evidence(
        item="quality.analysis",
        title="疑似错误的查找",
        title_en="Looks for errors",
        rule="完成的疑似错误查找",
        rule_en="Looks for cells that are probably wrong that were done",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=rows(DetectionRow, DetectionRow.state == DetectionState.DONE),
    ),
    Evidence(
        item="quality.improvement",
        title="按期解决的问题单",
        title_en="Issues resolved in time",
        rule="已解决的问题单中，解决之日（北京时间）不晚于期限的",
        rule_en="Of resolved issues those resolved on the day they were due or before, in Beijing",
        page="/data-sets/issues",
        scope="data_sets.read",
        count=share(IssueRow, IssueRow.due >= _CLOSED_ON, IssueRow.state == IssueState.RESOLVED),
    ),
    Evidence(
        item="quality.improvement",
        title="修复的行",
        title_en="Rows repaired",
        rule="采纳修复建议后重新交付的行",
        rule_en="Rows that were delivered again with repaired cells",
        page="/data-sets/quality",
        scope="data_sets.read",
        count=rows(RepairRow),
    ),
)
