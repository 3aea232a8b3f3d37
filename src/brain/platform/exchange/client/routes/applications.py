"""备案申请: drafts, submission, following, credentials, renewal."""

from fastapi import APIRouter

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode, Node
from brain.platform.exchange.client.domain.application import is_editable
from brain.platform.exchange.client.domain.refusals import NotEditable
from brain.platform.exchange.client.models import ApplicationRow
from brain.platform.exchange.client.queries import connection as queries
from brain.platform.exchange.client.routes.access import (
    REFUSALS,
    REFUSALS_CENTRE,
    REFUSALS_ONE,
    CanApply,
    CanSee,
    Id,
)
from brain.platform.exchange.client.schemas.application import (
    ApplicationStepView,
    ApplicationSubmission,
    CredentialCollection,
    OwnApplicationForm,
    OwnApplicationsView,
    OwnApplicationView,
    StepComment,
)
from brain.platform.exchange.client.service import applications as service
from brain.platform.exchange.client.service.link import Environment
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState

router = APIRouter(prefix="/api/exchange-client/applications", tags=["数据交换（产业大脑侧）"])

KNOWN_BY_THE_CENTRE = ("actions", "collectable", "validUntil", "renewalPending")


@router.get("", response_model=OwnApplicationsView, responses=REFUSALS)
async def applications(session: Session, caller: CanSee) -> OwnApplicationsView:
    """本产业大脑的全部备案申请，最新的在前。"""
    return OwnApplicationsView(items=[_view(row) for row in await queries.applications(session)])


@router.post("", response_model=OwnApplicationView, responses=REFUSALS)
async def create(session: Session, caller: CanApply, form: OwnApplicationForm) -> OwnApplicationView:
    """新建草稿。"""
    return _view(await service.create(session, _filled(form)))


@router.get("/{application_id}", response_model=OwnApplicationView, responses=REFUSALS_ONE)
async def application(session: Session, caller: CanSee, application_id: Id) -> OwnApplicationView:
    """一份申请及其全部经过。"""
    return _view(await queries.application(session, application_id))


@router.put(
    "/{application_id}/draft",
    response_model=OwnApplicationView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotEditable),
)
async def edit(
    session: Session, caller: CanApply, application_id: Id, form: OwnApplicationForm
) -> OwnApplicationView:
    """保存已填写的内容。"""
    return _view(await service.edit(session, application_id, _filled(form)))


@router.post(
    "/{application_id}/submissions",
    response_model=OwnApplicationView,
    responses=REFUSALS_CENTRE | refusals(Invalid),
)
async def submit(
    node: CurrentNode, caller: CanApply, application_id: Id, submission: ApplicationSubmission
) -> OwnApplicationView:
    """提交到省级能力中心；首次提交需填写中心发放的一次性接入码。"""
    await service.submit(node, application_id, submission.enrolment_code)
    return await _current(node, application_id)


@router.post("/{application_id}/refreshes", response_model=OwnApplicationView, responses=REFUSALS_CENTRE)
async def refresh(node: CurrentNode, caller: CanSee, application_id: Id) -> OwnApplicationView:
    """立即查询省级能力中心的办理状态（平时每分钟自动查询）。"""
    await service.follow(node, application_id)
    return await _current(node, application_id)


@router.post("/{application_id}/credentials", response_model=OwnApplicationView, responses=REFUSALS_CENTRE)
async def collect(
    node: CurrentNode, caller: CanApply, application_id: Id, wanted: CredentialCollection
) -> OwnApplicationView:
    """领取接口凭证：中心只给出一次，本地加密保存。"""
    await service.collect(node, application_id, Environment(wanted.environment))
    return await _current(node, application_id)


@router.post(
    "/{application_id}/credential-rotations", response_model=OwnApplicationView, responses=REFUSALS_CENTRE
)
async def rotate(
    node: CurrentNode, caller: CanApply, application_id: Id, wanted: CredentialCollection
) -> OwnApplicationView:
    """轮换接口凭证，旧凭证在重叠期内仍有效。"""
    await service.rotate(node, application_id, Environment(wanted.environment))
    return await _current(node, application_id)


@router.post("/{application_id}/renewals", response_model=OwnApplicationView, responses=REFUSALS_CENTRE)
async def renew(
    node: CurrentNode, caller: CanApply, application_id: Id, step: StepComment
) -> OwnApplicationView:
    """申请续期。"""
    await service.act(node, application_id, "renewals", **step.model_dump(exclude_none=True))
    return await _current(node, application_id)


async def _current(node: Node, application_id: int) -> OwnApplicationView:
    async with node.database.transaction() as session:
        return _view(await queries.application(session, application_id))


def _filled(form: OwnApplicationForm) -> dict[str, object]:
    return form.model_dump(by_alias=True, exclude_none=True)


def _view(row: ApplicationRow) -> OwnApplicationView:
    snapshot = row.snapshot or {"actions": [], "collectable": [], "validUntil": None, "renewalPending": False}
    return OwnApplicationView.model_validate(
        {
            "id": row.id,
            "number": row.number,
            "state": row.state,
            "stateTitle": STATE_TITLES[ApplicationState(row.state)],
            "editable": is_editable(row.state),
            "form": OwnApplicationForm.model_validate(row.form),
            "history": [ApplicationStepView.model_validate(entry) for entry in snapshot.get("history", [])],
            "createdAt": row.created_at,
            "updatedAt": row.updated_at,
        }
        | {name: snapshot[name] for name in KNOWN_BY_THE_CENTRE}
    )
