"""A language model's look at one data set, and what people decide of it."""

from fastapi import APIRouter

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode, Node
from brain.platform.grading.domain.opinions import Opinion
from brain.platform.grading.routes.book import CanConfirm, CanRead, FullName
from brain.platform.grading.schemas import LanguageModelView, OpinionView, RestWanted
from brain.platform.grading.service import opinions

router = APIRouter(prefix="/api/grading", tags=["分类分级"])
DECIDED = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


@router.get(
    "/data-sets/{tier}/{name}/opinion",
    response_model=LanguageModelView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def opinion(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> LanguageModelView:
    """语言模型最近一次的看法与各条建议；建议不改变级别，由人采纳。"""
    return _view(node, await opinions.newest(session, node, name))


@router.post(
    "/data-sets/{tier}/{name}/opinion",
    response_model=LanguageModelView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def ask(session: Session, node: CurrentNode, caller: CanConfirm, name: FullName) -> LanguageModelView:
    """请语言模型看一看最新的版本；同一版本只问一次，没有答成的可以再问。只送列名、含义、类型与取值的写法。"""
    return _view(node, await opinions.ask(session, node, name, by=caller.username))


@router.post("/advice/{number}/acceptance", response_model=LanguageModelView, responses=DECIDED)
async def accept(
    session: Session, node: CurrentNode, caller: CanConfirm, number: int, wanted: RestWanted
) -> LanguageModelView:
    """采纳一条建议：这一列按建议定级，不低于现行的级别。"""
    return _view(node, await opinions.accept(session, node, number, wanted.reason, by=caller.username))


@router.post("/advice/{number}/refusal", response_model=LanguageModelView, responses=DECIDED)
async def refuse(
    session: Session, node: CurrentNode, caller: CanConfirm, number: int, wanted: RestWanted
) -> LanguageModelView:
    """不采纳一条建议：级别不变。"""
    return _view(node, await opinions.refuse(session, node, number, wanted.reason, by=caller.username))


def _view(node: Node, found: Opinion | None) -> LanguageModelView:
    model = opinions.endpoint(node)
    return LanguageModelView(
        model=model.model if model else None,
        opinion=OpinionView.model_validate(found) if found else None,
    )
