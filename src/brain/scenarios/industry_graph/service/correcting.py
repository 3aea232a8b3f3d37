"""Experts correct the graph and settle contradictions; the enterprise or edge is rebuilt at once."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import NotFound
from brain.kit.events import Recorded, announce
from brain.platform.data_warehouse import service as warehouse
from brain.platform.identity.contract import Caller
from brain.scenarios.industry_graph.domain import acts
from brain.scenarios.industry_graph.domain import correction as rules
from brain.scenarios.industry_graph.domain.contradiction import Contradiction, Decision
from brain.scenarios.industry_graph.domain.correction import AlreadyCorrected, Correction
from brain.scenarios.industry_graph.queries import decisions
from brain.scenarios.industry_graph.service.building import REPORT, digest, take
from brain.scenarios.industry_graph.service.chain import Held, find_opposed, held


async def correct(session: AsyncSession, wanted: Correction, caller: Caller) -> Correction:
    """Record a correction with its reason and apply it; only one on a subject may be in force."""
    state = await _locked(session)
    rules.check(wanted, state.chain)
    text = await _digest_of(session, wanted.credit_code)
    stamped = replace(wanted, author=caller.name, created_at=now(), digest=text)
    kept = await decisions.add_correction(session, state.chain.code, stamped)
    await _apply(session, state, kept)
    await _announce(session, caller, acts.CORRECTED, kept)
    return kept


async def revoke(session: AsyncSession, correction_id: int, reason: str, caller: Caller) -> None:
    """Let the machine decide again."""
    state = await _locked(session)
    await _revoke(session, state, correction_id, reason, caller)


async def resolve(
    session: AsyncSession, contradiction_id: int, decision: Decision, reason: str, caller: Caller
) -> Contradiction:
    """Decide a contradiction; what the decision changes becomes a correction with the same reason."""
    state = await _locked(session)
    row = await decisions.lock_contradiction(session, state.chain.code, contradiction_id)
    found = decisions.contradiction(row)
    found.decide(decision)
    row.decision, row.reason, row.resolved_by, row.resolved_at = decision, reason, caller.name, now()
    await session.flush()
    details = {"decision": decision, "reason": reason}
    recorded = Recorded(
        act=acts.RESOLVED, target=str(contradiction_id), actor=caller.username, details=details
    )
    await announce(session, recorded)
    await _carry_out(session, state, found, decision, reason, caller)
    return decisions.contradiction(row)


async def _carry_out(
    session: AsyncSession, state: Held, found: Contradiction, decision: Decision, reason: str, caller: Caller
) -> None:
    details = found.details
    if decision == "detach":
        wanted = _blank("detach", reason, credit_code=details["creditCode"], product=details["product"])
        await correct(session, wanted, caller)
    elif decision in ("drop_forward", "drop_backward"):
        ends = (details["upstream"], details["downstream"])
        upstream, downstream = ends if decision == "drop_forward" else ends[::-1]
        await correct(session, _blank("disconnect", reason, upstream=upstream, downstream=downstream), caller)
    elif decision == "renew":
        row = await decisions.lock_correction(session, state.chain.code, details["correctionId"])
        row.digest = await _digest_of(session, row.credit_code)
        await session.flush()
        await take(session, state, [str(row.credit_code)])
    elif decision == "revoke":
        await _revoke(session, state, details["correctionId"], reason, caller)


def _blank(kind: rules.Kind, reason: str, **subject: str) -> Correction:
    return Correction(id=0, kind=kind, reason=reason, author="", created_at=now(), **subject)  # type: ignore[arg-type]  # names of products and enterprises only


async def _revoke(
    session: AsyncSession, state: Held, correction_id: int, reason: str, caller: Caller
) -> None:
    row = await decisions.lock_correction(session, state.chain.code, correction_id)
    if row.revoked_at is not None:
        raise AlreadyCorrected("这条修正已经撤销")
    row.revoked_at, row.revoked_by, row.revoke_reason = now(), caller.name, reason
    await session.flush()
    revoked = decisions.correction(row)
    await _apply(session, state, revoked)
    await _announce(session, caller, acts.REVOKED, revoked)


async def _apply(session: AsyncSession, state: Held, correction: Correction) -> None:
    if correction.credit_code is not None:
        await take(session, state, [correction.credit_code])
    else:
        await find_opposed(session, state.chain)
    await jobs.enqueue(session, REPORT, {}, key=REPORT)


async def _announce(session: AsyncSession, caller: Caller, act: Act, correction: Correction) -> None:
    subject = "/".join(part for part in correction.subject if part)
    details = {"kind": correction.kind, "reason": correction.revoke_reason or correction.reason}
    await announce(
        session,
        Recorded(act=act, target=str(correction.id), title=subject, actor=caller.username, details=details),
    )


async def _locked(session: AsyncSession) -> Held:
    state = await held(session)
    await lock(session, "industry_graph", state.chain.code)
    return state


async def _digest_of(session: AsyncSession, credit_code: str | None) -> str | None:
    if credit_code is None:
        return None
    one = await warehouse.get_by_code(session, credit_code)
    if one is None:
        raise NotFound("数据仓中没有这家企业")
    return digest(one.name, one.business_scope or "")
