"""Who reads which columns besides other data sets: part of what breaks if a column goes."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.node import Node
from brain.platform.data_sets.contract.readers import Reader
from brain.platform.data_sets.queries import readers
from brain.platform.data_sets.service.catalogue import current


async def begin(session: AsyncSession, reader: Reader) -> None:
    """Said again it changes nothing; with other columns it takes the place of what was said."""
    await readers.begin(session, reader)


async def end(session: AsyncSession, key: str) -> None:
    await readers.end(session, key)


async def reached(session: AsyncSession, node: Node, name: str) -> Sequence[Reader]:
    """Those of a data set and of all that is built from it. Raises NotFound."""
    catalogue = await current(session, node)
    names = {catalogue.get(name).full_name}
    for data_set in catalogue.in_order:
        if catalogue.inputs[data_set.full_name] & names:
            names.add(data_set.full_name)
    return await readers.of(session, sorted(names))
