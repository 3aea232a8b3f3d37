"""Destroying originals: where rows were erased for good, the file they came in does not stay either."""

import asyncio
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import RowsErased
from brain.platform.ingestion.adapters.landing import path_of
from brain.platform.ingestion.domain import acts
from brain.platform.ingestion.queries import imports, problems

DESTROY: Final = "ingestion.destroy_original"


async def hear_rows_erased(session: AsyncSession, erased: RowsErased) -> None:
    """What rejected rows held is forgotten too."""
    for wanted in await imports.numbered(session, erased.deliveries):
        await problems.forget(session, wanted.id)
        details = {"digest": wanted.landing_digest, "data_set": erased.data_set}
        told = Recorded(act=acts.DESTROYED, target=str(wanted.id), title=wanted.file_name, details=details)
        await announce(session, told)
        digest = wanted.landing_digest
        await jobs.enqueue(session, DESTROY, {"digest": digest}, key=digest)


async def destroy(node: Node, digest: str) -> None:
    await asyncio.to_thread(path_of(node.folder, digest).unlink, missing_ok=True)
