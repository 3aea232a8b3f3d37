"""Keeps attachments in step with the master data: only enterprises that changed are read again."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import crypto, jobs
from brain.kit.clock import now, today
from brain.kit.db import lock
from brain.kit.node import Node
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise as Registered
from brain.platform.data_warehouse.contract import Family, Honour, RecordsChanged
from brain.scenarios.industry_graph.algorithm.matching import Matcher
from brain.scenarios.industry_graph.domain import contradiction
from brain.scenarios.industry_graph.domain.attachment import Attachment, EnterpriseText, Evidence, combined
from brain.scenarios.industry_graph.domain.chain import Chain
from brain.scenarios.industry_graph.domain.contradiction import Finding
from brain.scenarios.industry_graph.domain.correction import corrected_attachments
from brain.scenarios.industry_graph.domain.enterprise import Enterprise
from brain.scenarios.industry_graph.queries import attachments, builds, decisions, supply
from brain.scenarios.industry_graph.queries.builds import Build
from brain.scenarios.industry_graph.queries.supply import Listing
from brain.scenarios.industry_graph.service.chain import FOLLOW, Held, held, state_own_supply

REPORT = "industry_graph.report"
BATCH = 2000  # changes read in one transaction
GONE = ("注销", "吊销", "撤销")  # registrations that no longer do business


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What reading some enterprises changed."""

    read: int
    touched: int
    opened: int
    closed: int


async def follow(node: Node) -> int:
    """Catch up with the master data, one transaction a batch; how many enterprises were touched."""
    touched = 0
    while True:
        async with node.database.transaction() as session:
            build = await _next_batch(session)
        if build is None:
            return touched
        touched += build.touched


async def hear_change(session: AsyncSession, change: RecordsChanged) -> None:
    """The master data changed: catch up once that is committed."""
    if change.family in (Family.BASIC, Family.HONOUR):
        await jobs.enqueue(session, FOLLOW, {}, key=FOLLOW)


async def restart(session: AsyncSession) -> None:
    """Read every enterprise again in the background; what is still true stays untouched."""
    state = await held(session)
    await lock(session, "industry_graph", state.chain.code)
    await builds.add(
        session, state.chain.code, _build(state, 0, 0, Taken(read=0, touched=0, opened=0, closed=0))
    )
    await jobs.enqueue(session, FOLLOW, {}, key=FOLLOW)


async def _next_batch(session: AsyncSession) -> Build | None:
    state = await held(session)
    await lock(session, "industry_graph", state.chain.code)
    last = await builds.last(session, state.chain.code)
    if last is None or last.definition != state.number:
        await state_own_supply(session, state)
    cursor = last.to_revision if last is not None and last.definition == state.number else 0
    changes = await warehouse.changed_since(session, cursor, BATCH)
    if not changes:
        return None
    codes = sorted({change.credit_code for change in changes})
    honoured = {change.credit_code for change in changes if change.family is Family.HONOUR}
    taken = await take(session, state, codes, honoured)
    build = _build(state, cursor, changes[-1].revision, taken)
    await builds.add(session, state.chain.code, build)
    if taken.touched:
        await jobs.enqueue(session, REPORT, {}, key=REPORT)
    return build


def _build(state: Held, cursor: int, revision: int, taken: Taken) -> Build:
    return Build(
        definition=state.number,
        from_revision=cursor,
        to_revision=revision,
        read=taken.read,
        touched=taken.touched,
        opened=taken.opened,
        closed=taken.closed,
        finished_at=now(),
    )


async def take(
    session: AsyncSession, state: Held, codes: Sequence[str], honoured: Collection[str] = ()
) -> Taken:
    """Read these enterprises again and write what differs; of the `honoured` the honours too."""
    chain = state.chain.code
    registered = await warehouse.get_many(session, codes)
    listings = await supply.listings(session, chain, codes)
    matched = await asyncio.to_thread(_matched, state.chain, state.matcher, registered, listings)
    corrections = await decisions.corrections(session, chain, codes)
    effective = {
        code: corrected_attachments(matched.get(code, ()), corrections.get(code, ())) for code in codes
    }
    known = await attachments.known(session, chain, codes)
    nodes = {
        code: _node(one, known.get(code))
        for code, one in registered.items()
        if effective[code] or code in known
    }
    for code in nodes.keys() & set(honoured):
        nodes[code] = replace(nodes[code], honours=await _honours(session, code))
    changed = [node for code, node in nodes.items() if node != known.get(code)]
    await attachments.keep(session, chain, changed)
    opened, closed = await _write(session, chain, effective, nodes)
    found = [
        finding
        for code, node in nodes.items()
        for finding in contradiction.of_enterprise(
            state.chain, node, list(effective[code].values()), corrections.get(code, ())
        )
    ]
    await _keep_findings(session, chain, codes, found)
    touched = {node.credit_code for node in changed} | {code for code, _ in (*opened, *closed)}
    return Taken(read=len(codes), touched=len(touched), opened=len(opened), closed=len(closed))


def digest(name: str, scope: str) -> str:
    return crypto.sm3(f"{name}\n{scope}".encode())


def _matched(
    chain: Chain,
    matcher: Matcher,
    registered: Mapping[str, Registered],
    listings: Mapping[str, Sequence[Listing]],
) -> dict[str, list[Attachment]]:
    """Attachments by text and by the firms' own disclosure; none of registrations that are gone."""
    found = {}
    for code, one in registered.items():
        if (one.reg_status or "").startswith(GONE):
            continue
        text = EnterpriseText(credit_code=code, name=one.name, scope=one.business_scope or "")
        by_product = {attachment.product: attachment for attachment in matcher.attachments(text)}
        for listing in listings.get(code, ()):
            by_product[listing.product] = _listed(chain, listing, by_product.get(listing.product))
        if by_product:
            found[code] = list(by_product.values())
    return found


def _listed(chain: Chain, listing: Listing, matched: Attachment | None) -> Attachment:
    """A listed firm makes what it discloses, by the weight that it gives itself."""
    evidence = Evidence(
        field="listing",
        text=listing.wording,
        start=0,
        end=0,
        rule="listing",
        verbs=(),
        strength=listing.source.confidence,
    )
    before = matched.evidence if matched else ()
    return Attachment(
        credit_code=listing.credit_code,
        product=listing.product,
        role=matched.role if matched else chain.product(listing.product).roles[0],
        score=combined([one.strength for one in (*before, evidence)]),
        weight=round(min(1.0, listing.weight), 4),
        evidence=(*before, evidence),
    )


def _node(one: Registered, known: Enterprise | None) -> Enterprise:
    in_yuan = one.reg_capital is not None and one.reg_capital_currency in (None, "CNY")
    return Enterprise(
        credit_code=one.credit_code,
        name=one.name,
        region_code=one.region_code,
        established_on=one.establish_date,
        capital_wan=(one.reg_capital or Decimal(0)) / 10000 if in_yuan else None,
        scale=one.scale,
        stock_code=one.stock_code,
        honours=known.honours if known else [],
        digest=digest(one.name, one.business_scope or ""),
    )


async def _honours(session: AsyncSession, code: str) -> list[str]:
    records = await warehouse.families(session, code, Family.HONOUR)
    return sorted({record.title for record in records if isinstance(record, Honour)})


async def _write(
    session: AsyncSession,
    chain: str,
    effective: Mapping[str, Mapping[str, Attachment]],
    nodes: Mapping[str, Enterprise],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """End what no longer holds, begin what is new; the keys of both."""
    current = await attachments.current(session, chain, effective.keys())
    before = {found.key: found for held in current.values() for found in held}
    after = {found.key: found for held in effective.values() for found in held.values()}
    closed = [key for key, found in before.items() if after.get(key) != found]
    opened = [key for key, found in after.items() if before.get(key) != found]
    ever = await attachments.ever(session, chain, {code for code, _ in opened})
    at, on = now(), today()
    await attachments.end(session, chain, closed, on, at)
    begun = [(after[key], _since(nodes[key[0]], on) if key not in ever else on) for key in opened]
    await attachments.begin(session, chain, begun, at)
    return opened, closed


def _since(node: Enterprise, on: date) -> date:
    """Nothing dates a business scope: what is first read is taken to hold since the enterprise exists."""
    return node.established_on if node.established_on and node.established_on < on else on


async def _keep_findings(
    session: AsyncSession, chain: str, codes: Sequence[str], found: Sequence[Finding]
) -> None:
    await decisions.keep_findings(session, chain, codes, found, now())
