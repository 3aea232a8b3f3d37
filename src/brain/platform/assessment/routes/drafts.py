"""Assessments: started, answered step by step, proved, submitted."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.assessment.routes.access import (
    CHANGING,
    FOUND,
    RAW_BODY,
    CanAnswer,
    CanSee,
    CanSubmit,
    Id,
)
from brain.platform.assessment.schemas import (
    AssessmentEvidenceView,
    AssessmentHead,
    EvidenceFile,
    KnownFactView,
    NewAssessment,
    NewEvidence,
    PrefilledView,
    StepAnswers,
)
from brain.platform.assessment.service import answering, facts, proving, submitting
from brain.platform.assessment.service.answering import Said
from brain.platform.assessment.service.proving import Proof

router = APIRouter(prefix="/api/assessment", tags=["数字化水平评测"])


@router.get("/facts", response_model=list[KnownFactView], responses=refusals(Unauthenticated, Forbidden))
async def told(session: Session, node: CurrentNode, caller: CanSee) -> list[KnownFactView]:
    """平台现在知道的事实：值、日期、来源、怎样算出。"""
    found = await facts.gathered(session, node)
    return [KnownFactView.model_validate(found[key]) for key in sorted(found)]


@router.post(
    "/assessments",
    response_model=AssessmentHead,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGING,
)
async def start(session: Session, caller: CanAnswer, wanted: NewAssessment) -> AssessmentHead:
    """开始评测；这个指标集已有草稿的，返回草稿。"""
    made = await answering.start(
        session, wanted.set_code, wanted.set_version, copy_of=wanted.copy_of, by=caller.username
    )
    return AssessmentHead.model_validate(made)


@router.put("/assessments/{assessment_id}/answers", status_code=204, responses=CHANGING)
async def answer(session: Session, caller: CanAnswer, assessment_id: Id, said: StepAnswers) -> None:
    """保存一步的回答。改动平台预填的回答要写明原因。"""
    wanted = [Said(**each.model_dump()) for each in said.answers]
    await answering.answer(session, assessment_id, wanted, by=caller.username)


@router.post("/assessments/{assessment_id}/prefill", response_model=PrefilledView, responses=CHANGING)
async def prefill(session: Session, node: CurrentNode, caller: CanAnswer, assessment_id: Id) -> PrefilledView:
    """用平台的事实预填没有回答的指标；人写的回答不动。"""
    return PrefilledView(filled=await answering.prefill(session, node, assessment_id, by=caller.username))


@router.post(
    "/assessments/{assessment_id}/evidence",
    response_model=AssessmentEvidenceView,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGING,
)
async def prove(
    session: Session, node: CurrentNode, caller: CanAnswer, assessment_id: Id, told: NewEvidence
) -> AssessmentEvidenceView:
    """为一个指标添加证据：说明、引用，或平台的一项事实。"""
    item = await proving.add(session, node, assessment_id, Proof(**told.model_dump()), caller.username)
    return AssessmentEvidenceView.model_validate(item)


@router.post(
    "/assessments/{assessment_id}/evidence/files",
    response_model=AssessmentEvidenceView,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGING | refusals(TooLarge),
    openapi_extra=RAW_BODY,
)
async def prove_by_file(
    request: Request,
    session: Session,
    node: CurrentNode,
    caller: CanAnswer,
    assessment_id: Id,
    asked: Annotated[EvidenceFile, Query()],
) -> AssessmentEvidenceView:
    """上传证据文件（请求体），不超过 20 MB，按 SM3 摘要保存。"""
    content = await proving.body_of(request.stream(), proving.LARGEST)
    told = Proof(indicator=asked.indicator, kind="file", text=asked.name)
    item = await proving.add_file(session, node, assessment_id, told, content, by=caller.username)
    return AssessmentEvidenceView.model_validate(item)


@router.get(
    "/assessments/{assessment_id}/evidence/{evidence_id}/file",
    response_class=Response,
    responses=FOUND | refusals(Invalid) | {200: {"content": {"application/octet-stream": {}}}},
)
async def proof(
    session: Session, node: CurrentNode, caller: CanSee, assessment_id: Id, evidence_id: Id
) -> Response:
    """下载证据文件；摘要不符的不给。"""
    content, name = await proving.file(session, node, assessment_id, evidence_id)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.delete("/assessments/{assessment_id}/evidence/{evidence_id}", status_code=204, responses=CHANGING)
async def disprove(session: Session, caller: CanAnswer, assessment_id: Id, evidence_id: Id) -> None:
    """移除草稿里的一项证据。"""
    await proving.remove(session, assessment_id, evidence_id, by=caller.username)


@router.post("/assessments/{assessment_id}/submission", response_model=AssessmentHead, responses=CHANGING)
async def submit(session: Session, caller: CanSubmit, assessment_id: Id) -> AssessmentHead:
    """提交：得分、等级与回答连同指标集一起固定，不再能改。"""
    return AssessmentHead.model_validate(await submitting.submit(session, assessment_id, by=caller.username))


@router.delete("/assessments/{assessment_id}", status_code=204, responses=CHANGING)
async def discard(session: Session, caller: CanAnswer, assessment_id: Id) -> None:
    """放弃草稿。"""
    await answering.discard(session, assessment_id, by=caller.username)
