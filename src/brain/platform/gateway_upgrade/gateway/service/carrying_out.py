"""What stands while the gateway runs: fetches what was agreed to, gives the supervisor its orders, tells on
trial how this release is, and what became of it."""

import asyncio
import itertools
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from psycopg import OperationalError
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Refusal
from brain.kit.events import Notice, Recorded, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.factory_link.gateway.service import enrolling, files
from brain.platform.gateway_upgrade.contract import Installation
from brain.platform.gateway_upgrade.gateway.domain import acts
from brain.platform.gateway_upgrade.gateway.models import OfferedReleaseRow
from brain.platform.gateway_upgrade.gateway.service import windows
from brain.platform.gateway_upgrade.gateway.service.releases import publisher, root_of, wheel_of
from brain.platform.gateway_upgrade.gateway.service.reporting import report
from brain.platform.gateway_upgrade.protocol import releases
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.service import reporting as collecting
from brain.platform.shop_floor.service.reporting import Report
from brain.supervisor import slots
from brain.supervisor.slots import State

log = logger(__name__)

LOOK: Final = 2.0  # seconds
PAUSE: Final = 30.0  # seconds after a trouble
SPARE: Final = 3  # times its size that must be free on the disk: wheels, the slot, room to work
LATELY: Final = timedelta(minutes=2)  # what was heard since then works
STARTED: Final = now()


async def stand(node: Node) -> None:
    """Until cancelled; at once done where the gateway has no slots."""
    root = node.get(Installation).root
    if root is None:
        await asyncio.Event().wait()
        return
    for beat in itertools.count(1):
        pause = LOOK
        try:
            await step(node, root, beat)
        except (Refusal, SQLAlchemyError, OperationalError, OSError) as trouble:
            log.warning("gateway_upgrade.trouble", error=str(trouble))
            pause = PAUSE if not isinstance(trouble, SQLAlchemyError | OperationalError) else LOOK
            await _note(node, str(getattr(trouble, "message", trouble)))
        await asyncio.sleep(pause)


async def step(node: Node, root: Path, beat: int) -> None:
    state = State(**slots.read(root / "state.json"))
    if state.phase == "trial":
        await _judge(node, root, state, beat)
    if state.phase != "settled":
        return
    await _conclude(node, state)
    await _give(node, root, state)
    row = await _agreed(node)
    if row is None:
        return
    if row.state == "waiting":
        await _fetch(node, root, row)
    async with node.database.transaction() as session:
        window, _ = await windows.current(session)
    if row.at_once or window.holds(now()):
        await _order(node, row.id)


def standing(node: Node) -> dict[str, Any]:
    """What runs, out of which slot, and how far the supervisor is."""
    installation = node.get(Installation)
    told: dict[str, Any] = {"version": installation.version, "slots": installation.root is not None}
    if installation.root is None:
        return told | {"slot": None, "phase": None, "problem": None, "may_go_back": False, "key": ""}
    state = State(**slots.read(installation.root / "state.json"))
    trying = state.phase == "trial"
    fitness = slots.read(installation.root / "fitness.json") if trying else {}
    return told | {
        "slot": state.idle if trying else state.live,
        "phase": state.phase,
        "problem": fitness.get("why") or None if fitness.get("order") == state.order else None,
        "may_go_back": trying or (state.phase == "settled" and state.outcome == "kept"),
        "key": publisher(installation.root),
    }


async def go_back(session: AsyncSession, node: Node, why: str, by: Caller) -> None:
    """To the other slot's release, also in the middle of a trial. Raises Conflict where there is none."""
    root = root_of(node)
    state = State(**slots.read(root / "state.json"))
    row = await _of_order(session, state.order)
    if not standing(node)["may_go_back"]:
        raise Conflict("没有可以退回的版本：上一次升级没有装成，或正在进行")
    slots.order_return(root, f"{state.order}.back", why)
    title = row.version if row else ""
    await announce(
        session,
        Recorded(
            act=acts.RETURNED, target=str(row.id if row else ""), title=title, actor=by.username,
            details={"why": why},
        ),
    )  # fmt: skip


async def _agreed(node: Node) -> OfferedReleaseRow | None:
    """The newest of those that were agreed to."""
    async with node.database.transaction() as session:
        found: OfferedReleaseRow | None = await session.scalar(
            select(OfferedReleaseRow)
            .where(OfferedReleaseRow.state.in_(("waiting", "ready")))
            .order_by(OfferedReleaseRow.id.desc())
            .limit(1)
        )
        return found


async def _fetch(node: Node, root: Path, row: OfferedReleaseRow) -> None:
    """Wheels that are not here yet, in pieces. A wheel that an older release had too is not fetched again."""
    listed = releases.read(row.text)[1].files
    missing = [each for each in listed if not wheel_of(root, each).exists()]
    free = shutil.disk_usage(root).free
    if free < SPARE * row.size:
        raise Conflict(f"磁盘只剩 {free >> 20} MB，装这一版要 {SPARE * row.size >> 20} MB：请腾出空间")
    fetched = row.size - sum(each.size for each in missing)
    for each in missing:
        await files.fetch(node, each.sha256, each.size, wheel_of(root, each))
        fetched += each.size
        await _change(node, row.id, fetched=fetched)
    await _change(node, row.id, state="ready", fetched=row.size, why="")


async def _change(node: Node, number: int, **to: Any) -> None:
    async with node.database.transaction() as session:
        row = await session.get_one(OfferedReleaseRow, number, with_for_update=True)
        if row.state in ("waiting", "ready"):
            for name, value in to.items():
                setattr(row, name, value)


async def _note(node: Node, trouble: str) -> None:
    """Beside the release that waits, so that the owner sees why it does."""
    try:
        row = await _agreed(node)
        if row is not None and row.why != trouble:
            await _change(node, row.id, why=trouble)
    except (SQLAlchemyError, OperationalError, OSError) as worse:
        log.warning("gateway_upgrade.not_noted", error=str(worse))


async def _order(node: Node, number: int) -> None:
    async with node.database.transaction() as session:
        row = await session.get_one(OfferedReleaseRow, number, with_for_update=True)
        if row.state != "ready":
            return
        row.state, row.tries, row.why, row.ended_at = "ordered", row.tries + 1, "", None
        row.before = await _working(session)
        await report(session, row.digest, node.get(Installation).version, "ordered", "")


async def _give(node: Node, root: Path, state: State) -> None:
    """What was ordered and the supervisor has not begun; again, should the power have gone in between."""
    async with node.database.transaction() as session:
        row = await session.scalar(select(OfferedReleaseRow).where(OfferedReleaseRow.state == "ordered"))
    if row is not None and state.order != (order := f"{row.id}.{row.tries}"):
        installation = node.get(Installation)
        slots.order_upgrade(root, order, row.text, installation.trial, installation.window)


async def _working(session: AsyncSession) -> dict[str, Any]:
    """What a release that is no worse than this one has to bring about."""
    told = await collecting.report(session, enrolling.READER)
    link = await enrolling.standing(session)
    lately = now() - LATELY
    reached = link is not None and link.reached_at is not None and link.reached_at > lately
    return {"sources": _heard(told, lately), "link": reached}


def _heard(told: Report, since: datetime) -> list[str]:
    return [
        each.name
        for each in told.sources
        if each.state == "running" and each.heard_at is not None and each.heard_at > since
    ]


async def _judge(node: Node, root: Path, state: State, beat: int) -> None:
    """Tell how this release is, if it is the one on trial."""
    if slots.read(root / "slots" / state.idle / "release.json").get("release") != state.release:
        return
    why = await _problem(node, state.order, STARTED)
    slots.tell_fitness(root, state.order, beat, why)


async def _problem(node: Node, order: str, since: datetime) -> str:
    """Empty where all is well: the web server answers, the sources and the link that worked work again."""
    if not await asyncio.to_thread(node.get(Installation).answers):
        return "网页服务没有应答"
    async with node.database.transaction() as session:
        row = await _of_order(session, order)
        told = await collecting.report(session, enrolling.READER)
        link = await enrolling.standing(session)
    before = row.before if row else {}
    gone = set(before.get("sources", ())).difference(_heard(told, since))
    if gone:
        return f"来源没有数据：{'、'.join(sorted(gone)[:5])}"
    if before.get("link") and (link is None or link.reached_at is None or link.reached_at < since):
        return "与大脑的链接没有接通"
    return ""


async def _of_order(session: AsyncSession, order: str) -> OfferedReleaseRow | None:
    number = order.partition(".")[0]
    if not number.isdigit():
        return None
    return await session.get(OfferedReleaseRow, int(number), with_for_update=True)


async def _conclude(node: Node, state: State) -> None:
    """What the supervisor says of its last order becomes known here, once."""
    if not state.outcome:
        return
    async with node.database.transaction() as session:
        row = await _of_order(session, state.order)
        if row is None or row.state not in ("ordered", "kept") or row.state == state.outcome:
            return
        if not state.order.startswith(f"{row.id}.{row.tries}"):
            return
        row.state, row.why, row.ended_at = state.outcome, state.why, now()
        running = node.get(Installation).version
        details = {"outcome": state.outcome, "why": state.why, "running": running}
        await announce(
            session, Recorded(act=acts.ENDED, target=str(row.id), title=row.version, details=details)
        )
        await report(session, row.digest, running, row.state, row.why)  # type: ignore[arg-type]
        await announce(session, _news(row, running))


def _news(row: OfferedReleaseRow, running: str) -> Notice:
    good = row.state == "kept"
    words = {
        "kept": (f"网关已升级到 {row.version}", f"The gateway was upgraded to {row.version}"),
        "returned": (
            f"版本 {row.version} 试用没有通过，已退回 {running}",
            f"Release {row.version} failed its trial; the gateway went back to {running}",
        ),
        "failed": (f"版本 {row.version} 没有装成", f"Release {row.version} could not be installed"),
    }[row.state]
    return Notice(
        kind="message",
        title=words[0],
        title_en=words[1],
        body="" if good else row.why[:400],
        link="/gateway-upgrade",
        scope="gateway_upgrade.see",
    )
