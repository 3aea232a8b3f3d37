"""What identity proves of the organisation of data management."""

from typing import Final

from sqlalchemy import select

from brain.kit.evidence import Evidence, share
from brain.platform.identity.models import AccountRow, RoleGrantRow

_HAS_ROLE: Final = select(RoleGrantRow).where(RoleGrantRow.account_id == AccountRow.id).exists()

EVIDENCE: Final = (
    Evidence(
        item="governance.organisation",
        title="有角色的账户",
        title_en="Accounts with a role",
        rule="启用的账户中至少授予了一个角色的",
        rule_en="Enabled accounts that hold at least one role",
        page="/identity/accounts",
        scope="identity.see_accounts",
        count=share(AccountRow, _HAS_ROLE, AccountRow.disabled_at.is_(None)),
    ),
)
