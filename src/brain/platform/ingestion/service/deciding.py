"""People decide on what came in a changed shape: take it, take it with another mapping, or leave it."""

from dataclasses import asdict, replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.ingestion.domain import acts
from brain.platform.ingestion.domain.collecting import Choice, Collected, Collection, Outcome, RunStatus
from brain.platform.ingestion.domain.mapping import Mapping
from brain.platform.ingestion.queries import collected, collections
from brain.platform.ingestion.service import layouts, taking


async def decide(
    session: AsyncSession,
    node: Node,
    collection_id: int,
    choice: Choice,
    mapping: Mapping | None,
    by: str,
) -> Collection:
    """Whatever is decided, the collection goes on with what comes next. A mapping goes with MAP only."""
    if (choice is Choice.MAP) != (mapping is not None):
        raise Invalid("改对应关系时须给出新的对应关系", [{"loc": "/body/mapping", "message": "与所选不符"}])
    collection = await collections.get(session, collection_id, locked=True)
    held = await collected.held(session, collection_id)
    if held is None:
        raise Conflict("没有等待决定的结构变化")
    if choice is Choice.REJECT:
        await collected.change(session, held.id, outcome=Outcome.REJECTED)
    else:
        if mapping is not None:
            collection = replace(collection, told=replace(collection.told, mapping=mapping))
        await _import(session, node, collection, held)
    await collected.end_run(session, held.run_id, RunStatus.DONE, None)
    next_at = None if collection.told.schedule.after(now()) is None else now()
    await collections.change(session, collection_id, cursor=held.cursor, next_at=next_at)
    await _record(session, collection, held, choice, by)
    return await collections.get(session, collection_id)


async def _import(session: AsyncSession, node: Node, collection: Collection, held: Collected) -> None:
    """Raises Invalid where the mapping names columns that are gone, SourceRefused where nothing may come."""
    told = collection.told
    layout = await layouts.get(session, node, told.dataset)
    shape = await taking.shape_of(node, held.digest or "", told.mapping, layout)
    started = await taking.start(session, node, collection, held, shape)
    await collected.change(session, held.id, outcome=Outcome.IMPORTED, import_id=started, judged=False)
    mapping = [asdict(column) for column in told.mapping]
    accepted = collection.accepted.joined(shape) if collection.accepted else shape
    await collections.change(session, collection.id, accepted=asdict(accepted), mapping=mapping)


async def _record(
    session: AsyncSession, collection: Collection, held: Collected, choice: Choice, by: str
) -> None:
    await announce(session, Settled(key=taking.drift_key(collection.id)))
    details = {"choice": choice, "file": held.name, "drift": asdict(held.drift) if held.drift else {}}
    target, title = str(collection.source_id), collection.told.name
    recorded = Recorded(act=acts.DRIFT_DECIDED, target=target, title=title, actor=by, details=details)
    await announce(session, recorded)
