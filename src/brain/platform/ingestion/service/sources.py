"""Registering sources, vouching for them, stopping them: no source, no data."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now, today
from brain.kit.errors import Conflict, FieldError, Forbidden, Invalid, NotFound
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.platform.ingestion.contract import Certification, Registration, Source, keeps_certification
from brain.platform.ingestion.domain import acts
from brain.platform.ingestion.queries import sources
from brain.platform.ingestion.queries.sources import Event
from brain.reference.credit_code import CreditCode
from brain.reference.region import GAZETTEER

SYSTEM = "system"  # whoever commands the machine: the command line and the demonstration
_UNCERTIFIED = {"voucher": None, "evidence": None, "verified_on": None, "valid_until": None}


async def register(session: AsyncSession, registration: Registration, by: str) -> Source:
    _check(registration)
    if await sources.by_name(session, registration.name):
        raise Conflict(f"已有名为“{registration.name}”的数据源")
    source = await sources.add(session, registration, by)
    await _record(session, source, acts.SOURCE_REGISTERED, by, _told(registration))
    return await sources.get(session, source.id)


async def amend(session: AsyncSession, source_id: int, registration: Registration, by: str) -> Source:
    """What the certification was given for has changed: it ends."""
    _check(registration)
    source = await sources.get(session, source_id, locked=True)
    before, after = _told(source.registration), _told(registration)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    if not changed:
        return source
    other = await sources.by_name(session, registration.name)
    if other and other.id != source_id:
        raise Conflict(f"已有名为“{registration.name}”的数据源")
    ended = {} if keeps_certification(source.registration, registration) else _UNCERTIFIED
    await sources.change(session, source_id, asdict(registration) | ended)
    await _record(session, source, acts.SOURCE_AMENDED, by, changed)
    return await sources.get(session, source_id)


async def certify(session: AsyncSession, source_id: int, certification: Certification, by: str) -> Source:
    """Raises Forbidden for whoever registered it: two people stand behind a source."""
    source = await sources.get(session, source_id, locked=True)
    if by == source.registered_by and by != SYSTEM:
        raise Forbidden("登记人不能认证自己登记的数据源，请由另一位审批人员认证")
    wrong: list[FieldError] = []
    if certification.verified_on > today():
        wrong.append({"loc": "/body/verifiedOn", "message": "不能晚于今天"})
    if certification.valid_until < today():
        wrong.append({"loc": "/body/validUntil", "message": "不能早于今天"})
    if wrong:
        raise Invalid("认证日期有误", wrong)
    await sources.change(session, source_id, asdict(certification))
    told = {key: str(value) for key, value in asdict(certification).items()}
    await _record(session, source, acts.SOURCE_CERTIFIED, by, told)
    return await sources.get(session, source_id)


async def suspend(session: AsyncSession, source_id: int, reason: str, by: str) -> Source:
    """Data of a suspended source are refused at once; what came before stays."""
    source = await sources.get(session, source_id, locked=True)
    if source.suspended_for is None:
        await sources.change(session, source_id, {"suspended_for": reason})
        await _record(session, source, acts.SOURCE_SUSPENDED, by, {"reason": reason})
    return await sources.get(session, source_id)


async def resume(session: AsyncSession, source_id: int, by: str) -> Source:
    source = await sources.get(session, source_id, locked=True)
    if source.suspended_for is not None:
        await sources.change(session, source_id, {"suspended_for": None})
        await _record(session, source, acts.SOURCE_RESUMED, by, {})
    return await sources.get(session, source_id)


async def declare(session: AsyncSession, registration: Registration, certification: Certification) -> Source:
    """A source as whoever commands the machine declares it: told again, it is what was told last."""
    source = await sources.by_name(session, registration.name)
    if source is None:
        source = await register(session, registration, SYSTEM)
    else:
        source = await amend(session, source.id, registration, SYSTEM)
    if source.certification == certification:
        return source
    return await certify(session, source.id, certification, SYSTEM)


async def get(session: AsyncSession, source_id: int) -> Source:
    return await sources.get(session, source_id)


async def named(session: AsyncSession, name: str) -> Source:
    source = await sources.by_name(session, name)
    if source is None:
        raise Invalid(f"没有登记名为“{name}”的数据源：没有来源的数据不收。先登记并认证，再导入")
    return source


async def page(
    session: AsyncSession, words: str | None, *, offset: int, limit: int
) -> tuple[list[Source], int]:
    """The latest registered first; `words` look into name and provider."""
    return await sources.page(session, words, offset=offset, limit=limit)


async def of_providers(session: AsyncSession, providers: Collection[str]) -> dict[str, Source]:
    """By provider, the latest registered of each."""
    return {source.registration.provider: source for source in await sources.of_providers(session, providers)}


async def history(session: AsyncSession, source_id: int) -> Sequence[Event]:
    await sources.get(session, source_id)
    return await sources.events(session, source_id)


async def delivered(session: AsyncSession, source_id: int) -> None:
    """Data of this source have come in whole."""
    await sources.change(session, source_id, {"delivered_at": now()})
    await announce(session, Settled(key=_late_key(source_id)))


async def remind_of_late(session: AsyncSession) -> int:
    """A to-do for each source whose data are overdue; how many there are."""
    late = [source for source in await sources.expected(session) if source.is_late(today())]
    for source in late:
        name = source.registration.name
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"数据源“{name}”逾期未更新",
                title_en=f"Data of source {name} are overdue",
                body=f"应于 {source.due_on()} 前更新；联系：{source.registration.contact}",
                link=f"/ingestion/sources/{source.id}",
                scope="ingestion.import",
                key=_late_key(source.id),
            ),
        )
    return len(late)


def _late_key(source_id: int) -> str:
    return f"ingestion.late/{source_id}"


def _check(registration: Registration) -> None:
    wrong: list[FieldError] = []
    if registration.provider_code is not None:
        try:
            CreditCode(registration.provider_code)
        except Invalid as refusal:
            wrong.append({"loc": "/body/providerCode", "message": refusal.message})
    if registration.region_code is not None:
        try:
            GAZETTEER.resolve(registration.region_code)
        except NotFound as refusal:
            wrong.append({"loc": "/body/regionCode", "message": refusal.message})
    if wrong:
        raise Invalid("数据源登记有误", wrong)


def _told(registration: Registration) -> dict[str, Any]:
    told = asdict(registration)
    return {key: str(value) if isinstance(value, date) else value for key, value in told.items()}


async def _record(session: AsyncSession, source: Source, act: Act, by: str, details: dict[str, Any]) -> None:
    await sources.note(session, source.id, act.name.partition(".")[2].removesuffix("_source"), by, details)
    target, title = str(source.id), source.registration.name
    await announce(session, Recorded(act=act, target=target, title=title, actor=by, details=details))
