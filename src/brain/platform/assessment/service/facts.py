"""Facts of the rooms that this node has, and those that the room itself can tell of the rooms below."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.assessment.contract import FactProvider, Facts
from brain.platform.assessment.domain.facts import Fact
from brain.platform.identity.contract import ADMINISTRATORS
from brain.platform.identity.service import accounts
from brain.platform.security import service as security


async def gathered(session: AsyncSession, node: Node) -> dict[str, Fact]:
    """By key; of one key the first provider's."""
    found: dict[str, Fact] = {}
    for provider in node.get(Facts).providers:
        for fact in await provider(session, node):
            found.setdefault(fact.key, fact)
    return found


async def tell_of_accounts(session: AsyncSession, node: Node) -> Sequence[Fact]:
    """Enabled accounts with roles, and whether the three administrators are three people."""
    held = await accounts.holders_by_role(session)
    people = frozenset().union(*held.values())
    offices = [held.get(role.name, frozenset()) for role in ADMINISTRATORS]
    apart = all(offices) and len(frozenset().union(*offices)) >= len(offices)
    as_of = now()
    return (
        Fact(
            key="accounts.people",
            value=float(len(people)),
            unit="人",
            as_of=as_of,
            source="本机账户",
            source_en="Accounts of this gateway",
            explanation="启用且至少有一个角色的账户数",
            explanation_en="Enabled accounts that hold at least one role",
        ),
        Fact(
            key="accounts.administrators_separate",
            value="yes" if apart else "no",
            unit="",
            as_of=as_of,
            source="本机账户",
            source_en="Accounts of this gateway",
            explanation="系统、安全、审计管理员是否都已设置，并由不同的账户担任",
            explanation_en="Whether system, security and audit administrators are set, each another account",
        ),
    )


async def tell_of_audit(session: AsyncSession, node: Node) -> Sequence[Fact]:
    """The last verification of the audit log's chain; nothing before the first, or of an empty log."""
    verified = await security.last_verification(session)
    if verified is None or verified.checked == 0:
        return ()
    return (
        Fact(
            key="audit.chain_verified",
            value="yes" if verified.broken_at is None else "no",
            unit="",
            as_of=verified.at,
            source="安全审计",
            source_en="Security audit",
            explanation=f"最近一次校验审计日志的摘要链，核对 {verified.checked} 条",
            explanation_en=f"The last verification of the audit log's chain, {verified.checked} entries",
        ),
    )


OWN: Final[tuple[FactProvider, ...]] = (tell_of_accounts, tell_of_audit)
