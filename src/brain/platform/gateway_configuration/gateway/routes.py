"""Remote configuration as the factory's people see it: keys, the journal, a draft, undoing."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, status

from brain.kit import jws
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.gateway_configuration.gateway.models import ConfigurationKeyRow, ConfigurationRow
from brain.platform.gateway_configuration.gateway.schemas import (
    Alteration,
    AppliedSummary,
    AppliedView,
    BroughtDocument,
    ConfigurationKeyView,
    DraftView,
    KeyRevocation,
    NewConfigurationKey,
)
from brain.platform.gateway_configuration.gateway.service import judging, keys, standing, undoing
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/gateway-configuration", tags=["远程配置"])

CanSee = Annotated[Caller, Depends(require("gateway_configuration.see"))]
CanManage = Annotated[Caller, Depends(require("gateway_configuration.manage"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
CHANGE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def _key(row: ConfigurationKeyRow) -> ConfigurationKeyView:
    told = {name: getattr(row, name) for name in ConfigurationKeyView.model_fields if hasattr(row, name)}
    return ConfigurationKeyView.model_validate(told | {"fingerprint": jws.fingerprint(row.public_key)})


def _summary(row: ConfigurationRow, signers: dict[int, str]) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in AppliedSummary.model_fields if hasattr(row, name)}
    return told | {"signer": signers[row.key_id]}


async def _signers(session: Session) -> dict[int, str]:
    return {row.id: row.holder for row in await keys.all_of(session)}


async def _view(session: Session, row: ConfigurationRow) -> AppliedView:
    alterations = [
        Alteration.model_validate(
            {"kind": kind, "title": _title(was or row.became[kind][number]), "was": was,
             "became": row.became[kind][number]}
        )
        for kind, things in row.was.items()
        for number, was in things.items()
    ]  # fmt: skip
    told = _summary(row, await _signers(session))
    return AppliedView.model_validate(told | {"alterations": alterations, "document": row.document})


def _title(thing: dict[str, Any]) -> str:
    return str(thing.get("code") or thing.get("name") or "采集缓存")


@router.get(
    "/keys", response_model=list[ConfigurationKeyView], responses=refusals(Unauthenticated, Forbidden)
)
async def all_keys(session: Session, caller: CanSee) -> list[ConfigurationKeyView]:
    """配置管理员的公钥，含已吊销的，新的在前。"""
    return [_key(row) for row in await keys.all_of(session)]


@router.post(
    "/keys", response_model=ConfigurationKeyView, status_code=status.HTTP_201_CREATED, responses=CHANGE
)
async def add_key(session: Session, caller: CanManage, body: NewConfigurationKey) -> ConfigurationKeyView:
    """登记公钥：此后持有私钥的人可以从远处改采集配置；不能给出或放宽同意。"""
    return _key(await keys.add(session, body.holder, body.public_key, caller))


@router.post("/keys/{key_id}/revocation", response_model=ConfigurationKeyView, responses=CHANGE)
async def revoke_key(
    session: Session, caller: CanManage, key_id: Id, body: KeyRevocation
) -> ConfigurationKeyView:
    """吊销公钥，立即生效，也拒绝它以前签的；不能恢复。"""
    return _key(await keys.revoke(session, key_id, body.reason, caller))


@router.get("/draft", response_model=DraftView, responses=refusals(Unauthenticated, Forbidden))
async def draft(session: Session, node: CurrentNode, caller: CanSee) -> dict[str, Any]:
    """写下一份配置要用的底稿：网关编号、下一个编号、现在的配置与它的摘要、加密公钥。"""
    found = await standing.draft(session, node)
    return found | {"credit_code": found.pop("creditCode"), "sealing_key": found.pop("sealingKey")}


@router.get("", response_model=Page[AppliedSummary], responses=refusals(Unauthenticated, Forbidden))
async def journal(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """登记过的密钥签名的配置，应用的与拒绝的，新的在前。"""
    rows, total = await judging.page(session, paging)
    signers = await _signers(session)
    items = [_summary(row, signers) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post("", response_model=AppliedView, status_code=status.HTTP_201_CREATED, responses=CHANGE)
async def bring(session: Session, node: CurrentNode, caller: CanManage, body: BroughtDocument) -> AppliedView:
    """在本机上传一份签名的配置：与经大脑送来的一样核对。"""
    verdict = await judging.judge(session, node, body.document.strip(), caller.username)
    if verdict.row is None:
        raise Conflict(verdict.refusal or "")
    return await _view(session, verdict.row)


@router.get("/{number}", response_model=AppliedView, responses=refusals(Unauthenticated, Forbidden, NotFound))
async def one(session: Session, caller: CanSee, number: Id) -> AppliedView:
    """一份配置：谁签的、改了什么、之前与之后。"""
    return await _view(session, await judging.get(session, number))


@router.post("/{number}/undoing", response_model=AppliedView, responses=CHANGE)
async def undo(session: Session, caller: CanManage, number: Id) -> AppliedView:
    """撤销：改回原样；它新加的来源与测点停用，它撤回的同意不恢复。"""
    return await _view(session, await undoing.undo(session, number, caller))
