"""Use cases of the data warehouse: look up, search, follow changes, merge what a source says.

Callers own the transaction. The legal person's name is left out unless `personal` is asked for: a caller
asks only for people who hold the right to see it, and never for a shared set.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import polars as pl
from psycopg import AsyncConnection
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.kit.errors import NotFound
from brain.kit.events import announce
from brain.platform.data_warehouse.contract import (
    Chain,
    Change,
    DescribedEnterprise,
    Enterprise,
    Fact,
    Family,
    Filters,
    LookAlikes,
    Merged,
    NamedEnterprise,
    NameLookup,
    Namesake,
    Origin,
    Record,
    RecordsChanged,
    Revised,
    SharedName,
    Source,
    Totals,
)
from brain.platform.data_warehouse.domain import LARGEST_EXPORT, Figures, Provision, TooManyToExport
from brain.platform.data_warehouse.queries import (
    changes,
    counting,
    direct,
    facts,
    industries,
    loadings,
    lookup,
    merging,
    originating,
    rankings,
    resembling,
    searching,
)
from brain.platform.data_warehouse.queries.tables import TABLES
from brain.reference.industry import SHIPPED, Classification, IndustryCode
from brain.reference.industry import load as load_classification


def _enterprise(row: dict[str, Any]) -> Enterprise:
    return Enterprise(**{name: row[name] for name in Enterprise.__dataclass_fields__})


async def get_by_code(
    session: AsyncSession, credit_code: str, *, personal: bool = False
) -> Enterprise | None:
    return await find_by_code(await raw(session), credit_code, personal=personal)


async def find_by_code(
    connection: AsyncConnection[Any], credit_code: str, *, personal: bool = False
) -> Enterprise | None:
    """`get_by_code` for a hot route, on a connection of `Database.reading`."""
    row = await direct.by_code(connection, credit_code, personal=personal)
    return _enterprise(row) if row else None


async def get_many(session: AsyncSession, credit_codes: Sequence[str]) -> dict[str, Enterprise]:
    """Those of the codes that are known."""
    return await lookup.by_codes(session, credit_codes)


async def get_by_name(session: AsyncSession, name: str, *, personal: bool = False) -> NameLookup:
    """By the name as written, else by its normalised form, else by former names."""
    return await find_by_name(await raw(session), name, personal=personal)


async def find_by_name(connection: AsyncConnection[Any], name: str, *, personal: bool = False) -> NameLookup:
    """`get_by_name` for a hot route, on a connection of `Database.reading`."""
    how, rows = await direct.by_name(connection, name, personal=personal)
    return NameLookup(how=how, enterprises=[_enterprise(row) for row in rows])


async def namesakes(session: AsyncSession, keys: Sequence[str]) -> dict[str, list[Namesake]]:
    """Enterprises by normalised name (`name_key`); by former names where no enterprise bears it now."""
    return await lookup.namesakes(session, keys)


async def look_alikes(session: AsyncSession, limit: int) -> list[LookAlikes]:
    """Pairs of records with one organisation code, registration number or name, or where one's former name is
    the other's. Legal persons' names are among the values: for comparing, not for showing."""
    return await resembling.look_alikes(session, limit)


async def shared_names(session: AsyncSession, merged: Merged) -> list[SharedName]:
    """Of the enterprises that a merge brought or changed, those whose name was there under another code."""
    if merged.last_revision is None:
        return []
    return await lookup.shared_names(session, merged.first_revision, merged.last_revision)


async def search(
    session: AsyncSession, filters: Filters, *, offset: int, limit: int
) -> tuple[list[Enterprise], int]:
    """One page, newest registrations first, and how many there are in all."""
    return await searching.page(session, filters, offset=offset, limit=limit)


async def export(session: AsyncSession, filters: Filters) -> list[Enterprise]:
    """All that the filters let through, or `TooManyToExport`."""
    found, total = await searching.page(session, filters, offset=0, limit=LARGEST_EXPORT)
    if total > LARGEST_EXPORT:
        raise TooManyToExport(total)
    return found


async def families(session: AsyncSession, credit_code: str, family: Family) -> Sequence[Record]:
    """All records of one family of one enterprise; for `BASIC` one or none."""
    return await lookup.records(session, credit_code, family)


async def families_of(
    session: AsyncSession, credit_codes: Sequence[str], family: Family
) -> dict[str, list[Record]]:
    """The records of one family of many enterprises, by credit code; those without any are left out."""
    return await lookup.records_of(session, credit_codes, family)


async def origins(session: AsyncSession, family: Family, records: Sequence[Record]) -> list[Origin]:
    """The origin of each of the records, which the warehouse holds, in their order."""
    return await find_origins(await raw(session), family, records)


async def find_origins(
    connection: AsyncConnection[Any], family: Family, records: Sequence[Record]
) -> list[Origin]:
    """`origins` for a hot route, on a connection of `Database.reading`."""
    return await originating.origins(connection, TABLES[family], records)


async def history(
    session: AsyncSession, credit_code: str, *, personal: bool = False
) -> dict[Family, list[Fact]]:
    """Every value ever stated about an enterprise, with source and validity; attributes of the other
    families are prefixed by the record's own key."""
    return await facts.history(session, credit_code, personal=personal)


async def changed_since(session: AsyncSession, cursor: int, limit: int) -> list[Change]:
    """Changes after a revision, oldest first. No commit can appear behind a revision already seen."""
    return await changes.since(session, cursor, limit)


async def described_since(session: AsyncSession, cursor: int, limit: int) -> list[DescribedEnterprise]:
    """Names, scopes and official industry codes after a revision, in the order of revisions."""
    return await changes.described_since(session, cursor, limit)


async def names_since(session: AsyncSession, cursor: int, limit: int) -> list[NamedEnterprise]:
    return await changes.names_since(session, cursor, limit)


async def revision_at(session: AsyncSession, moment: datetime) -> int:
    """The cursor from which `changed_since` yields everything that changed at or after a moment."""
    return await changes.revision_at(session, moment)


async def totals(session: AsyncSession) -> Totals:
    return await loadings.totals(session)


async def figures(session: AsyncSession, filters: Filters) -> Figures:
    return await counting.figures(session, filters)


async def provisions(session: AsyncSession) -> list[Provision]:
    return await loadings.provisions(session)


async def industry_names(session: AsyncSession, codes: Collection[str]) -> dict[str, str]:
    """Names of GB/T 4754 codes; below the divisions only after the full table was imported."""
    shipped = {
        code: SHIPPED.names[IndustryCode(code)] for code in codes if IndustryCode(code) in SHIPPED.names
    }
    missing = [code for code in codes if code not in shipped]
    return shipped | (await industries.names(session, missing) if missing else {})


async def industry_codes_by_name(session: AsyncSession) -> dict[str, str]:
    """The surest code for each name of a class: the deepest, where one name serves several levels."""
    shipped = {str(code): name for code, name in SHIPPED.names.items()}
    known = shipped | await industries.names(session)
    return {name: code for code, name in sorted(known.items(), key=lambda entry: len(entry[0]))}


async def industries_like(session: AsyncSession, words: str, limit: int) -> dict[str, str]:
    """Codes whose name holds the words or that begin with them, the shorter names first."""
    known = {str(code): name for code, name in SHIPPED.names.items()} | await industries.names(session)
    code = words.strip().upper()
    found = [
        one
        for one, name in known.items()
        if words.strip() in name or code in {one[: len(code)], one[1:][: len(code)]}
    ]
    return {one: known[one] for one in sorted(found, key=lambda one: (len(known[one]), one))[:limit]}


async def industry_table(session: AsyncSession) -> tuple[dict[str, str], dict[str, str]]:
    """Titles and descriptions by code of the imported table; both empty before one was imported."""
    return await industries.names(session), await industries.remarks(session)


async def industries_below(session: AsyncSession, parent: str | None) -> dict[str, str]:
    """Codes one level down and their names, in order."""
    imported = await industries.names(session)
    known = {**SHIPPED.names, **{IndustryCode(code): name for code, name in imported.items()}}
    wanted = IndustryCode(parent) if parent else None
    return {code: known[code] for code in Classification(known).children(wanted)}


async def replace_industries(
    session: AsyncSession, table: Sequence[Mapping[str, str]], source: Source
) -> int:
    """The full table of GB/T 4754 in place of the one imported before."""
    load_classification(table)
    rows = [
        {"code": IndustryCode(row["code"]), "name": row["name"], "remark": row.get("remark", "")}
        for row in table
    ]
    await industries.replace(session, rows, await facts.source_id(session, source))
    return len(rows)


async def select_chain(session: AsyncSession, chain: Chain, cursor: int, limit: int) -> list[Revised]:
    """Enterprises of a chain after a revision, in the order of revisions."""
    return await searching.chain(session, chain, cursor, limit)


async def upsert_enterprises(session: AsyncSession, rows: Sequence[Enterprise], source: Source) -> Merged:
    """Merge what a source says. None says nothing: it never erases a value."""
    return await upsert(session, Family.BASIC, rows, source)


async def state(session: AsyncSession, credit_code: str, values: Mapping[str, Any], source: Source) -> Merged:
    """What a source says of these attributes of one enterprise; of the others it says nothing.

    Raises NotFound for an enterprise that is not held: a few attributes do not make one.
    """
    if await get_by_code(session, credit_code) is None:
        raise NotFound("主数据中没有这家企业")
    schema = TABLES[Family.BASIC].schema
    row = {"credit_code": credit_code, **values}
    frame = pl.DataFrame({name: [row[name]] for name in row}, schema={name: schema[name] for name in row})
    return await merge(session, Family.BASIC, frame, source)


async def upsert(session: AsyncSession, family: Family, rows: Sequence[Record], source: Source) -> Merged:
    table = TABLES[family]
    return await merge(session, family, table.frame(rows), source)


async def merge(session: AsyncSession, family: Family, frame: pl.DataFrame, source: Source) -> Merged:
    """The bulk form: columns named and typed as the family's record, keys unique within the frame.

    A column left out says nothing. Where several providers speak of a record, `domain.precedence` says whose
    word holds. Enterprises may come with their `name_key`.
    """
    ranks = await rankings.ranks(session, await rankings.ranking(session, family))
    merged = await merging.merge(session, TABLES[family], frame, source, ranks)
    if merged.last_revision is not None:
        first, last = merged.first_revision, merged.last_revision
        await announce(session, RecordsChanged(family=family, first_revision=first, last_revision=last))
    return merged
