"""Node facts, menu, to-dos and messages."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, Sort, WantedPage
from brain.platform.identity.service import SettledCaller
from brain.platform.portal import queries, service
from brain.platform.portal.contract import Menu
from brain.platform.portal.domain import GROUPS, Item
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
LIST = refusals(Unauthenticated, Forbidden, Invalid)
Done = Annotated[bool | None, Query(description="只看已办/已读（true）或未办/未读（false）")]


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


@dataclass(frozen=True)
class ListQuery:
    """What both lists can be asked for."""

    paging: WantedPage
    q: Search = None
    sort: Sort = None
    done: Done = None

    def wanted(self, kind: Literal["todo", "message"]) -> queries.Wanted:
        return queries.Wanted(kind=kind, paging=self.paging, q=self.q, sort=self.sort, done=self.done)


Asked = Annotated[ListQuery, Depends()]


@router.get("/portal/todos", response_model=Page[ItemView], responses=LIST)
async def todos(session: Session, caller: SettledCaller, asked: Asked) -> dict[str, Any]:
    """待办事项。"""
    return _page(asked, *await queries.items(session, caller, asked.wanted("todo")))


@router.get("/portal/messages", response_model=Page[ItemView], responses=LIST)
async def messages(session: Session, caller: SettledCaller, asked: Asked) -> dict[str, Any]:
    """消息。"""
    return _page(asked, *await queries.items(session, caller, asked.wanted("message")))


def _page(asked: ListQuery, items: list[Item], total: int) -> dict[str, Any]:
    return {"items": items, "total": total, "page": asked.paging.page, "page_size": asked.paging.page_size}


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
