"""A document that was brought: verified, applied as a whole or refused with a reason, kept in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jws
from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from brain.kit.events import Notice, Recorded, announce
from brain.kit.jobs import enqueue
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.factory_link.gateway.contract import BrainLetter
from brain.platform.factory_link.gateway.service import letters
from brain.platform.gateway_configuration.gateway.domain import acts
from brain.platform.gateway_configuration.gateway.domain.differences import altered
from brain.platform.gateway_configuration.gateway.models import ConfigurationKeyRow, ConfigurationRow
from brain.platform.gateway_configuration.gateway.service import applying, standing
from brain.platform.gateway_configuration.protocol.documents import (
    ANSWER,
    DOCUMENT,
    LARGEST,
    TYPE,
    AnswerBody,
    Configuration,
    DocumentBody,
    content,
)
from brain.platform.shop_floor.service import configuring

log = logger(__name__)

JUDGE: Final = "gateway_configuration.judge"
LONGEST: Final = timedelta(days=90)  # of a document's validity


@dataclass(frozen=True)
class Verdict:
    """`row` is empty where no registered key signed it: such documents are answered, not kept."""

    row: ConfigurationRow | None
    refusal: str | None


async def page(session: AsyncSession, paging: Paging) -> tuple[Sequence[ConfigurationRow], int]:
    total = await session.scalar(select(func.count()).select_from(ConfigurationRow)) or 0
    found = await session.scalars(
        select(ConfigurationRow)
        .order_by(ConfigurationRow.id.desc())
        .limit(paging.page_size)
        .offset(paging.offset)
    )
    return found.all(), total


async def get(session: AsyncSession, number: int, *, lock_it: bool = False) -> ConfigurationRow:
    row = await session.get(ConfigurationRow, number, with_for_update=lock_it)
    if row is None:
        raise NotFound("没有这份配置")
    return row


async def hear(session: AsyncSession, letter: BrainLetter) -> None:
    """Judged by a job of its own: a document takes longer than a letter may."""
    if letter.kind != DOCUMENT:
        return
    try:
        body = DocumentBody.model_validate(letter.body)
    except ValidationError as wrong:
        log.warning("gateway_configuration.not_understood", letter=letter.id, why=str(wrong))
        return
    await enqueue(session, JUDGE, {"letter": letter.id, "document": body.document}, key=letter.id)


async def judge_letter(node: Node, payload: dict[str, Any]) -> None:
    """The answer's number follows from the letter's: judged twice it is answered once, as it was at first."""
    async with node.database.transaction() as session:
        verdict = await judge(session, node, payload["document"], "brain")
        body = AnswerBody(
            document=payload["letter"],
            outcome="refused" if verdict.refusal else "applied",
            reason=verdict.refusal or "",
            at=now(),
            state=standing.digest(await configuring.state(session)),
        )
        number = str(uuid5(UUID(payload["letter"]), ANSWER))
        await letters.post(session, number, ANSWER, body.model_dump(mode="json", by_alias=True))


async def judge(session: AsyncSession, node: Node, document: str, brought_by: str) -> Verdict:
    """Applied whole or not at all; a document is judged once."""
    await lock(session, "gateway_configuration")
    try:
        key = await _signer(session, document)
        digest = sm3(document.encode())
        if await session.scalar(select(ConfigurationRow.id).where(ConfigurationRow.digest == digest)):
            raise Conflict("这份配置处理过了：重放的不再应用")
    except Refusal as refused:
        await _record_stranger(session, document, refused.message, brought_by)
        return Verdict(None, refused.message)
    row = ConfigurationRow(
        digest=digest, key_id=key.id, document=document, brought_by=brought_by, at=now(), outcome="applied",
        was={}, became={}, sealed={},
    )  # fmt: skip
    try:
        await _apply(session, node, row, key)
    except Refusal as refused:
        row.outcome, row.refusal = "refused", refused.message
    session.add(row)
    await session.flush()
    await _tell(session, row, key)
    return Verdict(row, row.refusal)


async def _signer(session: AsyncSession, document: str) -> ConfigurationKeyRow:
    """The registered key that signed it. Raises Invalid or Forbidden."""
    if len(document) > LARGEST:
        raise Invalid("一份配置不能超过 200 KB")
    claimed, _ = jws.claimed(document, TYPE)
    held = (await session.scalars(select(ConfigurationKeyRow).with_for_update())).all()
    if not held:
        raise Forbidden("本网关没有登记配置管理员的公钥，不接受任何远程配置")
    key = next((each for each in held if each.public_key == claimed), None)
    if key is None:
        raise Forbidden("签名的密钥没有在本网关登记")
    if key.revoked_at is not None:
        raise Forbidden("签名的密钥已在本网关吊销")
    jws.check(document, key.public_key)
    return key


async def _apply(session: AsyncSession, node: Node, row: ConfigurationRow, key: ConfigurationKeyRow) -> None:
    told = content(jws.claimed(row.document, TYPE)[1])
    row.author, row.reason = told.author, told.reason
    if told.gateway != standing.number_of(node) or told.credit_code != node.organisation_code:
        raise Forbidden("这份配置是给另一家工厂或另一台网关的")
    if told.number <= await standing.highest(session):
        raise Conflict(f"配置的编号 {told.number} 已用过，或比处理过的小：请取新的底稿")
    row.number = told.number
    _check_span(told)
    await configuring.hold(session)
    before = await configuring.state(session)
    if told.base != standing.digest(before):
        raise Conflict("写这份配置之后，网关上的配置变过：请取新的底稿重写，没有覆盖")
    async with session.begin_nested():
        await applying.apply(session, node, told, key.holder)
    after = await configuring.state(session)
    row.was, row.became = altered(standing.things(before), standing.things(after))
    row.sealed = {
        number: before.sealed[number] for number in row.was.get("sources", {}) if number in before.sealed
    }


def _check_span(told: Configuration) -> None:
    if told.valid_until - told.valid_from > LONGEST:
        raise Invalid("配置的有效期不能超过 90 天")
    if now() < told.valid_from:
        raise Conflict("配置还没有到生效的时间")
    if now() >= told.valid_until:
        raise Conflict("配置已过有效期")


async def _tell(session: AsyncSession, row: ConfigurationRow, key: ConfigurationKeyRow) -> None:
    refused = row.refusal is not None
    title = f"{row.number or ''} {row.author or key.holder}".strip()
    details = {"key": jws.fingerprint(key.public_key), "brought_by": row.brought_by, "refusal": row.refusal}
    await announce(
        session,
        Recorded(
            act=acts.APPLIED, target=str(row.id), title=title, actor_name=key.holder, refused=refused,
            details=details,
        ),
    )  # fmt: skip
    words, words_en = ("没有应用", "was refused") if refused else ("已应用", "was applied")
    await announce(
        session,
        Notice(
            kind="message",
            title=f"“{key.holder}”签名的远程配置{words}",
            title_en=f"A remote configuration signed by “{key.holder}” {words_en}",
            body=row.refusal or row.reason or "",
            link=f"/gateway-configuration/{row.id}",
            scope="gateway_configuration.see",
        ),
    )


async def _record_stranger(session: AsyncSession, document: str, why: str, brought_by: str) -> None:
    details = {"digest": sm3(document.encode()), "brought_by": brought_by, "refusal": why}
    await announce(
        session, Recorded(act=acts.APPLIED, title=why, actor_name=brought_by, refused=True, details=details)
    )
