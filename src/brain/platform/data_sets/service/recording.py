"""The records of the catalogue of NDI-TR-2025-06: one data set's, all of them, as files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet
from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.kit.spreadsheet import Cell
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.domain.description import (
    CODES,
    FIELDS,
    Field,
    Filled,
    Known,
    missing,
    record,
    text_of,
)
from brain.platform.data_sets.domain.registration import STATE_TITLES, Registration, Taken, draft
from brain.platform.data_sets.queries import builds, declarations, registrations
from brain.platform.data_sets.service.catalogue import current

HEADER = ("标识", "状态", *(field.title for field in FIELDS), "缺")


@dataclass(frozen=True, kw_only=True)
class Entered:
    """A data set's registration with its record; `lacking` what registering it still needs."""

    data_set: DataSet
    registration: Registration
    filled: Sequence[Filled]
    lacking: Sequence[Field]


async def one(session: AsyncSession, node: Node, name: str) -> Entered:
    """Of a data set in force, or of one that was retired."""
    catalogue = await current(session, node)
    past = [] if name in catalogue.by_name else await declarations.history(session, name)
    data_set = catalogue.by_name.get(name) or (past[0].data_set if past else None)
    if data_set is None:
        raise NotFound(f"没有名为 {name} 的数据集")
    version = (await builds.latest(session)).get(name)
    return _entered(node, catalogue, data_set, version, await registrations.get(session, name))


async def steps(session: AsyncSession, name: str) -> list[Taken]:
    return await registrations.steps(session, name)


async def all_of(session: AsyncSession, node: Node) -> list[Entered]:
    """Of all data sets in force, by their names."""
    catalogue, versions = await current(session, node), await builds.latest(session)
    known = await registrations.every(session)
    return [
        _entered(
            node,
            catalogue,
            catalogue.by_name[name],
            versions.get(name),
            known.get(name) or draft(name),
        )
        for name in sorted(catalogue.by_name)
    ]


def _entered(
    node: Node, catalogue: Catalogue, data_set: DataSet, version: Version | None, registration: Registration
) -> Entered:
    known = Known(
        data_set=data_set,
        provider=data_set.owner or node.title,
        organisation=node.organisation_code,
        inputs=sorted(catalogue.inputs.get(data_set.full_name, ())),
        version=version.number if version else None,
        modified=version.built_at if version else None,
        rows=version.rows if version else None,
        size=version.bytes if version else None,
        score=version.quality.score if version and version.quality else None,
    )
    filled = record(known, registration.declared)
    return Entered(
        data_set=data_set, registration=registration, filled=filled, lacking=missing(filled, "registration")
    )


def document(entered: Sequence[Entered]) -> dict[str, Any]:
    """With the tables that its codes are of, and what of them is provisional."""
    return {
        "standard": CODES["standard"],
        "provisional": CODES["provisional"],
        "note": CODES["note"],
        "codeTables": CODES["tables"],
        "dataSets": [_told(each) for each in entered],
    }


def _told(entered: Entered) -> Mapping[str, Any]:
    registration = entered.registration
    return {
        "fullName": entered.data_set.full_name,
        "identifier": registration.called,
        "temporary": registration.identifier is None,
        "status": registration.state,
        "statusName": STATE_TITLES[registration.state],
        **{each.field.key: each.value for each in entered.filled},
        "columns": [
            {"name": column.name, "title": column.title, "type": column.type, "level": column.level}
            for column in entered.data_set.columns
        ],
        "missing": [field.key for field in entered.lacking],
    }


def row_of(entered: Entered) -> list[Cell]:
    """Under `HEADER`."""
    registration = entered.registration
    return [
        registration.called,
        STATE_TITLES[registration.state],
        *(each.value if isinstance(each.value, int) else text_of(each) for each in entered.filled),
        "、".join(field.title for field in entered.lacking) or None,
    ]
