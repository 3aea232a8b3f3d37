"""Industry codes of enterprises: learning, proposing batch by batch, deciding by people."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import FieldError, Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.jobs import enqueue
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import DescribedEnterprise, Family, RecordsChanged
from brain.platform.governance.algorithm.industry_coding.coder import Coder, Labelled, train
from brain.platform.governance.algorithm.industry_coding.confidence import Coding
from brain.platform.governance.contract import CodingState, IndustryCoding, IndustryCorrection
from brain.platform.governance.domain.acts import INDUSTRY_CORRECTED
from brain.platform.governance.queries import industry_codings
from brain.reference.industry import IndustryCode

TRAIN, CODE = "governance.train_industry_coder", "governance.code_industries"
BATCH = 5_000
LEARNT_FROM = 200_000  # enterprises; more would take minutes and teach little
_CLASS = 4


@dataclass(frozen=True)
class Material:
    """All that a coder learns from."""

    titles: Mapping[IndustryCode, str]
    descriptions: Mapping[IndustryCode, str]
    enterprises: Sequence[tuple[str, str]]
    labelled: Sequence[Labelled]

    def learnt(self) -> bytes:
        return train(self.titles, self.descriptions, self.enterprises, self.labelled).dump()


async def material(session: AsyncSession) -> Material | None:
    """None before the full table of GB/T 4754 was imported."""
    titles, descriptions = await data_warehouse.industry_table(session)
    if not any(IndustryCode(code).level == _CLASS for code in titles):
        return None
    decided = await industry_codings.corrections(session)
    enterprises, labelled, revision = list[tuple[str, str]](), list[Labelled](), 0
    while len(enterprises) < LEARNT_FROM:
        found = await data_warehouse.described_since(session, revision, BATCH)
        if not found:
            break
        revision = found[-1].revision
        for one in found:
            scope, code = one.business_scope or "", decided.get(one.credit_code, one.industry_code)
            enterprises.append((one.name, scope))
            if code and code in titles:
                labelled.append(Labelled(one.name, scope, IndustryCode(code)))
    return Material(
        {IndustryCode(code): title for code, title in titles.items()},
        {IndustryCode(code): remark for code, remark in descriptions.items()},
        enterprises,
        labelled,
    )


async def take_into_use(session: AsyncSession, dumped: bytes, learnt_from: Material) -> None:
    """The new coder codes everything again."""
    await industry_codings.save_coder(
        session,
        dumped,
        enterprises=len(learnt_from.enterprises),
        labelled=len(learnt_from.labelled),
    )
    await enqueue(session, CODE, {}, key="follow")


async def code_next(session: AsyncSession) -> bool:
    """Follow the master data by one batch; False when nothing is left or no coder was trained yet."""
    row = await industry_codings.lock_coder(session)
    if row is None:
        return False
    enterprises = await data_warehouse.described_since(session, row.revision, BATCH)
    if not enterprises:
        return False
    official = [one.credit_code for one in enterprises if _is_settled(one)]
    open_ones = [one for one in enterprises if not _is_settled(one)]
    coded = await asyncio.to_thread(_coded, row.dumped, row.edition, open_ones)
    await industry_codings.propose(session, coded)
    await industry_codings.withdraw(session, official)
    row.revision = enterprises[-1].revision
    return True


async def hear_records_changed(session: AsyncSession, changed: RecordsChanged) -> None:
    if changed.family is Family.BASIC:
        await enqueue(session, CODE, {}, key="follow")


async def page(
    session: AsyncSession, state: CodingState, industry: str | None, *, offset: int, limit: int
) -> tuple[list[IndustryCoding], int]:
    """`industry` keeps those decided or proposed within it."""
    return await industry_codings.page(session, state, industry, offset=offset, limit=limit)


async def get(session: AsyncSession, credit_code: str, *, locked: bool = False) -> IndustryCoding:
    found = await industry_codings.get(session, credit_code, locked=locked)
    if found is None:
        raise NotFound(f"没有企业 {credit_code} 的行业代码建议")
    return found


async def correct(
    session: AsyncSession, credit_code: str, code: str, note: str, *, by: str
) -> IndustryCoding:
    """A person's decision, be it the proposal: it stays, and the next training learns from it."""
    coding = await get(session, credit_code, locked=True)
    wanted = _known_shape(code)
    if not await data_warehouse.industry_names(session, [wanted]):
        raise _wrong(f"行业代码 {wanted} 不在当前的行业分类表中")
    await industry_codings.correct(
        session, credit_code, IndustryCorrection(code=wanted, by=by, at=now(), note=note)
    )
    details = {"code": wanted, "proposed": coding.candidates[0].code, "sure": coding.code, "note": note}
    named = (await data_warehouse.get_many(session, [credit_code])).get(credit_code)
    recorded = Recorded(
        act=INDUSTRY_CORRECTED, target=credit_code, title=named.name if named else "", details=details
    )
    await announce(session, recorded)
    return await get(session, credit_code)


def _known_shape(code: str) -> IndustryCode:
    try:
        return IndustryCode(code)
    except Invalid as wrong:
        raise _wrong(wrong.message) from None


def _wrong(message: str) -> Invalid:
    where: FieldError = {"loc": "/body/code", "message": message}
    return Invalid(message, fields=[where])


def _is_settled(enterprise: DescribedEnterprise) -> bool:
    """Officially coded to the class."""
    return enterprise.industry_code is not None and IndustryCode(enterprise.industry_code).level == _CLASS


def _coded(dumped: bytes, edition: int, enterprises: Sequence[DescribedEnterprise]) -> list[dict[str, Any]]:
    codings = Coder.load(dumped).code([(one.name, one.business_scope or "") for one in enterprises])
    return [
        _row(one.credit_code, edition, coding)
        for one, coding in zip(enterprises, codings, strict=True)
        if coding is not None
    ]


def _row(credit_code: str, edition: int, coding: Coding) -> dict[str, Any]:
    settled = coding.settled
    return {
        "credit_code": credit_code,
        "edition": edition,
        "code": settled.code if settled else None,
        "level": settled.code.level if settled else 0,
        "confidence": (settled or coding.steps[0]).confidence,
        "candidates": [asdict(one) for one in coding.candidates],
        "evidence": [asdict(one) for one in coding.evidence],
    }
