"""企业基本信息类 (annex 3, 3.3 b): five families by code or name, batches, chain pulls, changes.

The legal person's name is personal information and never leaves the centre.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain

from msgspec import UNSET
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import Database, raw
from brain.kit.errors import Invalid
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Chain, Change, Enterprise, Family
from brain.platform.exchange.codes import DEFINITIONS, RespCode, resp_code
from brain.platform.exchange.messages.enterprise import (
    ChainPage,
    ChainPull,
    ChangePage,
    EnterpriseAnswer,
    EnterpriseChange,
    EnterpriseFacts,
    EnterpriseKey,
    EnterpriseResult,
    EnterpriseResults,
    PulledEnterprise,
)
from brain.platform.exchange.protocol import EnterpriseFamily
from brain.platform.exchange.server.service import matching
from brain.platform.exchange.server.service.matching import Found, Unmatched
from brain.platform.exchange.server.service.telling import Teller, Told

FAMILIES = {
    EnterpriseFamily.BASIC: Family.BASIC,
    EnterpriseFamily.PATENTS: Family.PATENT,
    EnterpriseFamily.TRADEMARKS: Family.TRADEMARK,
    EnterpriseFamily.INVESTMENTS: Family.INVESTMENT,
    EnterpriseFamily.HONOURS: Family.HONOUR,
}
NAMES = {ours: theirs for theirs, ours in FAMILIES.items()}


async def look_up(database: Database, family: EnterpriseFamily, key: EnterpriseKey) -> EnterpriseAnswer:
    """The hot one: the basic family of a known enterprise takes two statements."""
    teller = Teller()
    async with database.reading() as connection:
        found = await matching.find(connection, key)
        if isinstance(found, Found) and family is EnterpriseFamily.BASIC:
            told = await teller.tell(connection, Family.BASIC, [found.enterprise])
            return EnterpriseAnswer(family=family, enterprise=_facts(found, told), sources=teller.sources)
    async with database.transaction() as session:
        if isinstance(found, Unmatched):
            raise await matching.refusal(session, found)
        told = await _told(session, teller, family, [found.enterprise])
        return EnterpriseAnswer(family=family, enterprise=_facts(found, told), sources=teller.sources)


async def look_up_many(
    session: AsyncSession, family: EnterpriseFamily, keys: Sequence[EnterpriseKey]
) -> EnterpriseResults:
    """One result for each key, in their order; similar names are proposed for single lookups only."""
    codes = [key.credit_code.strip().upper() for key in keys if key.credit_code]
    known = await data_warehouse.get_many(session, codes)
    connection = await raw(session)
    found = [await matching.find(connection, key, known) for key in keys]
    teller = Teller()
    matched = {one.enterprise.credit_code: one.enterprise for one in found if isinstance(one, Found)}
    told = await _told(session, teller, family, list(matched.values()))
    return EnterpriseResults(
        family=family, results=[_result(one, told) for one in found], sources=teller.sources
    )


def _result(one: Found | Unmatched, told: Mapping[str, Told]) -> EnterpriseResult:
    if isinstance(one, Found):
        code = RespCode.SUCCESS
        facts = _facts(one, told)
        return EnterpriseResult(resp_code=code.value, resp_desc=DEFINITIONS[code], enterprise=facts)
    refusal = one.refusal()
    candidates = refusal.details["candidates"] or UNSET
    return EnterpriseResult(resp_code=resp_code(refusal).value, resp_desc=one.message, candidates=candidates)


async def pull_chain(session: AsyncSession, pull: ChainPull) -> ChainPage:
    """Enterprises in the order of their revisions: one that changes meanwhile moves to the end."""
    wanted = Chain(
        industries=tuple(pull.industries), regions=tuple(pull.regions), keywords=tuple(pull.keywords)
    )
    cursor = _revision(pull.cursor) if isinstance(pull.cursor, str) else 0
    found = await data_warehouse.select_chain(session, wanted, cursor, pull.limit)
    enterprises = [revised.enterprise for revised in found]
    teller = Teller()
    by_family = {family: await _told(session, teller, family, enterprises) for family in pull.families}
    items = [
        PulledEnterprise(
            credit_code=one.credit_code,
            name=one.name,
            families={family.value: told.get(one.credit_code, []) for family, told in by_family.items()},
        )
        for one in enterprises
    ]
    last = found[-1].revision if found else cursor
    return ChainPage(
        items=items, sources=teller.sources, next_cursor=str(last), has_more=len(found) == pull.limit
    )


async def changes(
    session: AsyncSession, *, since: datetime | None, cursor: str | None, limit: int
) -> ChangePage:
    """What changed after the cursor, or at and after a moment; each family as it stands now."""
    if cursor is not None:
        start = _revision(cursor)
    else:
        start = await data_warehouse.revision_at(session, since) if since else 0
    found = await data_warehouse.changed_since(session, start, limit)
    teller = Teller()
    items = await _changed(session, teller, found)
    last = found[-1].revision if found else start
    return ChangePage(
        items=items, sources=teller.sources, next_cursor=str(last), has_more=len(found) == limit
    )


async def _changed(session: AsyncSession, teller: Teller, found: Sequence[Change]) -> list[EnterpriseChange]:
    codes: defaultdict[Family, list[str]] = defaultdict(list)
    for change in found:
        codes[change.family].append(change.credit_code)
    names = await data_warehouse.get_many(session, [change.credit_code for change in found])
    connection = await raw(session)
    records: dict[Family, dict[str, Told]] = {}
    for family, listed in codes.items():
        held = await data_warehouse.families_of(session, sorted(set(listed)), family)
        records[family] = await teller.tell(connection, family, list(chain.from_iterable(held.values())))
    told: set[tuple[str, Family]] = set()
    items = []
    for change in found:
        about = (change.credit_code, change.family)
        if about in told or change.credit_code not in names:
            continue
        told.add(about)
        items.append(
            EnterpriseChange(
                credit_code=change.credit_code,
                name=names[change.credit_code].name,
                family=NAMES[change.family],
                revision=change.revision,
                items=records[change.family].get(change.credit_code, []),
            )
        )
    return items


def _revision(cursor: str) -> int:
    if not cursor.isdecimal() or len(cursor) > 18:
        raise Invalid("游标不正确", [{"loc": "cursor", "message": "请使用上一页返回的 nextCursor"}])
    return int(cursor)


async def _told(
    session: AsyncSession, teller: Teller, family: EnterpriseFamily, enterprises: Sequence[Enterprise]
) -> dict[str, Told]:
    """By credit code."""
    connection = await raw(session)
    if family is EnterpriseFamily.BASIC:
        return await teller.tell(connection, Family.BASIC, enterprises)
    codes = [one.credit_code for one in enterprises]
    held = await data_warehouse.families_of(session, codes, FAMILIES[family])
    return await teller.tell(connection, FAMILIES[family], list(chain.from_iterable(held.values())))


def _facts(found: Found, told: Mapping[str, Told]) -> EnterpriseFacts:
    enterprise = found.enterprise
    return EnterpriseFacts(
        credit_code=enterprise.credit_code,
        name=enterprise.name,
        matched_by=found.by,
        items=told.get(enterprise.credit_code, []),
    )
