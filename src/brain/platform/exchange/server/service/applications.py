"""备案申请 (annex 3, 3.1): enrolment, the steps of both sides, and what each step means for the clients."""

from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import UNSET
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now, today
from brain.kit.crypto import sm3, token
from brain.kit.errors import FieldError, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.platform.exchange.codes import BadToken
from brain.platform.exchange.messages.application import (
    ApplicationAnswer,
    ApplicationForm,
    ApplicationOpened,
    ApplicationStep,
    HistoryEntry,
)
from brain.platform.exchange.protocol import STATE_TITLES, ApplicationState
from brain.platform.exchange.scenes.catalogue import scenes
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.domain.admission import is_network
from brain.platform.exchange.server.domain.applications import (
    DEFAULT_CALLS_PER_MINUTE,
    ENROLMENT_LIFE,
    VALIDITY,
    Side,
    Standing,
    extended,
)
from brain.platform.exchange.server.models.access import ApplicationEventRow, ApplicationRow, EnrolmentRow
from brain.platform.exchange.server.queries import applications as queries


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    """The code is shown once."""

    code: str
    row: EnrolmentRow


async def enrol(session: AsyncSession, organisation_name: str, credit_code: str, by: str) -> Enrolment:
    """A one-time code that the operator hands to the organisation."""
    code, at = token("en"), now()
    row = EnrolmentRow(
        code_hash=sm3(code.encode()),
        organisation_name=organisation_name,
        credit_code=credit_code,
        created_by=by,
        created_at=at,
        expires_at=at + ENROLMENT_LIFE,
    )
    await queries.add(session, row)
    recorded = Recorded(
        act=acts.ENROLLED, target=credit_code, title=organisation_name, actor=by, actor_name=by
    )
    await announce(session, recorded)
    return Enrolment(code=code, row=row)


async def apply(session: AsyncSession, code: str, form: ApplicationForm) -> ApplicationOpened:
    """Use up an enrolment code: a draft, and the token by which the organisation goes on with it."""
    enrolment = await queries.lock_enrolment(session, sm3(code.encode()))
    at = now()
    if enrolment is None or enrolment.used_at is not None or at >= enrolment.expires_at:
        raise BadToken("登记码无效、已使用或已过期")
    _check(form, enrolment.credit_code)
    enrolment.used_at = at
    application_token = token("at")
    row = ApplicationRow(
        number=await queries.next_number(session, today().year),
        state=ApplicationState.DRAFT.value,
        form={},
        token_hash=sm3(application_token.encode()),
        credit_code=enrolment.credit_code,
        calls_per_minute=DEFAULT_CALLS_PER_MINUTE,
        created_at=at,
    )
    _fill(row, form)
    await queries.add(session, row)
    await announce(session, recorded_by_brain(row, acts.APPLIED))
    return ApplicationOpened(
        number=row.number, application_token=application_token, state=ApplicationState.DRAFT
    )


def _check(form: ApplicationForm, credit_code: str) -> None:
    errors: list[FieldError] = []
    if form.organisation_credit_code != credit_code:
        errors.append({"loc": "/organisationCreditCode", "message": "与登记码所属单位不一致"})
    for number, scene in enumerate(form.scenes):
        if scene not in scenes():
            errors.append({"loc": f"/scenes/{number}", "message": f"应为：{'、'.join(scenes())}"})
    for number, address in enumerate(form.source_addresses):
        if not is_network(address):
            errors.append({"loc": f"/sourceAddresses/{number}", "message": "应为 IP 地址或 CIDR 网段"})
    if errors:
        raise Invalid("申请内容有误，请按 errors 逐项修改", errors)


def _fill(row: ApplicationRow, form: ApplicationForm) -> None:
    row.form = msgspec.to_builtins(form)
    row.organisation_name, row.system_name = form.organisation_name, form.system_name


def form_of(row: ApplicationRow) -> ApplicationForm:
    return msgspec.convert(row.form, ApplicationForm)


async def authenticated(
    session: AsyncSession, number: str, text: str, *, lock: bool = False
) -> ApplicationRow:
    """The application that this token belongs to, if it is the one asked for."""
    row = await queries.by_token(session, sm3(text.encode()), lock=lock)
    if row is None or row.number != number:
        raise BadToken("申请令牌无效")
    return row


def standing(row: ApplicationRow) -> Standing:
    return Standing(
        state=ApplicationState(row.state),
        valid_until=row.valid_until,
        renewal_pending=row.renewal_requested_at is not None,
        sandbox_collected=row.sandbox_collected_at is not None,
        production_collected=row.production_collected_at is not None,
    )


async def step_by_brain(
    session: AsyncSession, row: ApplicationRow, name: str, step: ApplicationStep
) -> ApplicationAnswer:
    """A step of the applicant; a form replaces the one before when the application is handed in."""
    comment = "" if step.comment is UNSET else step.comment
    if step.form is not UNSET:
        if name != "submissions":
            raise Invalid("只有提交时可以修改申请内容", [{"loc": "/form", "message": "此步骤不接受申请内容"}])
        _check(step.form, row.credit_code)
    await take(session, row, name, Actor("brain", row.organisation_name), comment)
    if step.form is not UNSET:
        _fill(row, step.form)
    return await answer(session, row)


def recorded_by_brain(row: ApplicationRow, act: Act, **details: Any) -> Recorded:
    """What the applicant does has no account here: its credit code stands for it."""
    return Recorded(
        act=act,
        target=row.number,
        title=row.system_name,
        actor=row.credit_code,
        actor_name=row.organisation_name,
        details=details,
    )


@dataclass(frozen=True)
class Actor:
    """`account` is empty for what no person does."""

    side: Side
    name: str
    account: str = "system"


async def take(session: AsyncSession, row: ApplicationRow, name: str, actor: Actor, reason: str) -> None:
    """Move an application one step, write its history, tell the centre's people."""
    before = ApplicationState(row.state)
    after = standing(row).take(name, actor.side, reason)
    at = now()
    row.state = after.value
    if name == "renewals":
        row.renewal_requested_at = at
    elif name in {"extend", "decline"}:
        row.renewal_requested_at = None
    if name in {"promote", "extend"}:
        row.valid_until = today() + VALIDITY if name == "promote" else extended(row.valid_until, today())
    event = ApplicationEventRow(
        application_id=row.id,
        at=at,
        side=actor.side,
        actor=actor.name,
        action=name,
        from_state=before.value,
        to_state=after.value,
        reason=reason,
    )
    await queries.add(session, event)
    await announce(session, _recorded(row, event, actor))
    await _tell(session, row, name)


def _recorded(row: ApplicationRow, event: ApplicationEventRow, actor: Actor) -> Recorded:
    act = acts.STEP_ACTS[event.action]
    details = {"from": event.from_state, "to": event.to_state, "reason": event.reason}
    if actor.side == "brain":
        return recorded_by_brain(row, act, **details)
    return Recorded(
        act=act,
        target=row.number,
        title=row.system_name,
        actor=actor.account,
        actor_name=actor.name,
        details=details,
    )


TODO_AFTER = {
    "submissions": ("待审核", "waits for review"),
    "renewals": ("申请续期", "asks for renewal"),
    "pass": ("联调通过，待开通", "passed the joint test and waits for promotion"),
}
MESSAGE_AFTER = {"fail": ("联调未通过", "failed the joint test"), "expire": ("已到期", "has expired")}


async def _tell(session: AsyncSession, row: ApplicationRow, name: str) -> None:
    """What waits for the centre becomes a to-do of the reviewers; any later step settles it."""
    key = f"exchange.application/{row.number}"
    await announce(session, Settled(key=key))
    words = TODO_AFTER.get(name) or MESSAGE_AFTER.get(name)
    if words is None:
        return
    await announce(
        session,
        Notice(
            kind="todo" if name in TODO_AFTER else "message",
            title=f"数据交换申请 {row.number}（{row.system_name}）{words[0]}",
            title_en=f"Application {row.number} ({row.system_name}) {words[1]}",
            link=f"/exchange/applications/{row.number}",
            scope="exchange.review",
            key=key if name in TODO_AFTER else None,
        ),
    )


async def answer(session: AsyncSession, row: ApplicationRow) -> ApplicationAnswer:
    """The application as its applicant sees it."""
    stands = standing(row)
    return ApplicationAnswer(
        number=row.number,
        state=stands.state,
        state_title=STATE_TITLES[stands.state],
        form=form_of(row),
        history=await history(session, row),
        actions=stands.steps("brain"),
        valid_until=row.valid_until,
        renewal_pending=stands.renewal_pending,
        collectable=stands.collectable(),
    )


async def history(session: AsyncSession, row: ApplicationRow) -> list[HistoryEntry]:
    return [
        HistoryEntry(
            at=event.at,
            side=event.side,  # type: ignore[arg-type]  # written by `take` only
            actor=event.actor,
            action=event.action,
            from_state=ApplicationState(event.from_state),
            to_state=ApplicationState(event.to_state),
            reason=event.reason,
        )
        for event in await queries.history(session, row.id)
    ]
