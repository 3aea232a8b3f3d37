"""What standards there are: in force, found by words, with their history and their codes."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.standards import queries
from brain.platform.standards.algorithm import code_tables
from brain.platform.standards.contract import (
    CodeEntry,
    InForce,
    Kind,
    Revision,
    Standard,
    StandardState,
)
from brain.platform.standards.domain.comparison import Mapped, carried, compared
from brain.platform.standards.domain.shipped import SHIPPED
from brain.platform.standards.service import searching
from brain.reference.industry import IndustryCode

_DIVISION: Final = 2
SETTLED = (StandardState.IN_FORCE, StandardState.WITHDRAWN)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Revision, ...]:
    tables = (revision for versions in code_tables.shipped().values() for revision in versions)
    own = (Revision(standard=each, number=1, state=StandardState.IN_FORCE) for each in SHIPPED)
    return (*own, *tables)


async def history(session: AsyncSession, kind: Kind, code: str) -> list[Revision]:
    """The newest revision first. Raises NotFound where there was never any."""
    shipped = [each for each in _shipped() if (each.standard.kind, each.standard.code) == (kind, code)]
    found = [*shipped, *await queries.revisions(session, kind, code)]
    if not found:
        raise NotFound(f"没有数据标准“{code}”")
    return found[::-1]


async def in_force(session: AsyncSession) -> InForce:
    revisions = [*_shipped(), *await queries.revisions(session)]
    tables = dict[str, tuple[Revision, ...]]()
    for each in revisions:
        if each.standard.kind == "code_table" and each.state is StandardState.IN_FORCE:
            tables[each.standard.code] = (*tables.get(each.standard.code, ()), each)
    return InForce(
        terms=_newest(revisions, "term"), elements=_newest(revisions, "element"), code_tables=tables
    )


def _newest(revisions: Iterable[Revision], kind: Kind) -> dict[str, Standard]:
    """By code; what was withdrawn last is gone."""
    settled = {
        each.standard.code: each for each in revisions if each.standard.kind == kind and each.state in SETTLED
    }
    return {code: each.standard for code, each in settled.items() if each.state is StandardState.IN_FORCE}


async def listed(session: AsyncSession, kind: Kind, words: str | None) -> list[Standard]:
    """Those in force, of code tables the newest version: the best answers first, else by code."""
    known = await in_force(session)
    found: Sequence[Standard] = {
        "term": tuple(known.terms.values()),
        "element": tuple(known.elements.values()),
        "code_table": tuple(versions[-1].standard for versions in known.code_tables.values()),
    }[kind]
    in_order = sorted(found, key=lambda each: each.code)
    if not words or not words.strip():
        return in_order
    return searching.found(words, ((each, searching.told(each)) for each in in_order))


async def waiting(session: AsyncSession) -> list[Revision]:
    """The oldest first."""
    found = [each for each in await queries.revisions(session) if each.state is StandardState.WAITING]
    return sorted(found, key=lambda each: str(each.declared_at))


async def version(session: AsyncSession, code_table: str, label: str) -> Revision:
    """Raises NotFound for a label that no version has or ever had."""
    for each in await history(session, "code_table", code_table):
        if each.standard.edition and each.standard.edition.label == label:
            return each
    raise NotFound(f"代码表“{code_table}”没有版本“{label}”")


async def entries(session: AsyncSession, revision: Revision) -> Sequence[CodeEntry]:
    """The codes of a version, in its order."""
    if revision.declared_by is not None:
        return await queries.entries(session, revision.standard.code, revision.number)
    edition = revision.standard.edition
    if revision.standard.code == code_tables.INDUSTRY:
        imported = await _industries(session)
        if imported:
            return code_tables.industries(imported)
    return code_tables.entries(revision.standard.code, edition.label if edition else "")


async def _industries(session: AsyncSession) -> dict[IndustryCode, str]:
    """As imported from the text of the standard; empty before that."""
    titles, _ = await data_warehouse.industry_table(session)
    names = {IndustryCode(code): title for code, title in titles.items()}
    return names if any(code.level > _DIVISION for code in names) else {}


async def codes(session: AsyncSession, revision: Revision) -> frozenset[str] | None:
    """The codes of a version; None where only its upper levels are known."""
    is_industry = revision.standard.code == code_tables.INDUSTRY and revision.declared_by is None
    if is_industry and not await _industries(session):
        return None
    return frozenset(entry.code for entry in await entries(session, revision))


async def comparison(session: AsyncSession, code_table: str, before: str, after: str) -> list[Mapped]:
    """What became of each code from one version to a later one, through those between them."""
    old, new = await version(session, code_table, before), await version(session, code_table, after)
    standing = (await in_force(session)).code_tables.get(code_table, ())
    passed = [each for each in standing if old.number < each.number < new.number]
    steps = [await entries(session, each) for each in (old, *passed, new)]
    return compared(steps[0], carried(steps))


async def edition(session: AsyncSession) -> str:
    """Changes whenever other standards are in force."""
    return f"{await queries.latest_decision(session)} {len(await _industries(session))}"
