"""What identity offers the node."""

from brain.kit.jobs import Job
from brain.kit.room import MenuItem, Room, Scope
from brain.platform.identity import jobs, routes
from brain.platform.identity.contract import ACTS
from brain.platform.identity.evidence import EVIDENCE

ROOM = Room(
    name="identity",
    title="身份与权限",
    title_en="Identity",
    routers=(routes.router,),
    jobs=(Job(name="identity.end_stale_sessions", run=jobs.end_stale_sessions, every="*/10 * * * *"),),
    acts=ACTS,
    evidence=EVIDENCE,
    scopes=(
        Scope(
            name="identity.see_accounts",
            title="查看账户与机构",
            title_en="See accounts and organisations",
            roles=("system_admin", "security_admin", "audit_admin"),
        ),
        Scope(
            name="identity.manage_accounts",
            title="管理账户与机构",
            title_en="Manage accounts and organisations",
            roles=("system_admin",),
        ),
        Scope(
            name="identity.grant_roles", title="授予角色", title_en="Grant roles", roles=("security_admin",)
        ),
    ),
    menu=(
        MenuItem(
            group="administration",
            name="accounts",
            title="账户",
            title_en="Accounts",
            path="/identity/accounts",
            icon="user",
            scopes=("identity.see_accounts",),
            order=910,
        ),
        MenuItem(
            group="administration",
            name="organisations",
            title="机构",
            title_en="Organisations",
            path="/identity/organisations",
            icon="office",
            scopes=("identity.see_accounts",),
            order=920,
        ),
    ),
)
