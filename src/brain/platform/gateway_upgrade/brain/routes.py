"""Releases of the gateway at a brain: upload, offer, see how factories fare, withdraw."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Request, status

from brain.kit import jws
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.gateway_upgrade.brain.models import PublishedReleaseRow
from brain.platform.gateway_upgrade.brain.schemas import (
    OfferTo,
    PublishedRelease,
    ReleaseAtFactory,
    WithdrawalReason,
)
from brain.platform.gateway_upgrade.brain.service import publishing
from brain.platform.gateway_upgrade.protocol import packages
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/gateway-releases", tags=["网关版本"])

CanSee = Annotated[Caller, Depends(require("gateway_releases.see"))]
CanPublish = Annotated[Caller, Depends(require("gateway_releases.publish"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
CHANGE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


async def _view(session: Session, row: PublishedReleaseRow) -> PublishedRelease:
    return (await _views(session, [row]))[0]


async def _views(session: Session, rows: list[PublishedReleaseRow]) -> list[PublishedRelease]:
    counted = await publishing.counts(session, [row.id for row in rows])
    views = []
    for row in rows:
        offered, kept, failed = counted.get(row.id, (0, 0, 0))
        told = {name: getattr(row, name) for name in PublishedRelease.model_fields if hasattr(row, name)} | {
            "offered": offered,
            "kept": kept,
            "failed": failed,
            "fingerprint": jws.fingerprint(row.key),
        }
        views.append(PublishedRelease.model_validate(told))
    return views


@router.get("", response_model=Page[PublishedRelease], responses=refusals(Unauthenticated, Forbidden))
async def published(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """网关的版本，新的在前，各有几家工厂收到、升级了、没有成功。"""
    rows, total = await publishing.page(session, paging)
    items = await _views(session, list(rows))
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "",
    response_model=PublishedRelease,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGE | refusals(TooLarge),
    openapi_extra=packages.BODY,
)
async def add(request: Request, session: Session, node: CurrentNode, caller: CanPublish) -> PublishedRelease:
    """上传发布者签名的安装包：逐个文件与清单核对；同一个包再传不产生变化。"""
    async with packages.received(request.stream(), node.folder) as package:
        return await _view(session, await publishing.add(session, node, package, caller))


@router.get(
    "/{number}/factories",
    response_model=list[ReleaseAtFactory],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def at_factories(session: Session, caller: CanSee, number: Id) -> list[dict[str, Any]]:
    """各接通的工厂正在运行哪一版，对这一版到了哪一步。"""
    return [
        {
            "factory_id": factory.id,
            "factory": factory.title,
            "running": factory.version,
            "offered_at": offer.offered_at if offer else None,
            "state": offer.state if offer else None,
            "why": offer.why if offer else "",
            "told_at": offer.told_at if offer else None,
        }
        for factory, offer in await publishing.at_factories(session, number)
    ]


@router.post("/{number}/offers", response_model=PublishedRelease, responses=CHANGE)
async def offer(session: Session, caller: CanPublish, number: Id, body: OfferTo) -> PublishedRelease:
    """送给选定的工厂：由工厂的负责人决定是否升级；已送过的不再送。"""
    return await _view(session, await publishing.offer(session, number, body.factories, caller))


@router.post("/{number}/withdrawal", response_model=PublishedRelease, responses=CHANGE)
async def withdraw(
    session: Session, caller: CanPublish, number: Id, body: WithdrawalReason
) -> PublishedRelease:
    """撤下：不再送给别的工厂；已收到的工厂自己决定。"""
    return await _view(session, await publishing.withdraw(session, number, body.reason, caller))
