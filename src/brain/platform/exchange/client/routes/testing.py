"""联调测试: start, follow, read the signed report."""

from typing import Any

import msgspec
from fastapi import APIRouter, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.exchange.client.domain.refusals import RunInProgress
from brain.platform.exchange.client.models import ConformanceRunRow
from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.queries import testing as queries
from brain.platform.exchange.client.routes.access import REFUSALS_ONE, CanApply, CanSee, Id
from brain.platform.exchange.client.schemas.application import (
    StepComment,
    TestCheckView,
    TestFindingView,
    TestRunsView,
    TestRunView,
)
from brain.platform.exchange.client.service import testing as service
from brain.platform.exchange.conformance import CHECKS

router = APIRouter(prefix="/api/exchange-client", tags=["数据交换（产业大脑侧）"])
DUE = {check.id: check for check in CHECKS}


@router.get("/applications/{application_id}/test-runs", response_model=TestRunsView, responses=REFUSALS_ONE)
async def runs(session: Session, caller: CanSee, application_id: Id) -> TestRunsView:
    """一份申请的各次联调测试，最新的在前。"""
    await connection.application(session, application_id)
    return TestRunsView(items=[_view(row) for row in await queries.runs(session, application_id)])


@router.post(
    "/applications/{application_id}/test-runs",
    response_model=TestRunView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, RunInProgress),
)
async def start(session: Session, caller: CanApply, application_id: Id, step: StepComment) -> TestRunView:
    """发起联调测试，在后台执行；整改后再次联调须说明整改情况。"""
    await connection.application(session, application_id)
    row = await service.start(session, application_id, step.comment, caller.name)
    await service.enqueue(session, row.id)
    return _view(row)


@router.get("/test-runs/{run_id}", response_model=TestRunView, responses=REFUSALS_ONE)
async def run(session: Session, caller: CanSee, run_id: Id) -> TestRunView:
    """一次联调测试的进度与逐项结果。"""
    return _view(await queries.run(session, run_id))


@router.get("/test-runs/{run_id}/report", response_class=Response, responses=REFUSALS_ONE)
async def report(session: Session, caller: CanSee, run_id: Id) -> Response:
    """下载双方签名的联调报告（JSON）。"""
    row = await queries.run(session, run_id)
    if row.report is None:
        raise NotFound("这次联调测试没有形成报告")
    content = msgspec.json.format(msgspec.json.encode({"report": row.report, "answer": row.answer}), indent=2)
    disposition = f'attachment; filename="conformance-report-{run_id}.json"'
    return Response(content, media_type="application/json", headers={"content-disposition": disposition})


def _check(seen: dict[str, Any]) -> TestCheckView:
    due = DUE[seen["id"]]
    expected = {"expectedStatus": due.status, "expectedCode": due.code}
    return TestCheckView.model_validate(seen | expected, extra="ignore")


def _view(row: ConformanceRunRow) -> TestRunView:
    return TestRunView.model_validate(
        {
            "id": row.id,
            "application_id": row.application_id,
            "state": row.state,
            "total": row.total,
            "checks": [_check(check) for check in row.checks],
            "findings": [TestFindingView.model_validate(finding) for finding in row.findings],
            "comment": row.comment,
            "problem": row.problem,
            "started_by": row.started_by,
            "started_at": row.started_at,
            "finished_at": row.finished_at,
            "countersigned_at": (row.answer or {}).get("countersignedAt"),
        }
    )
