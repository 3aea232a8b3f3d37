"""Names that rows bear and no enterprise does: noted, compared, decided by people, remembered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.jobs import enqueue
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.governance import service
from brain.platform.governance.algorithm.name_index import TOO_NEAR
from brain.platform.governance.contract import NameMatch, NamesDecided, SeenName
from brain.platform.governance.domain import acts
from brain.platform.governance.domain import addresses as addressing
from brain.platform.governance.domain.addresses import AddressVerdict
from brain.platform.governance.domain.written_names import (
    Decision,
    DecisionKind,
    NameState,
    PastDecision,
    ReviewedName,
    Sighting,
    Wanted,
)
from brain.platform.governance.queries import written_names
from brain.reference.enterprise_name import name_key
from brain.reference.region import GAZETTEER

PROPOSE: Final = "governance.propose_matches"
RENEW: Final = "governance.renew_matches"
CANDIDATES: Final = 5
LONGEST_NAME: Final = 200
LARGEST_EXPORT: Final = 50_000
_TODO: Final = "governance.written_names"


@dataclass(frozen=True, kw_only=True)
class WholeName:
    """A name with the candidates of now, `enterprises` by credit code, and all that is known of it.

    `addresses`: whether that of a candidate stands beside the name; it decides between candidates too near
    to be told apart.
    """

    name: ReviewedName
    match: NameMatch
    enterprises: dict[str, Enterprise]
    addresses: dict[str, AddressVerdict]
    sightings: Sequence[Sighting]
    history: Sequence[PastDecision]
    next: int | None


async def note(
    session: AsyncSession, delivery: int, dataset: str, seen: Iterable[SeenName], *, in_data_set: bool
) -> None:
    """The names of a delivery that no enterprise bears, in place of those told of it before."""
    await written_names.forget(session, delivery)
    sightings, regions = [], {}
    for name in seen:
        key = name_key(name.written)
        if not key or len(name.written) > LONGEST_NAME:
            continue
        region = GAZETTEER.from_address(name.address) if name.address else None
        if region is not None:
            regions[name.written] = str(GAZETTEER.successor(region).code)
        sightings.append(
            vars(name)
            | {"name_key": key, "delivery": delivery, "dataset": dataset, "in_data_set": in_data_set}
        )
    if sightings:
        await written_names.note(session, sightings, regions)
        await enqueue(session, PROPOSE, {}, key="follow")


async def forget(session: AsyncSession, delivery: int) -> None:
    """A delivery that no longer counts; decisions on its names stay."""
    await written_names.forget(session, delivery)
    await written_names.drop_unseen(session)
    await tell(session)


async def decided(session: AsyncSession, keys: Iterable[str]) -> dict[str, str]:
    """The enterprises that people said are meant, by normalised name (`name_key`)."""
    found = await written_names.decided(session, keys)
    return {key: code for key, code in found.items() if code is not None}


async def decided_spellings(session: AsyncSession, dataset: str) -> dict[str, str]:
    """The same for a data set, by the names as its rows write them."""
    return await written_names.decided_spellings(session, dataset)


async def tell(session: AsyncSession) -> None:
    """A to-do while names are open."""
    waiting = await _settled(session)
    if waiting:
        await announce(session, Settled(key=_TODO))
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"有 {waiting} 个企业名称没有匹配到企业",
                title_en=f"{waiting} names of enterprises are not matched",
                body="请确认各指哪家企业；认定后，数据集里的行会自动关联",
                link="/governance/matches",
                scope="governance.match_names",
                key=_TODO,
            ),
        )


async def _settled(session: AsyncSession) -> int:
    """How many names are open; where none is, nothing is left to do."""
    waiting = await written_names.count(session, Wanted(state=NameState.OPEN))
    if not waiting:
        await announce(session, Settled(key=_TODO))
    return waiting


async def page(
    session: AsyncSession, wanted: Wanted, *, offset: int, limit: int
) -> tuple[list[ReviewedName], int]:
    return await written_names.page(session, wanted, offset=offset, limit=limit)


async def datasets(session: AsyncSession) -> list[str]:
    return await written_names.datasets(session)


async def export(session: AsyncSession, wanted: Wanted) -> list[ReviewedName]:
    """All that is wanted, or Invalid above `LARGEST_EXPORT`."""
    found, total = await written_names.page(session, wanted, offset=0, limit=LARGEST_EXPORT)
    if total > LARGEST_EXPORT:
        raise Invalid(f"符合条件的名称有 {total} 个，一次最多导出 {LARGEST_EXPORT} 个，请缩小范围")
    return found


async def whole(session: AsyncSession, name_id: int, dataset: str | None) -> WholeName:
    """`dataset` keeps what comes next to the names written in it."""
    name = await written_names.get(session, name_id)
    match = await service.compare(session, name.written, name.region, CANDIDATES)
    history = await written_names.history(session, name_id)
    codes = {each.credit_code for each in match.candidates}
    codes |= {each.credit_code for each in history if each.credit_code}
    enterprises = await data_warehouse.get_many(session, sorted(codes))
    sightings = await written_names.sightings(session, name.name_key)
    beside = [each.address for each in sightings]
    addresses = {code: addressing.best(beside, held.address) for code, held in enterprises.items()}
    return WholeName(
        name=name,
        match=_by_address(match, addresses),
        enterprises=enterprises,
        addresses=addresses,
        sightings=sightings,
        history=history,
        next=await written_names.next_open(session, name, dataset),
    )


def _by_address(match: NameMatch, addresses: Mapping[str, AddressVerdict]) -> NameMatch:
    if not match.ambiguous:
        return match
    least = match.candidates[0].score - TOO_NEAR
    leading = [each for each in match.candidates if each.score > least]
    leading.sort(key=lambda each: addressing.rank(addresses.get(each.credit_code, "unknown")))
    return replace(match, candidates=(*leading, *match.candidates[len(leading) :]))


async def decide(session: AsyncSession, name_id: int, decision: Decision, *, by: str) -> None:
    """Said again it changes nothing. `Conflict` where something else is decided."""
    name = await written_names.get(session, name_id, locked=True)
    if not name.require(decision):
        return
    code = decision.credit_code
    if code and not await data_warehouse.get_many(session, [code]):
        raise Invalid(f"没有统一社会信用代码为 {code} 的企业")
    before = name.state
    await written_names.decide(session, name_id, decision, by)
    details = {"kind": decision.kind.value, "credit_code": code, "note": decision.note}
    act = acts.MATCH_TAKEN_BACK if decision.kind is DecisionKind.TAKEN_BACK else acts.MATCH_DECIDED
    await announce(
        session, Recorded(act=act, target=str(name_id), title=name.written, actor=by, details=details)
    )
    if NameState.SAME in {before, decision.kind.state}:
        await announce(session, NamesDecided())
    await _settled(session)


async def acceptable(session: AsyncSession, least_score: float, dataset: str | None) -> int:
    """How many open names `accept_all` would decide now."""
    wanted = Wanted(state=NameState.OPEN, dataset=dataset, least_score=least_score)
    return await written_names.count_acceptable(session, wanted)


async def accept_all(
    session: AsyncSession, least_score: float, dataset: str | None, *, expected: int, by: str
) -> int:
    """Each open name with a score of at least this means its first candidate; those told apart too little
    are left. `Conflict` when they are not as many as the person was shown."""
    wanted = Wanted(state=NameState.OPEN, dataset=dataset, least_score=least_score)
    told = f"批量认定：相似度不低于 {least_score:.2f}"
    accepted = await written_names.accept_all(session, wanted, told, by)
    if accepted != expected:
        raise Conflict(f"符合条件的名称已由 {expected} 个变为 {accepted} 个，请重新核对", count=accepted)
    if accepted:
        details = {"least_score": least_score, "dataset": dataset, "count": accepted}
        recorded = Recorded(act=acts.MATCHES_ACCEPTED, title=f"{accepted} 个名称", actor=by, details=details)
        await announce(session, recorded)
        await announce(session, NamesDecided())
        await _settled(session)
    return accepted
