"""Taking in the files of certified sources, and reading them."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now, today
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.corpora import queries
from brain.platform.corpora.adapters import folder
from brain.platform.corpora.adapters.documents import reading
from brain.platform.corpora.adapters.documents.pairs import read_pairs
from brain.platform.corpora.contract import CorporaFolder, Material, SourceDocument
from brain.platform.corpora.domain import acts
from brain.platform.corpora.domain.documents import markdown
from brain.platform.corpora.domain.files import UnreadableDocument
from brain.platform.ingestion.service import sources

READ: Final = "corpora.read_document"


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """`as_of` is the day of what the file says, for documents that give none themselves."""

    source_id: int
    file_name: str
    material: Material
    as_of: date


async def add(
    session: AsyncSession, node: Node, wanted: NewDocument, content: AsyncIterator[bytes], by: str
) -> SourceDocument:
    """Keep a file of a certified source and have it read; one that it gave before is left as it is."""
    source = await sources.get(session, wanted.source_id)
    source.must_deliver(today())
    landed = await folder.land(node.get(CorporaFolder), content)
    row = vars(wanted) | {
        "digest": landed.digest,
        "size": landed.size,
        "documents": None,
        "added_by": by,
        "added_at": now(),
    }
    if await queries.add_document(session, row):
        payload = {"source_id": wanted.source_id, "digest": landed.digest}
        await jobs.enqueue(session, READ, payload, key=f"{wanted.source_id}/{landed.digest}")
        details = {"source": source.registration.name, "digest": landed.digest, "size": landed.size}
        told = Recorded(act=acts.ADDED, title=wanted.file_name, actor=by, details=details)
        await announce(session, told)
    return await queries.document(session, wanted.source_id, landed.digest)


async def read(node: Node, source_id: int, digest: str) -> None:
    """Read a file that was taken in; what is wrong with it is kept beside it."""
    async with node.database.transaction() as session:
        document = await queries.document(session, source_id, digest)
    try:
        found: dict[str, Any] = await asyncio.to_thread(_read, node.get(CorporaFolder), document)
    except UnreadableDocument as refusal:
        found = {"documents": 0, "problem": refusal.message}
    async with node.database.transaction() as session:
        await queries.change_document(session, source_id, digest, **found)
        if not found.get("problem"):
            await sources.delivered(session, source_id)


def _read(place: CorporaFolder, document: SourceDocument) -> dict[str, int]:
    path = folder.file(place, document.digest)
    if document.material == "pairs":
        return _sizes([len(pair.prompt) + len(pair.chosen) for pair in read_pairs(path)])
    output = folder.read(place, document.digest)
    output.parent.mkdir(exist_ok=True)
    reading.read(path, document.file_name, output)
    return _measured(output)


def _sizes(characters: list[int]) -> dict[str, int]:
    return {"documents": len(characters), "characters": sum(characters)}


def _measured(path: Path) -> dict[str, int]:
    documents = characters = scanned = 0
    for document in reading.documents(path):
        documents += 1
        characters += len(markdown(document.blocks))
        scanned += document.scanned_pages
    if not characters:
        raise UnreadableDocument("文件里没有文字")
    return {"documents": documents, "characters": characters, "scanned_pages": scanned}
