"""Which records that look alike are proposed as one enterprise, and what speaks for and against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from brain.platform.data_warehouse.contract import Enterprise, LookAlikes
from brain.platform.governance.domain.addresses import alike
from brain.platform.governance.domain.identity_links import LinkKind, ProposedLink
from brain.reference.enterprise_name import split

Verdict: TypeAlias = Literal["same", "similar", "different", "unknown"]
_NUMBERS: Final = frozenset({"organisation_code", "reg_number"})
_OVER: Final = ("注销", "吊销", "撤销", "迁出", "停业")


@dataclass(frozen=True)
class Evidence:
    """`field` is a trace that both bear, or an attribute of the records."""

    field: str
    verdict: Verdict


def propose(pairs: Iterable[LookAlikes], today: date) -> list[ProposedLink]:
    return [link for pair in pairs if (link := _proposal(pair, today)) is not None]


def evidence(pair: LookAlikes) -> tuple[Evidence, ...]:
    """What both bear, then legal person, address and day of establishment compared."""
    one, other = pair.one, pair.other
    return (
        *(Evidence(trace, "same") for trace in sorted(pair.traces)),
        Evidence("legal_person_name", _equal(one.legal_person_name, other.legal_person_name)),
        Evidence("address", alike(one.address, other.address)),
        Evidence("establish_date", _equal(one.establish_date, other.establish_date)),
    )


def _proposal(pair: LookAlikes, today: date) -> ProposedLink | None:
    """A number in common is enough; for a name something else has to agree and no branch be among them."""
    told = evidence(pair)
    if not pair.traces & _NUMBERS:
        supported = any(each.verdict in {"same", "similar"} for each in told[len(pair.traces) :])
        if not supported or split(pair.one.name).branch != split(pair.other.name).branch:
            return None
    survivor, absorbed = sorted((pair.one, pair.other), key=_standing, reverse=True)
    return ProposedLink(
        absorbed=absorbed.credit_code,
        survivor=survivor.credit_code,
        kind=_kind(pair),
        since=survivor.approved_date or survivor.establish_date or today,
        reason="",
        evidence=tuple(vars(each) for each in told),
    )


def _kind(pair: LookAlikes) -> LinkKind:
    if pair.traces & _NUMBERS:
        return LinkKind.RENUMBERED
    return LinkKind.DUPLICATE if "name" in pair.traces else LinkKind.REREGISTERED


def _standing(enterprise: Enterprise) -> tuple[bool, date, str]:
    """Who survives: still in business, then approved last."""
    over = any(word in (enterprise.reg_status or "") for word in _OVER)
    day = enterprise.approved_date or enterprise.establish_date or date.min
    return not over, day, enterprise.credit_code


def _equal(one: object, other: object) -> Verdict:
    if not one or not other:
        return "unknown"
    return "same" if one == other else "different"
