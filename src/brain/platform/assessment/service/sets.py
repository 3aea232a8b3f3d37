"""Indicator sets: those of the package and those imported, found by code and version."""

from dataclasses import asdict

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.platform.assessment.adapters import set_files
from brain.platform.assessment.domain import acts
from brain.platform.assessment.domain.indicators import IndicatorSet
from brain.platform.assessment.domain.reading import read
from brain.platform.assessment.queries import assessments


async def every(session: AsyncSession) -> list[IndicatorSet]:
    """Of the package first, then imported ones, oldest first."""
    imported = [read(row.told) for row in await assessments.imported_sets(session)]
    return [*set_files.shipped(), *imported]


async def get(session: AsyncSession, code: str, version: str) -> IndicatorSet:
    for each in set_files.shipped():
        if (each.code, each.version) == (code, version):
            return each
    row = await assessments.imported_set(session, code, version)
    if row is None:
        raise NotFound("没有这个版本的指标集")
    return read(row.told)


async def import_file(session: AsyncSession, content: bytes, by: str) -> IndicatorSet:
    """The same set again changes nothing; other content under a known version is refused."""
    found, told = set_files.read_file(content)
    await lock(session, "assessment.set", found.code)
    try:
        known = await get(session, found.code, found.version)
    except NotFound:
        await assessments.add_set(session, found.code, found.version, told, by)
        target, details = f"{found.code}/{found.version}", {"provisional": found.provisional}
        recorded = Recorded(act=acts.IMPORTED, target=target, title=found.title, actor=by, details=details)
        await announce(session, recorded)
        return found
    if asdict(known) != asdict(found):
        raise Conflict(f"{found.code} 的版本 {found.version} 已存在且内容不同，请换一个版本号")
    return known
