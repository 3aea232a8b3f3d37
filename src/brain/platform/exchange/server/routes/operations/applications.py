"""备案申请: apply, follow, hand in, ask for the joint test, renew, collect credentials."""

from collections.abc import Awaitable, Callable
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Invalid
from brain.platform.exchange.codes import BadToken
from brain.platform.exchange.messages.application import (
    ApplicationAnswer,
    ApplicationForm,
    ApplicationOpened,
    ApplicationStep,
    CredentialsAnswer,
    CredentialsRequest,
)
from brain.platform.exchange.protocol import BASE_PATH
from brain.platform.exchange.server.domain.applications import WrongState
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.routes.call import Call, Handler, Operation
from brain.platform.exchange.server.service import applications, credentials

GROUP = "备案申请"
ONE = f"{BASE_PATH}/applications/{{number}}"


def _bearer(call: Call) -> str:
    scheme, _, text = (call.header("Authorization") or "").partition(" ")
    if scheme.lower() != "bearer" or not text.strip():
        raise BadToken("缺少登记码或申请令牌", missing=True)
    return text.strip()


async def _own(call: Call, session: AsyncSession, *, lock: bool = False) -> ApplicationRow:
    return await applications.authenticated(session, call.parameters["number"], _bearer(call), lock=lock)


async def apply(call: Call) -> ApplicationOpened:
    form = await call.body(ApplicationForm)
    async with call.environment.home.database.transaction() as session:
        return await applications.apply(session, _bearer(call), form)


async def show(call: Call) -> ApplicationAnswer:
    async with call.environment.home.database.transaction() as session:
        return await applications.answer(session, await _own(call, session))


async def step(name: str, call: Call) -> ApplicationAnswer:
    wanted = await call.body(ApplicationStep)
    async with call.environment.home.database.transaction() as session:
        row = await _own(call, session, lock=True)
        return await applications.step_by_brain(session, row, name, wanted)


Renewal = Callable[..., Awaitable[CredentialsAnswer]]


async def credentials_by(renewal: Renewal, call: Call) -> CredentialsAnswer:
    wanted = await call.body(CredentialsRequest)
    async with call.environment.home.database.transaction() as session:
        row = await _own(call, session, lock=True)
        return await renewal(session, call.environment.home, row, wanted.environment)


def _step(name: str, title: str, description: str) -> Operation:
    handler: Handler = partial(step, name)
    return Operation(
        method="POST",
        path=f"{ONE}/{name}",
        title=title,
        description=description,
        handler=handler,
        answer=ApplicationAnswer,
        group=GROUP,
        access="application",
        body=ApplicationStep,
        refusals=(BadToken, WrongState, Invalid),
    )


def _credentials(name: str, title: str, renewal: Renewal) -> Operation:
    handler: Handler = partial(credentials_by, renewal)
    return Operation(
        method="POST",
        path=f"{ONE}/{name}",
        title=title,
        description="标识码、密钥与签名密钥只显示这一次，请立即妥善保存。",
        handler=handler,
        answer=CredentialsAnswer,
        group=GROUP,
        access="application",
        body=CredentialsRequest,
        refusals=(BadToken, credentials.NotCollectable),
    )


OPERATIONS = (
    Operation(
        method="POST",
        path=f"{BASE_PATH}/applications",
        title="提出数据交换申请",
        description="以能力中心发给本单位的一次性登记码作为 Bearer 令牌；"
        "返回申请编号与申请令牌（只显示一次）。",
        handler=apply,
        answer=ApplicationOpened,
        group=GROUP,
        access="application",
        body=ApplicationForm,
        refusals=(BadToken, Invalid),
    ),
    Operation(
        method="GET",
        path=ONE,
        title="查看申请",
        description="状态、历史、现在可以做的事与可领取的凭证。",
        handler=show,
        answer=ApplicationAnswer,
        group=GROUP,
        access="application",
        refusals=(BadToken,),
    ),
    _step("submissions", "提交申请", "草稿或被退回的申请；可同时给出修改后的申请内容。"),
    _step(
        "test-requests", "申请联调测试", "同意联调后申请；整改完成后再次申请时须在 comment 中说明整改情况。"
    ),
    _step("renewals", "申请续期", "已开通或已到期的申请。"),
    _credentials("credentials", "领取凭证", credentials.collect),
    _credentials("credential-rotations", "轮换凭证", credentials.rotate),
)
