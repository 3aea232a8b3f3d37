"""A few enterprises in the warehouse, and their names in the index."""

from collections.abc import Sequence
from datetime import date

import pytest

from brain.kit.db import Database
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from brain.platform.governance import service

LINGLONG, JINYU, XINGYUAN = "91370600613418880Y", "91370500164880245T", "91370523267175423C"
WANDA_DONGYING, WANDA_QINGDAO = "91370500MA3C4XQA0P", "91370200MA3C4XQB9J"

ENTERPRISES = [
    Enterprise(credit_code=LINGLONG, name="山东玲珑轮胎股份有限公司", former_names=["招远轮胎厂"]),
    Enterprise(credit_code=JINYU, name="山东金宇轮胎有限公司"),
    Enterprise(credit_code=XINGYUAN, name="兴源轮胎集团有限公司"),
    Enterprise(credit_code=WANDA_DONGYING, name="万达商贸有限公司"),
    Enterprise(credit_code=WANDA_QINGDAO, name="万达商贸有限公司"),
]


async def merge(
    database: Database, enterprises: Sequence[Enterprise], as_of: date = date(2024, 1, 1)
) -> None:
    async with database.transaction() as session:
        source = Source(provider="test", title="test", as_of=as_of)
        await data_warehouse.upsert_enterprises(session, enterprises, source)


async def follow(database: Database) -> None:
    unfinished = True
    while unfinished:
        async with database.transaction() as session:
            unfinished = await service.index_next(session)


@pytest.fixture
async def indexed(database: Database) -> Database:
    await merge(database, ENTERPRISES)
    await follow(database)
    return database
