"""Data sets of the warehouse that the graph reads."""

from fastapi import APIRouter, Response, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.scenarios.industry_graph.domain.feed import Feed, WantedFeed
from brain.scenarios.industry_graph.queries import feeds as queries
from brain.scenarios.industry_graph.routes.access import CanManage, CanRead
from brain.scenarios.industry_graph.schemas.decisions import QueuedView
from brain.scenarios.industry_graph.schemas.feeds import FeedView, FeedWanted
from brain.scenarios.industry_graph.service import feeding

router = APIRouter(prefix="/api/industry-graph/feeds", tags=["产业全景图谱"])
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound)


@router.get("", response_model=list[FeedView], responses=refusals(Unauthenticated, Forbidden))
async def listed(session: Session, caller: CanRead) -> list[FeedView]:
    """图谱在读的数据集。"""
    return [_view(feed) for feed in await feeding.listed(session)]


@router.put(
    "",
    response_model=FeedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def put(session: Session, node: CurrentNode, caller: CanManage, wanted: FeedWanted) -> FeedView:
    """读取一个数据集：每有新版本，就以它为这一来源所说的全部。已在读的，换成这些列。"""
    return _view(await feeding.put(session, node, WantedFeed(**wanted.model_dump()), by=caller.name))


@router.post(
    "/{feed_id}/reading",
    response_model=QueuedView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=REFUSALS,
)
async def read(session: Session, caller: CanManage, feed_id: int) -> QueuedView:
    """现在再读一次。"""
    await feeding.ask(session, await queries.get(session, feed_id))
    return QueuedView()


@router.delete(
    "/{feed_id}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response, responses=REFUSALS
)
async def end(session: Session, caller: CanManage, feed_id: int) -> Response:
    """不再读取：由它得来的关系与产品随之结束，历史保留。"""
    await feeding.end(session, feed_id, by=caller.name)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _view(feed: Feed) -> FeedView:
    return FeedView.model_validate(feed)
