"""Collections as people set them up, try them, run them and stop them."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import FieldError, Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.domain import acts
from brain.platform.ingestion.domain.collecting import Busy, Collected, Collection, Run, Told
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.queries import collected, collections, sources
from brain.platform.ingestion.service import layouts

COLLECT = "ingestion.collect"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A collection with how its latest run went, whether its data are still being imported, and what awaits
    a decision."""

    collection: Collection
    latest: Run | None
    importing: bool
    held: Collected | None


async def set_up(
    session: AsyncSession, node: Node, source_id: int, told: Told, secret: str | None, by: str
) -> Collection:
    await sources.get(session, source_id)
    _check(told, await layouts.get(session, node, told.dataset))
    collection = await collections.add(session, source_id, told, by)
    if secret is not None:
        await _seal(session, node, collection.id, secret)
    await _record(session, collection, acts.COLLECTION_SET_UP, by)
    return await collections.get(session, collection.id)


async def amend(
    session: AsyncSession, node: Node, collection_id: int, told: Told, secret: str | None, by: str
) -> Collection:
    """Without a new secret the old one stays, unless it would now be sent elsewhere."""
    collection = await _idle(session, collection_id)
    _check(told, await layouts.get(session, node, told.dataset))
    before, after = kinds.read(collection.told.settings), kinds.read(told.settings)
    if secret is not None:
        await _seal(session, node, collection_id, secret)
    elif collection.sealed_secret is not None and before.destination != after.destination:
        raise Invalid(
            "连接的对方变了，须重新填写密码或密钥",
            [{"loc": "/body/secret", "message": "原来的密钥不送往别处"}],
        )
    await collections.amend(session, collection_id, told)
    if not kinds.goes_on(before, after):
        # Another place, another pattern: what was seen there says nothing here.
        await collections.change(session, collection_id, cursor={})
    if (told.dataset, told.mapping) != (collection.told.dataset, collection.told.mapping):
        await collections.change(session, collection_id, accepted=None)
    await _record(session, collection, acts.COLLECTION_AMENDED, by)
    return await collections.get(session, collection_id)


async def pause(session: AsyncSession, collection_id: int, by: str) -> Collection:
    """No new run starts; one under way comes to its end."""
    collection = await collections.get(session, collection_id, locked=True)
    if not collection.paused:
        await collections.change(session, collection_id, paused=True)
        await _record(session, collection, acts.COLLECTION_PAUSED, by)
    return await collections.get(session, collection_id)


async def resume(session: AsyncSession, collection_id: int, by: str) -> Collection:
    collection = await collections.get(session, collection_id, locked=True)
    if collection.paused:
        next_at = collection.told.schedule.after(now())
        await collections.change(session, collection_id, paused=False, next_at=next_at)
        await _record(session, collection, acts.COLLECTION_RESUMED, by)
    return await collections.get(session, collection_id)


async def backfill(session: AsyncSession, collection_id: int, by: str) -> Collection:
    """Forget the cursor and fetch all that the source still holds."""
    collection = await _idle(session, collection_id)
    beginning = kinds.beginning(kinds.read(collection.told.settings))
    await collections.change(session, collection_id, cursor=beginning)
    await _record(session, collection, acts.COLLECTION_BACKFILLED, by)
    await open_run(session, collection, by)
    return await collections.get(session, collection_id)


async def run_now(session: AsyncSession, collection_id: int, by: str) -> Collection:
    collection = await _idle(session, collection_id)
    await open_run(session, collection, by)
    await _record(session, collection, acts.COLLECTION_RUN, by)
    return await collections.get(session, collection_id)


async def open_run(session: AsyncSession, collection: Collection, by: str) -> None:
    """A run that is carried out once the transaction commits. The caller saw that the collection is idle."""
    run_id = await collected.open_run(session, collection.id, by)
    await jobs.enqueue(session, COLLECT, {"run_id": run_id}, key=str(run_id))
    await collections.change(session, collection.id, next_at=collection.told.schedule.after(now()))


async def busy_with(session: AsyncSession, collection_id: int) -> str | None:
    """Why no new run may start now: what came must be dealt with before more is fetched."""
    if await collections.is_running(session, collection_id):
        return "这个采集任务正在运行"
    if await collections.is_held(session, collection_id):
        return "表结构的变化还没有处理，请先决定收还是不收"
    if await collections.is_importing(session, collection_id):
        return "上次采集的数据还在导入"
    return None


async def get(session: AsyncSession, collection_id: int) -> Standing:
    return await _standing(session, await collections.get(session, collection_id))


async def of_source(session: AsyncSession, source_id: int) -> list[Standing]:
    await sources.get(session, source_id)
    return [await _standing(session, found) for found in await collections.of_source(session, source_id)]


async def runs(
    session: AsyncSession, collection_id: int, *, offset: int, limit: int
) -> tuple[list[Run], int]:
    await collections.get(session, collection_id)
    return await collected.runs(session, collection_id, offset=offset, limit=limit)


async def fetched(session: AsyncSession, collection_id: int, run_id: int) -> list[Collected]:
    """What one run fetched."""
    found = await collected.of_run(session, run_id)
    return [one for one in found if one.collection_id == collection_id]


def secret_of(node: Node, collection: Collection) -> str | None:
    if collection.sealed_secret is None:
        return None
    return node.secrets.open(_secret_name(collection.id), collection.sealed_secret).decode()


async def kept_secret(
    session: AsyncSession, node: Node, collection_id: int, settings: kinds.Settings
) -> str | None:
    """The secret of a collection, to try it anew. Raises Invalid where it would be sent elsewhere."""
    collection = await collections.get(session, collection_id)
    if kinds.read(collection.told.settings).destination != settings.destination:
        raise _sent_elsewhere()
    return secret_of(node, collection)


def _sent_elsewhere() -> Invalid:
    wrong: FieldError = {"loc": "/body/secret", "message": "原来的密钥不送往别处"}
    return Invalid("连接的对方变了，须重新填写密码或密钥", [wrong])


async def _seal(session: AsyncSession, node: Node, collection_id: int, secret: str) -> None:
    sealed = node.secrets.seal(_secret_name(collection_id), secret.encode())
    await collections.change(session, collection_id, sealed_secret=sealed)


def _secret_name(collection_id: int) -> str:
    return f"ingestion.collection/{collection_id}"


async def _standing(session: AsyncSession, collection: Collection) -> Standing:
    return Standing(
        collection=collection,
        latest=await collected.latest_run(session, collection.id),
        importing=await collections.is_importing(session, collection.id),
        held=await collected.held(session, collection.id),
    )


async def _idle(session: AsyncSession, collection_id: int) -> Collection:
    collection = await collections.get(session, collection_id, locked=True)
    if (reason := await busy_with(session, collection_id)) is not None:
        raise Busy(reason)
    return collection


def _check(told: Told, layout: Layout) -> None:
    told.schedule.check()
    wrong: list[FieldError] = []
    for place, column in enumerate(told.mapping):
        if column.field not in layout.by_name:
            wrong.append({"loc": f"/body/mapping/{place}/field", "message": f"没有“{column.field}”这个字段"})
    if wrong:
        raise Invalid("列的对应关系有误", wrong)


async def _record(session: AsyncSession, collection: Collection, act: Act, by: str) -> None:
    details = {"kind": collection.kind, "collection": collection.id}
    recorded = Recorded(
        act=act, target=str(collection.source_id), title=collection.told.name, actor=by, details=details
    )
    await announce(session, recorded)
