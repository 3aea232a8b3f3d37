"""Data of the demonstration: the public sets found in a folder, or the generated world."""

from datetime import date
from pathlib import Path
from typing import Final

from brain.kit.node import Node
from brain.nodes.demonstration import world
from brain.nodes.demonstration.loop import Say
from brain.platform.ingestion.contract import (
    Basis,
    Category,
    Certification,
    Delivery,
    Frequency,
    Import,
    Registration,
    Status,
)
from brain.platform.ingestion.service import sources
from brain.platform.ingestion.service.imports import import_file

# What a folder of public data sets is looked through for; where each comes from: docs/guides/data.md.
SETS: Final = (
    ("gb4754_2017/gb4754_2017.csv", "industries", "GB/T 4754-2017 国民经济行业分类", date(2017, 6, 30)),
    (
        "enterprises_shandong/enterprises_shandong.parquet",
        "enterprises",
        "中国大陆企业工商注册信息（山东）",
        date(2019, 12, 31),
    ),
    (
        "honours/national_enterprise_tech_centers_2019.csv",
        "honours",
        "国家企业技术中心名单（2019）",
        date(2019, 12, 31),
    ),
    ("listed_companies/a_share_basic.csv", "listings", "A 股上市公司", date(2025, 9, 30)),
)
PROVIDERS: Final = {
    "industries": ("国家标准", "国家标准全文公开"),
    "enterprises": ("公开数据集", "企业信息公示"),
    "honours": ("国家发展改革委", "认定结果公示"),
    "listings": ("证券交易所", "上市公司信息披露"),
}

VERIFIED_ON, VALID_UNTIL = date(2026, 1, 1), date(2035, 12, 31)  # the demonstration runs offline for years

GENERATED: Final = {
    "enterprises": "企业",
    "patents": "专利",
    "trademarks": "商标",
    "investments": "对外投资",
    "honours": "荣誉",
}


async def load(centre: Node, folder: Path | None, say: Say) -> None:
    """Bring the data into the centre's warehouse; what was imported before is left as it is."""
    if folder is None:
        source = await _declare(centre, "示例数据", "本项目", "由本项目生成，不涉及任何真实主体", sample=True)
        for dataset, path in world.write(centre.folder / "demonstration").items():
            title = f"示例数据（{GENERATED[dataset]}）"
            await _bring(
                centre, path, dataset, Delivery(source_id=source, title=title, as_of=world.AS_OF), say
            )
        return
    for place, dataset, title, as_of in SETS:
        if (folder / place).is_file():
            source = await _declare(centre, title, *PROVIDERS[dataset], sample=False)
            await _bring(
                centre, folder / place, dataset, Delivery(source_id=source, title=title, as_of=as_of), say
            )


async def _declare(centre: Node, name: str, provider: str, document: str, *, sample: bool) -> int:
    """The number of the registered source. Nobody but whoever starts the demonstration vouches for it."""
    registration = Registration(
        name=name,
        provider=provider,
        category=Category.PUBLIC,
        basis=Basis.DISCLOSURE,
        basis_document=document,
        owner="演示环境运行者",
        purpose="演示与试用",
        region_code=None if sample or provider == "国家标准" else "370000",
        level=1,
        frequency=Frequency.ONCE,
        contact="演示环境运行者",
        sample=sample,
    )
    certification = Certification(
        voucher="演示环境运行者",
        evidence="仅用于演示：按文件名识别，未经提供方确认",
        verified_on=VERIFIED_ON,
        valid_until=VALID_UNTIL,
    )
    async with centre.database.transaction() as session:
        return (await sources.declare(session, registration, certification)).id


async def _bring(centre: Node, path: Path, dataset: str, delivery: Delivery, say: Say) -> None:
    title = delivery.title

    async def heard(progress: Import) -> None:
        say(f"{title}：{progress.rows_done} / {progress.rows_total or '…'} 行")

    done = await import_file(centre, path, dataset, delivery, heard)
    if done.status is Status.FAILED:
        say(f"{title}：未能导入，{done.problem}")
    else:
        say(f"{title}：新增 {done.inserted} 条，变更 {done.changed} 条，拒收 {done.rejected} 行")
