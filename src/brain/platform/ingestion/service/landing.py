"""Landing a file and showing what is in it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict
from brain.kit.node import Node
from brain.platform.governance import service as governance
from brain.platform.governance.contract import ColumnFinding
from brain.platform.ingestion.adapters import landing
from brain.platform.ingestion.adapters.files import Reader, open_file
from brain.platform.ingestion.domain import mapping as mappings
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.domain.mapping import Mapping
from brain.platform.ingestion.queries import imports

SHOWN = 20  # rows of a preview
SAMPLED = 500  # rows by which columns are identified


@dataclass(frozen=True, kw_only=True)
class Preview:
    """The first rows of a landed file, what its columns hold and the mapping proposed.

    `remembered`: the mapping is that of an earlier import.
    """

    digest: str
    file_name: str
    kind: str
    headers: list[str]
    rows: list[list[str | None]]
    findings: list[ColumnFinding | None]
    rows_total: int | None
    mapping: Mapping
    remembered: bool


async def land(session: AsyncSession, node: Node, name: str, content: AsyncIterator[bytes], by: str) -> str:
    """The digest under which the content is kept. What is not a readable table is refused."""
    landed = await landing.land(node.folder, content)
    await asyncio.to_thread(open_file, landing.path_of(node.folder, landed.digest))
    row = {
        "digest": landed.digest,
        "size": landed.size,
        "file_name": name,
        "landed_at": now(),
        "landed_by": by,
    }
    await imports.add_landing(session, row)
    return landed.digest


async def preview(session: AsyncSession, node: Node, digest: str, layout: Layout) -> Preview:
    name = await imports.file_name(session, digest)
    return await preview_of(session, await open_landed(node, digest), layout, digest=digest, file_name=name)


async def preview_of(
    session: AsyncSession, reader: Reader, layout: Layout, *, digest: str, file_name: str
) -> Preview:
    batch = await asyncio.to_thread(lambda: next(reader.batches(SAMPLED), None))
    rows = [list(row) for row in batch.cells.rows()] if batch else []
    mapping, remembered = await propose(session, reader, layout)
    return Preview(
        digest=digest,
        file_name=file_name,
        kind=reader.kind,
        headers=reader.headers,
        rows=rows[:SHOWN],
        findings=await asyncio.to_thread(governance.identify_columns, reader.headers, rows),
        rows_total=reader.rows,
        mapping=mapping,
        remembered=remembered,
    )


async def propose(session: AsyncSession, reader: Reader, layout: Layout) -> tuple[Mapping, bool]:
    """The mapping of an earlier import of such a file (then true), else a guess from the headers."""
    remembered = await imports.template(session, mappings.header_set(layout, reader.headers))
    return remembered or mappings.guess(reader.headers, layout), remembered is not None


async def open_landed(node: Node, digest: str) -> Reader:
    """Raises Conflict for one that is no longer kept."""
    path = landing.path_of(node.folder, digest)
    if not await asyncio.to_thread(path.is_file):
        raise Conflict("原件已按删除请求销毁，不能再读；请重新上传")
    return await asyncio.to_thread(open_file, path)
