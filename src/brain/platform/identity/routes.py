"""Signing in and out, accounts, roles and organisations."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response, status
from fastapi.responses import JSONResponse

from brain.kit.db import Session, raw
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Refusal, Unauthenticated
from brain.kit.http import refusal_response, refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.identity import queries, service
from brain.platform.identity.contract import ADMINISTRATORS, ROLES, Caller, ScopeTable
from brain.platform.identity.domain import (
    IDLE,
    LONGEST_SESSION,
    Account,
    AccountLocked,
    AdministratorsMeet,
    InvalidCredentials,
    Organisation,
)
from brain.platform.identity.schemas import (
    AccountBrief,
    AccountView,
    Enabled,
    FirstPasswordView,
    NewAccount,
    NewOrganisation,
    OrganisationView,
    PasswordChange,
    Roles,
    RoleView,
    SessionView,
    SignIn,
)
from brain.platform.identity.service import accounts as accounts_service
from brain.platform.identity.service import signing_in
from brain.reference.credit_code import CreditCode

router = APIRouter(prefix="/api", tags=["身份"])

CanManageAccounts = Annotated[Caller, Depends(service.require("identity.manage_accounts"))]
CanGrantRoles = Annotated[Caller, Depends(service.require("identity.grant_roles"))]
CanSeeAccounts = Annotated[Caller, Depends(service.require("identity.see_accounts"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]


def _session_view(caller: Caller) -> SessionView:
    organisation = None
    if caller.organisation_id is not None:
        organisation = OrganisationView(
            id=caller.organisation_id,
            name=caller.organisation_name or "",
            credit_code=caller.organisation_code,
        )
    return SessionView(
        account=AccountBrief(id=caller.account_id, username=caller.username, name=caller.name),
        organisation=organisation,
        roles=sorted(caller.roles),
        scopes=sorted(caller.scopes),
        must_change_password=caller.must_change_password,
        idle_minutes=int(IDLE.total_seconds() // 60),
    )


@router.get("/session", response_model=SessionView, responses={204: {"description": "没有登录"}})
async def current_session(request: Request, session: Session, node: CurrentNode) -> Any:
    """当前登录者及其权限；没有登录或登录已失效时没有内容。"""
    opened = request.cookies.get(service.session_cookie(node), "")
    try:
        return _session_view(await service.authenticate(await raw(session), node, opened))
    except Unauthenticated:
        return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post("/session", response_model=SessionView, responses=refusals(InvalidCredentials, AccountLocked))
async def sign_in(request: Request, session: Session, node: CurrentNode, body: SignIn) -> Any:
    """登录。连续失败 5 次锁定 15 分钟。"""
    address = request.client.host if request.client else ""
    outcome = await signing_in.sign_in(session, body.username, body.password, address)
    if isinstance(outcome, Refusal):
        return refusal_response(request, outcome)
    caller = await service.authenticate(await raw(session), node, outcome)
    answer = JSONResponse(_session_view(caller).model_dump(mode="json", by_alias=True))
    answer.set_cookie(
        service.session_cookie(node),
        outcome,
        max_age=int(LONGEST_SESSION.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.delete("/session", status_code=status.HTTP_204_NO_CONTENT)
async def sign_out(request: Request, response: Response, session: Session, node: CurrentNode) -> None:
    """退出登录。"""
    opened = request.cookies.get(service.session_cookie(node))
    if opened:
        await signing_in.sign_out(session, opened)
    response.delete_cookie(service.session_cookie(node))


@router.post(
    "/session/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=refusals(Unauthenticated, Invalid),
)
async def change_password(
    request: Request, session: Session, caller: service.AnyCaller, node: CurrentNode, body: PasswordChange
) -> None:
    """修改自己的密码；其他地方的登录随即失效。"""
    change = signing_in.PasswordChange(body.old_password, body.new_password)
    await signing_in.change_password(session, caller, change, request.cookies[service.session_cookie(node)])


@router.get("/identity/roles", response_model=list[RoleView], responses=refusals(Unauthenticated, Forbidden))
async def roles(caller: CanSeeAccounts, node: CurrentNode) -> list[RoleView]:
    """角色及其权限。"""
    held = node.get(ScopeTable).by_role
    return [
        RoleView(
            name=role.name,
            title=role.title,
            title_en=role.title_en,
            administrator=role in ADMINISTRATORS,
            scopes=sorted(held.get(role.name, ())),
        )
        for role in ROLES.values()
        if node.kind in role.nodes
    ]


@router.get(
    "/identity/accounts", response_model=Page[AccountView], responses=refusals(Unauthenticated, Forbidden)
)
async def accounts(
    session: Session, caller: CanSeeAccounts, paging: WantedPage, q: Search = None
) -> dict[str, Any]:
    """账户列表，可按用户名或姓名查找。"""
    items, total = await queries.accounts(session, q, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/identity/accounts",
    response_model=FirstPasswordView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def create_account(
    session: Session, caller: CanManageAccounts, body: NewAccount
) -> accounts_service.FirstPassword:
    """新建账户，返回一次性密码；角色由安全管理员授予。"""
    return await accounts_service.create_account(session, body.username, body.name, body.organisation_id)


@router.post(
    "/identity/accounts/{account_id}/password-resets",
    response_model=FirstPasswordView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def reset_password(
    session: Session, caller: CanManageAccounts, account_id: Id
) -> accounts_service.FirstPassword:
    """重置密码并解除锁定，返回一次性密码。"""
    return await accounts_service.reset_password(session, account_id)


@router.post(
    "/identity/accounts/{account_id}/enabled",
    response_model=AccountView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def enable_account(
    session: Session, caller: CanManageAccounts, account_id: Id, body: Enabled
) -> Account:
    """停用或恢复账户；停用立即终止其会话。"""
    return await accounts_service.set_account_enabled(session, account_id, enabled=body.enabled, by=caller)


@router.post(
    "/identity/accounts/{account_id}/roles",
    response_model=AccountView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, AdministratorsMeet, Invalid),
)
async def set_roles(session: Session, caller: CanGrantRoles, account_id: Id, body: Roles) -> Account:
    """授予角色（整体替换）。三类管理员不得由同一账户兼任。"""
    return await accounts_service.set_roles(session, account_id, body.roles, caller)


@router.get(
    "/identity/organisations",
    response_model=Page[OrganisationView],
    responses=refusals(Unauthenticated, Forbidden),
)
async def organisations(
    session: Session, caller: CanSeeAccounts, paging: WantedPage, q: Search = None
) -> dict[str, Any]:
    """机构列表，可按名称或信用代码查找。"""
    items, total = await queries.organisations(session, q, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/identity/organisations",
    response_model=OrganisationView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def create_organisation(
    session: Session, caller: CanManageAccounts, body: NewOrganisation
) -> Organisation:
    """登记机构。"""
    code = CreditCode(body.credit_code) if body.credit_code else None
    return await accounts_service.create_organisation(session, body.name, code)


@router.post(
    "/identity/organisations/{organisation_id}/enabled",
    response_model=OrganisationView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def enable_organisation(
    session: Session, caller: CanManageAccounts, organisation_id: Id, body: Enabled
) -> Organisation:
    """停用或恢复机构。"""
    return await accounts_service.set_organisation_enabled(session, organisation_id, enabled=body.enabled)
