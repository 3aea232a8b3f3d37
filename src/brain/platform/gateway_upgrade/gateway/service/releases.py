"""Releases that came: believed by their publisher's signature alone, decided on by the owner."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jws
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict, Forbidden, NotFound, Refusal
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.jobs import enqueue
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.factory_link.gateway.contract import BrainLetter
from brain.platform.gateway_upgrade.contract import Installation
from brain.platform.gateway_upgrade.gateway.domain import acts, choosing
from brain.platform.gateway_upgrade.gateway.models import OfferedReleaseRow
from brain.platform.gateway_upgrade.gateway.service import windows
from brain.platform.gateway_upgrade.gateway.service.reporting import report
from brain.platform.gateway_upgrade.protocol import packages, releases
from brain.platform.gateway_upgrade.protocol.releases import GatewayRelease, OfferBody, ReleaseFile
from brain.platform.identity.contract import Caller
from brain.supervisor import slots

log = logger(__name__)

TAKE: Final = "gateway_upgrade.take"
OPEN: Final = ("offered", "declined", "returned", "failed")  # the owner may agree


def root_of(node: Node) -> Path:
    """Where the two slots are. Raises Conflict where there are none."""
    root = node.get(Installation).root
    if root is None:
        raise Conflict("本网关不是用安装包装的，没有两个槽：升级请在本机手工做，见接入指南“软件升级”")
    return root


def publisher(root: Path) -> str:
    """The key whose releases are believed: that of the package by which the gateway was installed."""
    return str(slots.read(root / "publisher.json").get("key", ""))


async def page(session: AsyncSession, paging: Paging) -> tuple[Sequence[OfferedReleaseRow], int]:
    total = await session.scalar(select(func.count()).select_from(OfferedReleaseRow)) or 0
    newest = select(OfferedReleaseRow).order_by(OfferedReleaseRow.id.desc())
    found = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    return found.all(), total


async def get(session: AsyncSession, number: int) -> OfferedReleaseRow:
    row = await session.get(OfferedReleaseRow, number, with_for_update=True)
    if row is None:
        raise NotFound("没有这一版")
    return row


async def hear(session: AsyncSession, letter: BrainLetter) -> None:
    if letter.kind != releases.OFFERED:
        return
    try:
        body = OfferBody.model_validate(letter.body)
    except ValidationError as wrong:
        log.warning("gateway_upgrade.not_understood", letter=letter.id, why=str(wrong))
        return
    await enqueue(session, TAKE, {"release": body.release}, key=letter.id)


async def take_offered(node: Node, payload: dict[str, Any]) -> None:
    """What the brain offered: kept if it may be installed here; else the brain hears why not."""
    text = payload["release"]
    async with node.database.transaction() as session:
        try:
            await take(session, node, text, "brain")
        except Refusal as refused:
            running = node.get(Installation).version
            await report(session, releases.digest(text), running, "failed", refused.message)
            await _record_refused(session, text, refused.message, "brain")


async def bring(session: AsyncSession, node: Node, package: Path, by: Caller) -> OfferedReleaseRow:
    """A package that was uploaded here: its wheels need not be fetched any more. Raises a Refusal."""
    root = root_of(node)
    with packages.opened(package) as (text, held):
        try:
            row = await take(session, node, text, by.username)
        except Forbidden as refused:
            await _record_refused(session, text, refused.message, by.username)
            raise
        listed = releases.read(text)[1].files
        await asyncio.to_thread(packages.unpack, held, listed, lambda each: wheel_of(root, each))
    row.fetched = row.size
    return row


def wheel_of(root: Path, each: ReleaseFile) -> Path:
    return root / "wheels" / each.sha256 / each.name


async def take(session: AsyncSession, node: Node, text: str, origin: str) -> OfferedReleaseRow:
    """One that came before is known. Raises Forbidden for a wrong signature, Conflict for one that is not for
    here, Invalid."""
    claimed, release = releases.read(text)
    if claimed != publisher(root_of(node)):
        raise Forbidden("不是本网关所信任的发布者签名的")
    jws.check(text, claimed)
    await lock(session, "gateway_upgrade")
    digest = releases.digest(text)
    known = await session.scalar(select(OfferedReleaseRow).where(OfferedReleaseRow.digest == digest))
    if known is not None:
        return known
    _check(node, release)
    _, automatic = await windows.current(session)
    row = OfferedReleaseRow(
        digest=digest, text=text, version=release.version, notes=release.notes, notes_en=release.notes_en,
        size=release.size, origin=origin, at=now(), state="waiting" if automatic else "offered", why="",
        at_once=False, fetched=0, tries=0, before={},
    )  # fmt: skip
    session.add(row)
    await session.flush()
    title, target = f"{row.version}", str(row.id)
    await announce(session, Recorded(act=acts.BROUGHT, target=target, title=title, actor_name=origin))
    if not automatic:
        await _ask(session, row)
    await report(session, digest, node.get(Installation).version, row.state, "")  # type: ignore[arg-type]
    return row


def _check(node: Node, told: GatewayRelease) -> None:
    candidate = choosing.Candidate(told.version, told.requires, (told.python, told.platform))
    choosing.check(candidate, node.get(Installation).version, packages.here())


async def _ask(session: AsyncSession, row: OfferedReleaseRow) -> None:
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"网关有新版本 {row.version}，请决定是否升级",
            title_en=f"Release {row.version} of the gateway awaits your decision",
            body=row.notes[:400],
            link="/gateway-upgrade",
            scope="gateway_upgrade.decide",
            key=_todo(row),
        ),
    )


def _todo(row: OfferedReleaseRow) -> str:
    return f"gateway_upgrade.{row.id}"


async def agree(
    session: AsyncSession, node: Node, number: int, by: Caller, *, at_once: bool
) -> OfferedReleaseRow:
    """To be installed at once, or in the maintenance window. Agreeing again changes only the time."""
    row = await _open(session, node, number)
    _check(node, releases.read(row.text)[1])
    row.state, row.at_once, row.why = "waiting", at_once, ""
    await _decided(session, node, row, by)
    return row


async def decline(session: AsyncSession, node: Node, number: int, why: str, by: Caller) -> OfferedReleaseRow:
    """Not now; it may be agreed to later. Raises Conflict once it is being installed."""
    row = await _open(session, node, number)
    row.state, row.why = "declined", why
    await _decided(session, node, row, by)
    return row


async def _open(session: AsyncSession, node: Node, number: int) -> OfferedReleaseRow:
    root_of(node)
    row = await get(session, number)
    if row.state not in (*OPEN, "waiting", "ready"):
        raise Conflict("这一版已在安装，或已装好")
    return row


async def _decided(session: AsyncSession, node: Node, row: OfferedReleaseRow, by: Caller) -> None:
    row.decided_by, row.decided_at = by.username, now()
    details = {"state": row.state, "at_once": row.at_once, "why": row.why}
    await announce(
        session,
        Recorded(act=acts.DECIDED, target=str(row.id), title=row.version, actor=by.username, details=details),
    )
    await announce(session, Settled(key=_todo(row)))
    running = node.get(Installation).version
    await report(session, row.digest, running, row.state, row.why)  # type: ignore[arg-type]


async def _record_refused(session: AsyncSession, text: str, why: str, origin: str) -> None:
    details = {"digest": releases.digest(text), "refusal": why}
    await announce(
        session,
        Recorded(act=acts.BROUGHT, title=why, actor_name=origin, refused=True, details=details),
    )
    await announce(
        session,
        Notice(
            kind="message",
            title="拒绝了一个网关版本",
            title_en="A release of the gateway was refused",
            body=why,
            link="/gateway-upgrade",
            scope="gateway_upgrade.see",
        ),
    )
