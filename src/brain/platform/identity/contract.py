"""What other rooms know of identity: the caller and the roles."""

from collections.abc import Mapping
from dataclasses import dataclass

from brain.kit.acts import Act, Kind
from brain.kit.errors import Forbidden
from brain.kit.node_kind import NodeKind


@dataclass(frozen=True, kw_only=True)
class Role:
    name: str
    title: str
    title_en: str
    nodes: tuple[NodeKind, ...] = ("capability_centre", "industry_brain", "factory_gateway")


_OFFICES: tuple[NodeKind, ...] = ("capability_centre", "industry_brain")
_FACTORY: tuple[NodeKind, ...] = ("factory_gateway",)

SYSTEM_ADMIN = Role(name="system_admin", title="系统管理员", title_en="System administrator")
SECURITY_ADMIN = Role(name="security_admin", title="安全管理员", title_en="Security administrator")
AUDIT_ADMIN = Role(name="audit_admin", title="审计管理员", title_en="Audit administrator")
OPERATOR = Role(name="operator", title="运营人员", title_en="Operator", nodes=_OFFICES)
REVIEWER = Role(name="reviewer", title="审批人员", title_en="Reviewer", nodes=_OFFICES)
ANALYST = Role(name="analyst", title="分析人员", title_en="Analyst", nodes=_OFFICES)
EXPERT = Role(name="expert", title="产业专家", title_en="Industry expert", nodes=_OFFICES)
OWNER = Role(name="owner", title="企业负责人", title_en="Owner of the factory", nodes=_FACTORY)
ENGINEER = Role(name="engineer", title="工厂工程师", title_en="Factory engineer", nodes=_FACTORY)
PLANNER = Role(name="planner", title="生产管理人员", title_en="Production planner", nodes=_FACTORY)

# 三员分立: one account holds at most one of these (GB/T 22239-2019 level 3, security management centre).
ADMINISTRATORS = (SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN)
ROLES = {
    role.name: role
    for role in (*ADMINISTRATORS, OPERATOR, REVIEWER, ANALYST, EXPERT, OWNER, ENGINEER, PLANNER)
}


@dataclass(frozen=True)
class ScopeTable:
    """Which scopes each role holds on this node: the assembly gathers them from the rooms."""

    by_role: Mapping[str, frozenset[str]]

    def of(self, roles: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(self.by_role.get(role, frozenset()) for role in roles))


@dataclass(frozen=True, kw_only=True)
class Caller:
    """The signed-in person behind a request."""

    account_id: int
    username: str
    name: str
    organisation_id: int | None
    organisation_name: str | None
    organisation_code: str | None
    roles: frozenset[str]
    scopes: frozenset[str]
    must_change_password: bool

    def needs(self, scope: str) -> None:
        if scope not in self.scopes:
            raise Forbidden(f"您没有“{scope}”权限，如需开通请联系安全管理员", scope=scope)


_SEE = "identity.see_accounts"
ACCOUNT = Kind(name="account", title="账户", title_en="Account", page="/identity/accounts?q={}", scope=_SEE)
ORGANISATION = Kind(
    name="organisation",
    title="机构",
    title_en="Organisation",
    page="/identity/organisations?q={}",
    scope=_SEE,
)


def _act(verb: str, title: str, title_en: str, of: Kind = ACCOUNT) -> Act:
    return Act(name=f"identity.{verb}", title=title, title_en=title_en, of=of)


SIGNED_IN = _act("sign_in", "登录", "Signed in")
SIGNED_OUT = _act("sign_out", "退出登录", "Signed out")
LOCKED = _act("lock", "连续登录失败，账户锁定", "Locked after failed sign-ins")
ACCOUNT_MADE = _act("create_account", "新建账户", "Created account")
PASSWORD_RESET = _act("reset_password", "重置密码", "Reset password")
PASSWORD_CHANGED = _act("change_password", "修改密码", "Changed password")
ROLES_GRANTED = _act("grant_roles", "授予角色", "Granted roles")
ACCOUNT_ENABLED = _act("enable_account", "恢复账户", "Enabled account")
ACCOUNT_DISABLED = _act("disable_account", "停用账户", "Disabled account")
ORGANISATION_MADE = _act("create_organisation", "登记机构", "Registered organisation", ORGANISATION)
ORGANISATION_ENABLED = _act("enable_organisation", "恢复机构", "Enabled organisation", ORGANISATION)
ORGANISATION_DISABLED = _act("disable_organisation", "停用机构", "Disabled organisation", ORGANISATION)
ACTS = (
    SIGNED_IN,
    SIGNED_OUT,
    LOCKED,
    ACCOUNT_MADE,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    ROLES_GRANTED,
    ACCOUNT_ENABLED,
    ACCOUNT_DISABLED,
    ORGANISATION_MADE,
    ORGANISATION_ENABLED,
    ORGANISATION_DISABLED,
)
