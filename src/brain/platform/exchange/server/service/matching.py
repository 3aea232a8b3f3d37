"""Which enterprise a caller means: by credit code, else by name however written; and who might be meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import AsyncConnection
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.exchange.codes import EnterpriseNotMatched, FieldsMissing
from brain.platform.exchange.messages.base import Candidate
from brain.platform.exchange.messages.enterprise import EnterpriseKey
from brain.platform.governance import service as governance


@dataclass(frozen=True)
class Found:
    """An enterprise and how it was found: `creditCode`, or one of the ways of a name."""

    enterprise: Enterprise
    by: str


@dataclass(frozen=True)
class Unmatched:
    """`namesakes` bear the name that was asked for, several of them."""

    message: str
    name: str | None = None
    namesakes: Sequence[Enterprise] = ()

    def refusal(self) -> EnterpriseNotMatched:
        """With the namesakes as candidates."""
        candidates = [
            Candidate(credit_code=one.credit_code, name=one.name, score=1.0) for one in self.namesakes
        ]
        return EnterpriseNotMatched(self.message, candidates=candidates)


async def find(
    connection: AsyncConnection[Any], key: EnterpriseKey, known: Mapping[str, Enterprise] | None = None
) -> Found | Unmatched:
    """`known` are enterprises by code that were fetched together."""
    if key.credit_code:
        code = key.credit_code.strip().upper()
        if known is None:
            enterprise = await data_warehouse.find_by_code(connection, code)
        else:
            enterprise = known.get(code)
        return (
            Found(enterprise, "creditCode")
            if enterprise
            else Unmatched(f"没有统一社会信用代码为 {code} 的企业")
        )
    if not key.name:
        errors = [{"loc": "creditCode", "message": "creditCode 与 name 至少填一项"}]
        raise FieldsMissing("creditCode 与 name 至少填一项", errors=errors)
    return await _by_name(connection, key.name)


async def _by_name(connection: AsyncConnection[Any], name: str) -> Found | Unmatched:
    lookup = await data_warehouse.find_by_name(connection, name)
    if lookup.how is None:
        return Unmatched(f"没有名称为“{name}”的企业", name)
    if len(lookup.enterprises) > 1:
        return Unmatched(f"“{name}”对应多家企业，请改用统一社会信用代码", name, lookup.enterprises)
    return Found(lookup.enterprises[0], lookup.how)


async def refusal(session: AsyncSession, unmatched: Unmatched) -> EnterpriseNotMatched:
    """With the namesakes, else with enterprises of similar names as candidates."""
    if unmatched.namesakes or unmatched.name is None:
        return unmatched.refusal()
    near = await governance.match(session, unmatched.name)
    candidates = [
        Candidate(credit_code=one.credit_code, name=one.name, score=one.score) for one in near.candidates
    ]
    return EnterpriseNotMatched(unmatched.message, candidates=candidates)
