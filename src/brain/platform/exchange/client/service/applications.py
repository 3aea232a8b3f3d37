"""备案申请 from the brain's side: draft, submit, follow, collect credentials, rotate, renew.

The centre shows some things once (the application's token, credentials): each such call is a transaction of
its own, kept whatever becomes of the next call.
"""

from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import FieldError, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import Wire
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.domain import acts
from brain.platform.exchange.client.domain.application import (
    NEXT_STEPS,
    NEXT_STEPS_EN,
    is_editable,
    next_step,
)
from brain.platform.exchange.client.domain.refusals import NotEditable
from brain.platform.exchange.client.models import ApplicationRow, CredentialRow
from brain.platform.exchange.client.queries import connection as queries
from brain.platform.exchange.client.service.link import Environment
from brain.platform.exchange.messages.application import (
    ApplicationAnswer,
    ApplicationForm,
    ApplicationOpened,
    CredentialsAnswer,
)
from brain.platform.exchange.problems import type_problems
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState

APPLICATIONS = "/applications"


async def create(session: AsyncSession, form: dict[str, Any]) -> ApplicationRow:
    at = now()
    row = ApplicationRow(state=ApplicationState.DRAFT, form=form, created_at=at, updated_at=at)
    await queries.add_application(session, row)
    await announce(session, _recorded(row, acts.CREATED))
    return row


async def edit(session: AsyncSession, application_id: int, form: dict[str, Any]) -> ApplicationRow:
    """Save what has been filled in so far; it is checked as a whole when it is submitted."""
    row = await queries.application(session, application_id)
    _require_editable(row)
    row.form, row.updated_at = form, now()
    return row


async def submit(node: Node, application_id: int, enrolment_code: str | None) -> None:
    """The first time the one-time code of the centre opens the application there."""
    async with node.database.transaction() as session:
        row = await queries.application(session, application_id)
        _require_editable(row)
        form = _checked(row.form)
        if row.number is None:
            await _open(node, row, form, enrolment_code)
    await act(node, application_id, "submissions", form=msgspec.to_builtins(form))


async def act(node: Node, application_id: int, action: str, **step: Any) -> None:
    """One of the actions that the centre allows now, by the word of its path; then see where we stand."""
    async with node.database.transaction() as session:
        row = await queries.application(session, application_id)
        path = f"{APPLICATIONS}/{row.number}/{action}"
        await _ask(node, "POST", path, _token(node, row), msgspec.json.encode(step))
        await announce(session, _recorded(row, acts.ACTIONS[action]))
        await _follow(node, session, row)


async def follow(node: Node, application_id: int) -> None:
    """Take over the centre's record; a new state is told to the people who have to act on it."""
    async with node.database.transaction() as session:
        await _follow(node, session, await queries.application(session, application_id))


async def newest(session: AsyncSession) -> int | None:
    """The id of the application made last."""
    found = await queries.applications(session)
    return found[0].id if found else None


async def can_collect(node: Node, application_id: int, environment: Environment) -> bool:
    """Whether the centre has credentials of this environment waiting for us, as of the last look."""
    async with node.database.transaction() as session:
        row = await queries.application(session, application_id)
    return environment in (row.snapshot or {}).get("collectable", ())


async def follow_all(node: Node) -> None:
    async with node.database.transaction() as session:
        followed = await queries.followed(session)
    for application_id in followed:
        await follow(node, application_id)


async def collect(node: Node, application_id: int, environment: Environment) -> None:
    """Fetch the credentials, which the centre shows once, and keep them sealed."""
    await _take_credentials(node, application_id, environment, acts.COLLECTED)


async def rotate(node: Node, application_id: int, environment: Environment) -> None:
    """New credentials in the place of the old, which the centre still takes for some days."""
    await _take_credentials(node, application_id, environment, acts.ROTATED)


async def _take_credentials(node: Node, application_id: int, environment: Environment, act: Act) -> None:
    action = "credentials" if act is acts.COLLECTED else "credential-rotations"
    async with node.database.transaction() as session:
        row = await queries.application(session, application_id)
        path = f"{APPLICATIONS}/{row.number}/{action}"
        wanted = msgspec.json.encode({"environment": environment})
        body = await _ask(node, "POST", path, _token(node, row), wanted)
        answer = msgspec.convert(body, CredentialsAnswer)
        await queries.add_credential(session, _sealed(node, answer, row.id))
        await announce(session, _recorded(row, act, environment=environment))
    await follow(node, application_id)


def _recorded(row: ApplicationRow, act: Act, **details: Any) -> Recorded:
    title = str(row.form.get("systemName") or "")
    return Recorded(act=act, target=str(row.id), title=f"{row.number or ''} {title}".strip(), details=details)


def _sealed(node: Node, answer: CredentialsAnswer, application_id: int) -> CredentialRow:
    seal, name = node.secrets.seal, answer.client_id
    return CredentialRow(
        application_id=application_id,
        environment=answer.environment,
        client_id=name,
        sealed_secret=seal(f"{name}/secret", answer.client_secret.encode()),
        sealed_sign_key=seal(f"{name}/sign_key", answer.sign_key.encode()),
        gzip=False,
        classes=answer.scope.split(),
        scenes=answer.scenes,
        valid_until=answer.valid_until,
        previous_valid_until=answer.previous_valid_until,
        collected_at=now(),
    )


async def _open(node: Node, row: ApplicationRow, form: ApplicationForm, enrolment_code: str | None) -> None:
    if not enrolment_code:
        message = "请填写省级能力中心发放的接入码"
        raise Invalid(message, [{"loc": "/body/enrolmentCode", "message": message}])
    body = await _ask(node, "POST", APPLICATIONS, enrolment_code, msgspec.json.encode(form))
    opened = msgspec.convert(body, ApplicationOpened)
    row.number, row.state = opened.number, opened.state
    row.sealed_token = node.secrets.seal(f"application/{opened.number}", opened.application_token.encode())


async def _follow(node: Node, session: AsyncSession, row: ApplicationRow) -> None:
    body = await _ask(node, "GET", f"{APPLICATIONS}/{row.number}", _token(node, row))
    answer = msgspec.convert(body, ApplicationAnswer)
    before = next_step(row.state, (row.snapshot or {}).get("collectable", ()))
    step = next_step(answer.state, answer.collectable)
    moved = answer.state != row.state
    row.state, row.snapshot = answer.state, body
    if moved:
        row.updated_at = now()
    if moved or step != before:
        await announce(session, Settled(key=_notice_key(row)))
    if moved or step not in {before, None}:
        await _tell(session, row, answer, step)


def _notice_key(row: ApplicationRow) -> str:
    return f"exchange_client.application/{row.id}"


async def _tell(
    session: AsyncSession, row: ApplicationRow, answer: ApplicationAnswer, step: ApplicationState | None
) -> None:
    notice = Notice(
        kind="todo" if step else "message",
        title=NEXT_STEPS[step] if step else f"数据交换申请：{answer.state_title}",
        title_en=NEXT_STEPS_EN[step] if step else f"Data exchange application: {answer.state}",
        body=answer.history[-1].reason if answer.history else "",
        link=f"/exchange/client/applications/{row.id}",
        scope="exchange_client.apply",
        key=_notice_key(row) if step else None,
    )
    await announce(session, notice)


async def _ask(node: Node, method: str, path: str, bearer: str, body: bytes = b"") -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
    async with Wire(node.get(ExchangeClientSettings)) as wire:
        request = wire.request(method, protocol.BASE_PATH + path, content=body, headers=headers)
        return (await wire.send(request)).required()


def _token(node: Node, row: ApplicationRow) -> str:
    if row.sealed_token is None:
        raise NotEditable("申请尚未提交到省级能力中心")
    return node.secrets.open(f"application/{row.number}", row.sealed_token).decode()


def _require_editable(row: ApplicationRow) -> None:
    if not is_editable(row.state):
        raise NotEditable(f"申请处于“{STATE_TITLES[ApplicationState(row.state)]}”，不能修改")


def _checked(form: dict[str, Any]) -> ApplicationForm:
    problems = type_problems(ApplicationForm, form)
    if problems:
        fields: list[FieldError] = [
            {"loc": f"/body{problem.loc}", "message": problem.message} for problem in problems
        ]
        raise Invalid("申请尚未填写完整", fields)
    return msgspec.convert(form, ApplicationForm)
