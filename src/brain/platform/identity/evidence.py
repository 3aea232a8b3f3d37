"""What identity proves of the organisation of data management."""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.evidence import Counted, Evidence
from brain.kit.node import Node
from brain.platform.identity.models import AccountRow, RoleGrantRow


async def _with_roles(session: AsyncSession, _: Node) -> Counted:
    has_role = select(RoleGrantRow).where(RoleGrantRow.account_id == AccountRow.id).exists()
    found, among = (
        await session.execute(
            select(func.count().filter(has_role), func.count())
            .select_from(AccountRow)
            .where(AccountRow.disabled_at.is_(None))
        )
    ).one()
    return Counted(found, among)


EVIDENCE: Final = (
    Evidence(
        item="governance.organisation",
        title="有角色的账户",
        title_en="Accounts with a role",
        rule="启用的账户中至少授予了一个角色的",
        rule_en="Enabled accounts that hold at least one role",
        page="/identity/accounts",
        scope="identity.see_accounts",
        count=_with_roles,
    ),
)
