"""Starting and following imports."""

from collections.abc import AsyncIterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now, today
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.ingestion.adapters.landing import blocks
from brain.platform.ingestion.contract import Delivery, Import, Plan, Status
from brain.platform.ingestion.domain import acts
from brain.platform.ingestion.domain import mapping as mappings
from brain.platform.ingestion.domain.problems import Problem
from brain.platform.ingestion.queries import imports, problems
from brain.platform.ingestion.service import landing, layouts, running, sources

RUN = "ingestion.run_import"


async def start(session: AsyncSession, node: Node, plan: Plan, by: str) -> tuple[Import, bool]:
    """The import, and whether it is new. The same file read the same way is one import: a finished one is
    returned as it is, a failed one is carried on."""
    wanted, is_new = await _register(session, node, plan, by)
    if wanted.status is not Status.DONE:
        await imports.change(session, wanted.id, status=Status.WAITING, problem=None, finished_at=None)
        await jobs.enqueue(session, RUN, {"import_id": wanted.id}, key=str(wanted.id))
    return await imports.get(session, wanted.id), is_new


async def _register(session: AsyncSession, node: Node, plan: Plan, by: str) -> tuple[Import, bool]:
    layout = await layouts.get(session, node, plan.dataset)
    source = await sources.get(session, plan.delivery.source_id)
    source.must_deliver(today())
    await imports.file_name(session, plan.landing_digest)
    reader = await landing.open_landed(node, plan.landing_digest)
    mappings.check(plan.mapping, reader.headers, layout)
    await imports.remember(session, mappings.header_set(layout, reader.headers), plan.dataset, plan.mapping)
    how = asdict(plan)
    how |= how.pop("delivery")
    identity = sha256(msgspec.json.encode(how)).hexdigest()
    told = source.registration
    row = how | {
        "provider": told.provider,
        "sample": told.sample,
        "status": Status.WAITING,
        "rows_total": reader.rows,
        "created_by": by,
        "created_at": now(),
    }
    registered, is_new = await imports.add(session, identity, row)
    details = {"dataset": plan.dataset, "rows": reader.rows, "digest": plan.landing_digest, "new": is_new}
    await announce(
        session,
        Recorded(
            act=acts.STARTED,
            target=str(registered.id),
            title=registered.file_name,
            actor=by,
            details=details,
        ),
    )
    return registered, is_new


async def import_file(
    node: Node, path: Path, dataset: str, delivery: Delivery, progress: running.Progress | None = None
) -> Import:
    """Land and import a local file at once, with the mapping remembered or guessed from its headers."""
    async with node.database.transaction() as session:
        digest = await landing.land(session, node, path.name, blocks(path), by="system")
    async with node.database.transaction() as session:
        reader = await landing.open_landed(node, digest)
        mapping, _ = await landing.propose(session, reader, await layouts.get(session, node, dataset))
        plan = Plan(dataset=dataset, landing_digest=digest, mapping=mapping, delivery=delivery)
        wanted, _ = await _register(session, node, plan, by="system")
    return await running.run(node, wanted.id, progress)


async def get(session: AsyncSession, import_id: int) -> Import:
    return await imports.get(session, import_id)


async def newest(session: AsyncSession, *, offset: int, limit: int) -> tuple[list[Import], int]:
    return await imports.newest(session, offset=offset, limit=limit)


async def problems_of(
    session: AsyncSession, import_id: int, *, fatal: bool, offset: int, limit: int
) -> tuple[list[Problem], int]:
    """What rejected rows (`fatal`), or what was doubtful about rows taken over."""
    return await problems.page(session, import_id, fatal=fatal, offset=offset, limit=limit)


async def rejected_rows(
    session: AsyncSession, node: Node, import_id: int
) -> tuple[list[str], AsyncIterator[tuple[int, str, list[Any]]]]:
    """The file's headers, and each rejected row with its number and reasons."""
    wanted = await imports.get(session, import_id)
    exported = Recorded(act=acts.REJECTED_EXPORTED, target=str(import_id), title=wanted.file_name)
    await announce(session, exported)
    reader = await landing.open_landed(node, wanted.landing_digest)
    return reader.headers, problems.rejected_rows(session, import_id)
