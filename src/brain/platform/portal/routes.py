"""Node facts, menu, to-dos and messages."""

from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.identity.service import SettledCaller
from brain.platform.portal import queries, service
from brain.platform.portal.contract import Menu
from brain.platform.portal.domain import GROUPS
from brain.platform.portal.schemas import (
    CountsView,
    ItemView,
    MenuGroupView,
    MenuItemView,
    MenuView,
    NodeView,
)

router = APIRouter(prefix="/api", tags=["门户"])
SIGNED_IN = refusals(Unauthenticated, Forbidden)
Done = Annotated[bool | None, Query(description="只看已办（true）或未办（false）")]


@router.get("/node", response_model=NodeView)
async def node_facts(node: CurrentNode) -> NodeView:
    """本节点的名称、类型与数据性质；无需登录。"""
    return NodeView(
        kind=node.kind,
        name=node.name,
        title=node.title,
        title_en=node.title_en,
        sample_data=node.sample_data,
        map_approval=node.map_approval,
        version=version("industry-brain"),
    )


@router.get("/portal/menu", response_model=MenuView, responses=SIGNED_IN)
async def menu(caller: SettledCaller, node: CurrentNode) -> MenuView:
    """当前登录者可见的菜单。"""
    items = service.menu_of(caller, node.get(Menu))
    groups = [
        MenuGroupView(
            name=name,
            title=title,
            title_en=title_en,
            items=[MenuItemView.model_validate(item) for item in items if item.group == name],
        )
        for name, title, title_en in GROUPS
    ]
    return MenuView(groups=[group for group in groups if group.items])


@router.get("/portal/todos", response_model=Page[ItemView], responses=SIGNED_IN)
async def todos(
    session: Session, caller: SettledCaller, paging: WantedPage, done: Done = None
) -> dict[str, Any]:
    """待办事项，最新在前。"""
    items, total = await queries.items(session, caller, "todo", paging, done=done)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/portal/messages", response_model=Page[ItemView], responses=SIGNED_IN)
async def messages(
    session: Session, caller: SettledCaller, paging: WantedPage, done: Done = None
) -> dict[str, Any]:
    """消息，最新在前。"""
    items, total = await queries.items(session, caller, "message", paging, done=done)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/portal/counts", response_model=CountsView, responses=SIGNED_IN)
async def counts(session: Session, caller: SettledCaller) -> CountsView:
    """未办待办数与未读消息数。"""
    open_todos, unread = await queries.counts(session, caller)
    return CountsView(todos=open_todos, unread=unread)


@router.post("/portal/messages/read-all", status_code=status.HTTP_204_NO_CONTENT, responses=SIGNED_IN)
async def read_all(session: Session, caller: SettledCaller) -> None:
    """全部标为已读。"""
    await service.mark_read(session, caller)


@router.post("/portal/messages/{notice_id}/read", status_code=status.HTTP_204_NO_CONTENT, responses=SIGNED_IN)
async def read_one(
    session: Session, caller: SettledCaller, notice_id: Annotated[int, Path(ge=1, le=2**63 - 1)]
) -> None:
    """标为已读；不是发给自己的消息不受影响。"""
    await service.mark_read(session, caller, notice_id)
