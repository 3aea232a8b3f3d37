"""A brain keeps releases of the gateway and offers them; it can neither make nor alter one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jws
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.service import files, letters, reading
from brain.platform.gateway_upgrade.brain.domain import acts
from brain.platform.gateway_upgrade.brain.models import OfferRow, PublishedReleaseRow
from brain.platform.gateway_upgrade.protocol import packages, releases
from brain.platform.gateway_upgrade.protocol.releases import OfferBody, StateBody
from brain.platform.identity.contract import Caller

log = logger(__name__)

FAILED = ("returned", "failed")


async def page(session: AsyncSession, paging: Paging) -> tuple[Sequence[PublishedReleaseRow], int]:
    total = await session.scalar(select(func.count()).select_from(PublishedReleaseRow)) or 0
    newest = select(PublishedReleaseRow).order_by(PublishedReleaseRow.id.desc())
    found = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    return found.all(), total


async def counts(session: AsyncSession, numbers: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Of each release: offered to, kept by, failed at so many factories."""
    found = await session.execute(
        select(
            OfferRow.release_id,
            func.count(),
            func.count().filter(OfferRow.state == "kept"),
            func.count().filter(OfferRow.state.in_(FAILED)),
        )
        .where(OfferRow.release_id.in_(numbers))
        .group_by(OfferRow.release_id)
    )
    return {number: (offered, kept, failed) for number, offered, kept, failed in found.all()}


async def get(session: AsyncSession, number: int) -> PublishedReleaseRow:
    row = await session.get(PublishedReleaseRow, number, with_for_update=True)
    if row is None:
        raise NotFound("没有这一版")
    return row


async def add(session: AsyncSession, node: Node, package: Path, by: Caller) -> PublishedReleaseRow:
    """The same package again is the same release. Raises Invalid for what is no package, or one that was
    altered."""
    with packages.opened(package) as (text, held):
        key, told = releases.read(text)
        jws.check(text, key)
        digest = releases.digest(text)
        await lock(session, "gateway_releases")
        known = await session.scalar(select(PublishedReleaseRow).where(PublishedReleaseRow.digest == digest))
        if known is not None:
            return known
        await asyncio.to_thread(
            packages.unpack, held, told.files, lambda each: files.place(node, each.sha256)
        )
    row = PublishedReleaseRow(
        digest=digest, text=text, version=told.version, requires=told.requires, python=told.python,
        platform=told.platform, notes=told.notes, notes_en=told.notes_en, size=told.size, key=key,
        issued_at=told.issued_at, added_by=by.username, added_at=now(),
    )  # fmt: skip
    session.add(row)
    await session.flush()
    await _record(session, row, acts.ADDED, by)
    return row


async def at_factories(
    session: AsyncSession, number: int
) -> list[tuple[reading.ConnectedFactory, OfferRow | None]]:
    """Every factory whose link is in use, and how far it is with this release."""
    await get(session, number)
    rows = await session.scalars(select(OfferRow).where(OfferRow.release_id == number))
    offers = {row.factory_id: row for row in rows}
    return [(factory, offers.get(factory.id)) for factory in await reading.active(session)]


async def offer(
    session: AsyncSession, number: int, factories: Sequence[str], by: Caller
) -> PublishedReleaseRow:
    """A letter to each of them that does not have one yet. Raises Conflict for a withdrawn release, NotFound
    where a factory is not linked."""
    row = await get(session, number)
    if row.withdrawn_at is not None:
        raise Conflict("这一版已撤下")
    linked = {each.id: each for each in await reading.active(session)}
    unknown = set(factories) - linked.keys()
    if unknown:
        raise NotFound(f"有 {len(unknown)} 家工厂没有接通")
    for each in dict.fromkeys(factories):
        statement = insert(OfferRow).values(
            release_id=row.id, factory_id=each, factory=linked[each].title, offered_by=by.username,
            offered_at=now(), why="",
        )  # fmt: skip
        fresh = await session.scalar(statement.on_conflict_do_nothing().returning(OfferRow.factory_id))
        if fresh is not None:
            body = OfferBody(release=row.text).model_dump(mode="json", by_alias=True)
            await letters.send(session, each, str(uuid4()), releases.OFFERED, body)
            await _record(session, row, acts.OFFERED, by, linked[each].title)
    return row


async def withdraw(session: AsyncSession, number: int, why: str, by: Caller) -> PublishedReleaseRow:
    """Offered to nobody any more; gateways that have it decide for themselves."""
    row = await get(session, number)
    if row.withdrawn_at is None:
        row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by.username, now(), why
        await _record(session, row, acts.WITHDRAWN, by)
    return row


async def hear(session: AsyncSession, letter: FactoryLetter) -> None:
    """How far a gateway is; also with a release that it was given on the spot, if the brain knows it."""
    if letter.kind != releases.STATE:
        return
    try:
        body = StateBody.model_validate(letter.body)
    except ValidationError as wrong:
        log.warning("gateway_releases.not_understood", letter=letter.id, why=str(wrong))
        return
    number = await session.scalar(
        select(PublishedReleaseRow.id).where(PublishedReleaseRow.digest == body.release)
    )
    if number is None:
        return
    told = {"state": body.state, "why": body.why, "running": body.running, "told_at": body.at}
    statement = insert(OfferRow).values(
        release_id=number, factory_id=letter.factory_id, factory=letter.title, offered_by="factory",
        offered_at=now(), **told,
    )  # fmt: skip
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[OfferRow.release_id, OfferRow.factory_id],
            set_=told,
            where=OfferRow.told_at.is_(None) | (OfferRow.told_at <= body.at),
        )
    )


async def _record(
    session: AsyncSession, row: PublishedReleaseRow, act: Act, by: Caller, factory: str = ""
) -> None:
    title = f"{row.version} {factory}".strip()
    await announce(session, Recorded(act=act, target=str(row.id), title=title, actor=by.username))
