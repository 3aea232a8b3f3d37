"""What recipients' machines get, by the token of their sharing."""

from typing import Annotated, Literal

import pyarrow as pa
from fastapi import APIRouter, Depends, Header, Path, Query, Response, status

from brain.kit.db import Session
from brain.kit.errors import Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.sharing.contract import Answered, NotShared, Sharing
from brain.platform.sharing.schemas import ReceiptWanted, SharedAnswerView, SharedQuestion, SharedRowsView
from brain.platform.sharing.service import giving, reconciling

router = APIRouter(prefix="/api/shared", tags=["共享接口（接收方）"])

ARROW_TYPE = "application/vnd.apache.arrow.stream"
REFUSALS = refusals(Unauthenticated, NotFound, NotShared, Invalid)


async def recipients(
    session: Session,
    sharing_id: Annotated[int, Path(ge=1, le=2**63 - 1)],
    authorization: Annotated[str | None, Header(max_length=200)] = None,
) -> Sharing:
    return await giving.recipient(session, sharing_id, authorization)


Opened = Annotated[Sharing, Depends(recipients)]


@router.get(
    "/{sharing_id}/rows",
    response_model=SharedRowsView,
    responses=REFUSALS | {200: {"content": {ARROW_TYPE: {}}}},
)
async def rows(
    session: Session,
    node: CurrentNode,
    sharing: Opened,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    page_size: Annotated[int, Query(alias="pageSize", ge=1, le=5_000)] = 1_000,
    form: Annotated[Literal["json", "arrow"], Query(alias="format")] = "json",
) -> SharedRowsView | Response:
    """一页共享的行。次序与原数据无关；不能筛选、排序或计算。"""
    given = await giving.rows(session, node, sharing, (page - 1) * page_size, page_size)
    if form == "arrow":
        table = given.rows.to_arrow()
        target = pa.BufferOutputStream()
        mark = {"watermark": f"{sharing.profile.recipient} #{sharing.id}", "total": str(given.total)}
        marked = table.replace_schema_metadata(mark)
        with pa.ipc.new_stream(target, marked.schema) as stream:
            stream.write_table(marked)
        return Response(target.getvalue().to_pybytes(), media_type=ARROW_TYPE)
    return SharedRowsView(
        columns=given.rows.columns,
        rows=[list(row) for row in given.rows.iter_rows()],
        total=given.total,
        page=page,
        page_size=page_size,
        version=given.version,
    )


@router.post(
    "/{sharing_id}/receipts",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def receipt(session: Session, node: CurrentNode, sharing: Opened, wanted: ReceiptWanted) -> Response:
    """回执：收进来哪个版本、多少行。与给出的行数不符时双方核对。"""
    await reconciling.take_receipt(session, node, sharing, wanted.version, wanted.rows)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post("/{sharing_id}/answers", response_model=SharedAnswerView, responses=REFUSALS)
async def answer(session: Session, node: CurrentNode, sharing: Opened, question: SharedQuestion) -> Answered:
    """差分隐私的计数或合计；每次都用去预算，用完为止。"""
    ask = giving.count if question.what == "count" else giving.total
    return await ask(session, node, sharing, question.column, question.epsilon)
